import type { LocalDate } from '../model/date.js';
import type { Office } from '../model/office.js';
import { officialsOn } from '../model/signatory.js';

/** Who draws up and signs what no unit can sign for itself (R 28.8). */
export const GENERAL = 'general';

/** On whose blank a paper about the cases of a unit stands, and who signs it. */
export interface UnitSigner {
  readonly issuer: string;
  /** Undefined where nobody who heads it can sign here: a rule says so. */
  readonly signatory: { readonly post: string; readonly name: string } | undefined;
}

/** The unit's own head where it has a blank and its head can sign here on that day, else the head of the general department. */
export function unitSigner(office: Office, date: LocalDate, unit: string = GENERAL): UnitSigner {
  const { bodies, signing } = office;
  const heading = (id: string) =>
    officialsOn(office, date).find(({ units, key }) => units.includes(id) && signing.keys.some((known) => known.id === key));
  const issuer = bodies.some(({ id }) => id === unit) && heading(unit) !== undefined ? unit : GENERAL;
  const head = heading(issuer);
  return { issuer, signatory: head && { post: head.post, name: head.name } };
}
