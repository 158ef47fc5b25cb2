import { toDigitalStyle } from '../../model/date.js';
import type { TermDay } from '../../model/term-norm.js';

/** `не пізніше 25.01.2021`; where readings of a term differ, the other one, too. */
export function notLaterThan({ due, safe, loose }: TermDay): string {
  const other = due === safe ? loose : safe;
  const doubt = other === due ? '' : ` (за ${other === loose ? 'менш' : 'більш'} суворим підрахунком — ${toDigitalStyle(other)})`;
  return `не пізніше ${toDigitalStyle(due)}${doubt}`;
}
