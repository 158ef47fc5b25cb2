import { type LocalDate, yearOf } from './date.js';
import type { PendingContract } from './examination.js';
import type { RegisterRow } from './register-row.js';
import { type TermWorld, termDay } from './term-norm.js';

/** A contract that waits for its number, as registers list it: in the year in which it came, under its claim. */
export interface WaitingRow extends Omit<RegisterRow, 'number' | 'ordinal' | 'state'> {
  readonly number: null;
  readonly ordinal: null;
  readonly state: PendingContract['state'];
}

/** `path` is that of its claim, relative to the office. */
export function waitingRow({ series, received, title, kind, state, office }: PendingContract, path: string): WaitingRow {
  return { series, year: yearOf(received), number: null, ordinal: null, date: received, title, kind, state, path, office };
}

/** The last day on which a contract is to be examined (R 27.7, 27.9); null while materials are asked for. */
export function examineBy({ state, since }: PendingContract, world: TermWorld): LocalDate | null {
  return state === 'asked' ? null : termDay('contract-examination', since, world).due;
}
