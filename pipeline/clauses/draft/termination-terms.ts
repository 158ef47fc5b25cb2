import { type LocalDate, toDigitalStyle } from '../../model/date.js';
import type { DraftContent } from '../../model/draft.js';
import { isLate, type TermWorld, termDay } from '../../model/term-norm.js';

/** A term of R 27.15 that was missed: on which day it ended, and in words. */
export interface MissedTerm {
  readonly last: LocalDate;
  readonly words: string;
}

/** The legal department was told later than a month after the decision to end a contract; undefined if in time, or nobody knows. */
export function toldLate({ decided, received }: DraftContent, world: TermWorld): MissedTerm | undefined {
  if (decided === undefined || received === undefined) return undefined;
  const term = termDay('termination-told', decided, world);
  if (!isLate(received, term, world)) return undefined;
  const { due: last } = term;
  return {
    last,
    words: `Про рішення від ${toDigitalStyle(decided)} повідомлено ${toDigitalStyle(received)}, а строк повідомлення минув ${toDigitalStyle(last)}`,
  };
}

/** The legal department was told later than a month before the contract's own end. */
export function toldNearEnd({ received }: DraftContent, end: LocalDate | undefined, world: TermWorld): MissedTerm | undefined {
  if (end === undefined || received === undefined) return undefined;
  const term = termDay('termination-before-end', end, world);
  if (!isLate(received, term, world)) return undefined;
  const { due: last } = term;
  return {
    last,
    words: `Про припинення повідомлено ${toDigitalStyle(received)}, а договір закінчується ${toDigitalStyle(end)}: строк повідомлення минув ${toDigitalStyle(last)}`,
  };
}
