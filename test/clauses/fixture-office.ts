import { readFileSync } from 'node:fs';
import { type LocalDate, parseLocalDate } from '../../pipeline/model/date.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { Office } from '../../pipeline/model/office.js';
import { officeOf } from '../../pipeline/office/read-office.js';
import type { RegisterAsked } from '../../pipeline/validation/validation.js';

/** A day that a test names. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

/** The demo office as it is when its samples have been filed. */
export const OFFICE: Office = officeOf('/office', readFileSync(new URL('../../templates/office/demo.yaml', import.meta.url), 'utf8'));

/** The register with the samples of 2021 and 2022 in it. */
export const REGISTER: RegisterAsked = {
  byId: async (series, id) =>
    series === 'decision' && id === '2021-02-orenda'
      ? { path: 'archive/2021/decision/28', number: '28', year: 2021, sha256: sha256('2021-02-orenda'), state: 'filed' }
      : undefined,
  lastDate: async (_series, year) => (year === 2021 ? day('2021-06-08') : year === 2022 ? day('2022-01-11') : undefined),
  // Of the head's blanks 1001–1100 the first forty are used; the archive department has used up its own; the others are under no account.
  blankStock: async (form) =>
    form === 'head'
      ? { received: [{ from: 1001, to: 1100 }], next: 1041 }
      : form === 'archive'
        ? { received: [{ from: 1, to: 10 }], next: null }
        : undefined,
  spentBlanks: async (form, numbers) =>
    new Map(form === 'head' ? numbers.filter((number) => number <= 1040).map((number) => [number, 'used']) : []),
  nextOrdinal: async (_series, year, opening) => (year === 2021 ? 40 : year === 2022 ? 2 : opening),
};

export const CLOCK = { now: () => new Date('2026-01-15T10:00:00Z') };
