import { toDigitalStyle } from '../../model/date.js';
import type { Adoption } from '../../model/draft.js';

/** A vote in one line, to be held against another: `14.09.2021, присутні 24 із 30, «за» 23, «проти» 0, утрималися 1, не голосували 0`. */
export function voteLine({ date, total, present, for: inFavour, against = 0, abstained = 0, notVoting = 0 }: Adoption): string {
  return [
    ...(date === undefined ? [] : [toDigitalStyle(date)]),
    `присутні ${present ?? '–'} із ${total ?? '–'}`,
    `«за» ${inFavour ?? '–'}`,
    `«проти» ${against}`,
    `утрималися ${abstained}`,
    `не голосували ${notVoting}`,
  ].join(', ');
}
