import { readFileSync } from 'node:fs';
import type { ActOnRecord } from '../../pipeline/model/act-on-record.js';
import { type LocalDate, parseLocalDate } from '../../pipeline/model/date.js';
import type { Office } from '../../pipeline/model/office.js';
import type { ContentOf } from '../../pipeline/model/rule.js';
import { officeOf } from '../../pipeline/office/read-office.js';
import type { RegisterAsked } from '../../pipeline/validation/validation.js';
import { registerOf, samplesOnRecord } from './samples-on-record.js';

/** A day that a test names. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

/** The demo office as it is when its samples have been filed. */
export const OFFICE: Office = officeOf('/office', readFileSync(new URL('../../templates/office/demo.yaml', import.meta.url), 'utf8'));

const SAMPLES = await samplesOnRecord(OFFICE);

/** Acts older than the demo office that were imported. */
const OLDER: readonly ActOnRecord[] = [
  {
    row: {
      ...{
        series: 'decision',
        year: 2012,
        number: '14',
        ordinal: 14,
        date: day('2012-03-20'),
        title: 'Про графік роботи',
        kind: 'decision',
      },
      ...{ state: 'filed', path: 'archive/2012/decision/14', office: 'main' },
    },
    ...{ issuer: 'committee', delegated: null, imported: true, changes: [], changedBy: [] },
  },
];

/** The register with the samples in it, and older acts. */
export const REGISTER: RegisterAsked = registerOf(SAMPLES, OLDER);

/** The drafts of the samples. */
export const contentOf: ContentOf = async ({ path }) => SAMPLES.find(({ row }) => row.path === path)?.content;

export const CLOCK = { now: () => new Date('2026-01-15T10:00:00Z') };
