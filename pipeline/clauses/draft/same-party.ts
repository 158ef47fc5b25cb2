import type { Party } from '../../model/contract.js';
import { isSpelledAlike } from '../../model/signatory.js';

/** Whether two records are of one person: by code where both have one, else by name. */
export function isSameParty(one: Party, other: Party): boolean {
  if (one.code !== undefined && other.code !== undefined) return one.code === other.code;
  return one.name !== undefined && other.name !== undefined && isSpelledAlike(one.name, other.name);
}
