import type { Traits } from '../../model/kind.js';

/** Where a draft says the date of the act: adoption of a collegial act (R 6.4), signing of a one-man act (R 8.6), of minutes the meeting itself. */
export function dateAt(traits: Traits): '/adoption/date' | '/signing/date' | '/meeting/date' {
  if (traits.meets === 'minutes') return '/meeting/date';
  return traits.collegial ? '/adoption/date' : '/signing/date';
}
