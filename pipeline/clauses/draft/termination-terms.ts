import { addMonths, type LocalDate, toDigitalStyle } from '../../model/date.js';
import type { DraftContent } from '../../model/draft.js';
import type { Norms } from '../../model/norms.js';

/** A term of R 27.15 that was missed: on which day it ended, and in words. */
export interface MissedTerm {
  readonly last: LocalDate;
  readonly words: string;
}

/** The legal department was told later than a month after the decision to end a contract; undefined if in time, or nobody knows. */
export function toldLate({ decided, received }: DraftContent, { terminationMonths }: Norms): MissedTerm | undefined {
  const last = decided && addMonths(decided, terminationMonths);
  if (decided === undefined || received === undefined || last === undefined || received <= last) return undefined;
  return {
    last,
    words: `Про рішення від ${toDigitalStyle(decided)} повідомлено ${toDigitalStyle(received)}, а строк повідомлення минув ${toDigitalStyle(last)}`,
  };
}

/** The legal department was told later than a month before the contract's own end. */
export function toldNearEnd({ received }: DraftContent, end: LocalDate | undefined, { terminationMonths }: Norms): MissedTerm | undefined {
  const last = end && addMonths(end, -terminationMonths);
  if (end === undefined || received === undefined || last === undefined || received <= last) return undefined;
  return {
    last,
    words: `Про припинення повідомлено ${toDigitalStyle(received)}, а договір закінчується ${toDigitalStyle(end)}: строк повідомлення минув ${toDigitalStyle(last)}`,
  };
}
