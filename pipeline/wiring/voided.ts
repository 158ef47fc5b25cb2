import { fileVoid } from '../filing/filing-void.js';
import { notedClaims, registrationNoteOf } from '../filing/registration-note.js';
import type { Trays as IntakeTrays } from '../intake/trays.js';
import type { Drop } from '../model/drop.js';
import { nameOf } from '../model/effect.js';
import type { Office } from '../model/office.js';
import type { RegisterRow, Store } from '../model/ports.js';

/** Files what is to be kept of a claimed act if its number was declared void while it waited; false if it was not, or the act is another claim's. */
export async function fileIfVoid(office: Office, store: Store, drop: Drop, row: RegisterRow): Promise<boolean> {
  if (row.office !== office.id) return false;
  const effects = await store.register.effects(row);
  const done = effects.find(({ how, by, on }) => how === 'voids' && by.state !== 'void' && nameOf(on) === nameOf(row));
  if (done === undefined) return false;
  const note = await registrationNoteOf(drop);
  if (note === undefined || note.drop !== drop.sha256) return false;
  const { series, year, number, date } = done.by;
  await fileVoid(store.index, office, drop, note, { series, year, number, date, reason: done.reason });
  return true;
}

/** Drops in this office's work area whose act waits though its number was declared void: now this runner's, if no other has them. */
export async function voidedClaims(office: Office, store: Store, trays: IntakeTrays): Promise<Drop[]> {
  const ended = new Set((await store.register.voided()).filter((row) => row.office === office.id).map(nameOf));
  if (ended.size === 0) return [];
  const drops: Drop[] = [];
  for (const { claim, note } of await notedClaims(office)) {
    const drop = ended.has(nameOf(note.registration)) ? await trays.resume(claim) : null;
    if (drop !== null) drops.push(drop);
  }
  return drops;
}
