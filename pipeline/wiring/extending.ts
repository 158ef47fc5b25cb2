import { extendAct, hasExtensions, makeExtendingFolder, readFiled, settleExtensions } from '../filing/extending.js';
import { actFolder } from '../filing/office-path.js';
import type { ArchiveRecord } from '../filing/record.js';
import type { Evidence } from '../model/act.js';
import { Fault } from '../model/fault.js';
import type { Office, SignatureLevel } from '../model/office.js';
import type { Problem, RegisterRow, Store } from '../model/ports.js';
import type { LongTerm } from '../signing/signing.js';
import { lockOffice } from '../store/process-lock.js';
import { longTermOf } from './long-term.js';
import { readOffice } from './office-here.js';
import { openOfficeStore, readRecord } from './opened-office.js';

/** What `extend` did. */
export interface Extended {
  readonly level: SignatureLevel;
  readonly extended: readonly ({ readonly path: string; readonly revisions: number } & Evidence)[];
  /** Acts that had all that is asked. */
  readonly upToDate: number;
  /** By act; the code is a fault's. */
  readonly problems: readonly Problem[];
}

/**
 * Raises filed acts below the level that is set, and renews archive time stamps whose certificates are about to end. May be called while the
 * office runs; a second `extend` at the same time is Fault `office-busy`. What one act lacks does not keep it from the others.
 */
export async function extendOffice(directory: string): Promise<Extended> {
  const office = await readOffice(directory);
  const lock = await lockOffice(await makeExtendingFolder(office));
  try {
    const store = await openOfficeStore(office);
    try {
      await settleExtensions(office, store.journal);
      const proofs = await longTermOf(office, () => undefined);
      return proofs === undefined ? { level: 'B-B', extended: [], upToDate: 0, problems: [] } : await extendAll(office, store, proofs);
    } finally {
      await store.close();
    }
  } finally {
    await lock.release();
  }
}

/** Settles what an `extend` that was killed left half-done, unless another is at work. */
export async function settleLeftExtensions(office: Office, store: Store): Promise<void> {
  if (!(await hasExtensions(office))) return;
  let lock: Awaited<ReturnType<typeof lockOffice>>;
  try {
    lock = await lockOffice(await makeExtendingFolder(office));
  } catch (problem) {
    if (problem instanceof Fault && problem.code === 'office-busy') return;
    throw problem;
  }
  try {
    await settleExtensions(office, store.journal);
  } finally {
    await lock.release();
  }
}

async function extendAll(office: Office, store: Store, proofs: LongTerm): Promise<Extended> {
  const extended: Extended['extended'][number][] = [];
  const problems: Problem[] = [];
  let upToDate = 0;
  for (const row of await store.register.list({})) {
    if (row.office !== office.id || !isOnDisk(row)) continue;
    try {
      const record = await readRecord(office, row);
      if (record === undefined) throw new Fault('archive-collision', `${row.path} has no record.json; see regesta verify`);
      // Nobody signs a project: there is nothing to prove.
      if (record.imported !== undefined || record.project !== undefined) continue;
      const done = await extendOne(office, store, proofs, record);
      if (done === null) upToDate += 1;
      else {
        if (done.revisions > 0) extended.push({ path: row.path, revisions: done.revisions, ...done.evidence });
        if (done.problem !== null) throw done.problem;
      }
    } catch (problem) {
      if (!(problem instanceof Fault)) throw problem;
      problems.push({ code: problem.code, path: row.path, message: problem.message });
    }
  }
  return { level: proofs.level, extended, upToDate, problems };
}

interface Done {
  readonly revisions: number;
  readonly evidence: Evidence;
  readonly problem: Fault | null;
}

/** Null if there is nothing to do. A record that does not say how far the proofs reach is of a time when nobody asked: then the PDF says. */
async function extendOne(office: Office, store: Store, proofs: LongTerm, record: ArchiveRecord): Promise<Done | null> {
  const { level, stampedUntil } = record.pdf;
  if (level !== undefined && stampedUntil !== undefined && !proofs.isDue({ level, stampedUntil })) return null;
  const pdf = await readFiled(actFolder(office, record), record);
  if (level === undefined && !proofs.isDue(proofs.evidenceOf(pdf))) return null;
  const { bytes, revisions, evidence, problem } = await proofs.raise(pdf);
  if (revisions.length > 0) await extendAct(office, store.index, store.journal, record, { bytes, revisions, evidence });
  return { revisions: revisions.length, evidence, problem };
}

const isOnDisk = ({ state }: RegisterRow): boolean =>
  state !== 'registered' && state !== 'awaiting-signature' && state !== 'destroyed' && state !== 'void';
