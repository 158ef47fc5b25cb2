import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, onDisk } from '../files/file-faults.js';
import type { Trays as IntakeTrays } from '../intake/trays.js';
import type { Drop } from '../model/drop.js';
import type { ExaminationBook } from '../model/examination.js';
import type { Office } from '../model/office.js';
import type { Log } from '../model/ports.js';

/** Drops of contracts that have their verdict: now this runner's, if no other has them. */
export async function decidedClaims(examinations: ExaminationBook, trays: IntakeTrays): Promise<Drop[]> {
  const drops: Drop[] = [];
  for (const claim of await examinations.decided()) {
    const drop = await trays.resume(claim);
    if (drop !== null) drops.push(drop);
  }
  return drops;
}

/** Forgets contracts whose claim is gone from the work area: nothing waits there. */
export async function forgetGone({ folders }: Office, examinations: ExaminationBook, log: Log): Promise<void> {
  const noted = [...(await examinations.undecided()), ...(await examinations.decided())];
  if (noted.length === 0) return;
  const claims = join(folders.work, 'claims');
  const lying = new Set(await onDisk(claims, () => readdir(claims).catch(noneThere)));
  for (const claim of noted) {
    if (lying.has(claim)) continue;
    log.warn('a contract that waited for its verdict is gone from the work area', { claim });
    await examinations.settle(claim);
  }
}

function noneThere(error: unknown): string[] {
  if (errorCode(error) === 'ENOENT') return [];
  throw error;
}
