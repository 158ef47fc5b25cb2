import type { Task } from '../model/task.js';
import { COMMUNITY } from './community.js';
import { COUNCIL_BODIES } from './council-bodies.js';
import { COUNCIL_POWERS } from './council-powers.js';
import { DEPUTIES } from './deputies.js';
import { ELECTIONS } from './elections.js';
import { MEDIA } from './media.js';
import { SELF_ORGANISATION } from './self-organisation.js';

const LETTERS = /^(\d+)([a-z]?)(?:\.(\d+))?$/;

/** The tasks of the organisation department, in the order of its list. */
export const TASKS: readonly Task[] = [
  ...DEPUTIES,
  ...MEDIA,
  ...COMMUNITY,
  ...SELF_ORGANISATION,
  ...ELECTIONS,
  ...COUNCIL_BODIES,
  ...COUNCIL_POWERS,
].sort((one, other) => rank(one.id) - rank(other.id));

/** `19b` comes after `19a`, `39.10` after `39.9`. */
function rank(id: string): number {
  const [, main = '', letter = '', sub = '0'] = LETTERS.exec(id) ?? [];
  return Number(main) * 10_000 + (letter === '' ? 0 : letter.charCodeAt(0)) * 100 + Number(sub);
}
