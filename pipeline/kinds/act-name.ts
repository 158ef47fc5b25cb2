import { toDigitalStyle } from '../model/date.js';
import type { ActReference } from '../model/draft.js';

/** An act as a line of text names it: `від 19.01.2021 № 27`. */
export function dateAndNumber({ date, number }: ActReference): string {
  return [date === undefined ? '' : `від ${toDigitalStyle(date)}`, number === undefined ? '' : `№ ${number}`].filter(Boolean).join(' ');
}
