import { readFileSync } from 'node:fs';
import type { ActOnRecord } from '../../pipeline/model/act-on-record.js';
import { type LocalDate, parseLocalDate } from '../../pipeline/model/date.js';
import { type EffectKind, stateAfter } from '../../pipeline/model/effect.js';
import type { Office } from '../../pipeline/model/office.js';
import type { DraftOf } from '../../pipeline/model/rule.js';
import { officeOf } from '../../pipeline/office/read-office.js';
import type { RegisterAsked } from '../../pipeline/validation/validation.js';
import { draftIn, registerOf, samplesOnRecord } from './samples-on-record.js';

/** A day that a test names. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

/** The demo office as it is when its samples have been filed. */
export const OFFICE: Office = officeOf('/office', readFileSync(new URL('../../templates/office/demo.yaml', import.meta.url), 'utf8'));

const SAMPLES = await samplesOnRecord(OFFICE);

type Link = ActOnRecord['changedBy'][number];

/** An act beside the samples, with what was done to it. */
function beside(series: string, date: string, number: string, more: Partial<ActOnRecord>, ...changedBy: readonly Link[]): ActOnRecord {
  const year = Number(date.slice(0, 4));
  const path = `archive/${year}/${series}/${number}`;
  return {
    row: {
      ...{ series, year, number, ordinal: Number.parseInt(number, 10), date: day(date), title: 'Про графік роботи', kind: series },
      ...{ state: stateAfter(changedBy.map(({ how }) => how)), path, office: 'main' },
    },
    ...{ issuer: 'committee', delegated: null, imported: true, changes: [], changedBy, ...more },
  };
}

/** Of number 1 of a series, on a day. */
function by(series: string, date: string, how: EffectKind): Link {
  return { series, year: Number(date.slice(0, 4)), number: '1', date: day(date), how, reason: null };
}

/** Acts beside the samples: older ones that were imported, and such as no sample is. */
const OTHERS: readonly ActOnRecord[] = [
  beside('decision', '2012-03-20', '14', {}),
  beside('decision', '2013-02-12', '7', {}, by('decision', '2021-03-02', 'repeals')),
  beside('decision', '2014-01-21', '3', {}, by('order', '2021-02-01', 'suspends')),
  beside('decision', '2021-12-30', '900', { imported: false, delegated: false }, by('void', '2021-12-31', 'voids')),
  beside('errand', '2021-09-20', '1', { imported: false, delegated: false, issuer: 'head' }),
  beside('order', '2021-02-15', '5', { imported: false, delegated: false, issuer: 'head' }),
  beside('order', '2021-02-15', '40-р', { imported: false, delegated: false, issuer: 'head' }),
  beside('order', '2021-02-16', '6', { imported: false, delegated: false, issuer: 'head' }, by('court-act', '2021-05-01', 'court')),
];

/** The register with the samples in it, and those others. */
export const REGISTER: RegisterAsked = {
  ...registerOf(SAMPLES, OTHERS),
  pendingContract: async () => undefined,
  // Of the head's blanks 1001–1100 the first forty are used; the archive department has used up its own; the others are under no account.
  blankStock: async (form) =>
    form === 'head'
      ? { received: [{ from: 1001, to: 1100 }], next: 1041 }
      : form === 'archive'
        ? { received: [{ from: 1, to: 10 }], next: null }
        : undefined,
  spentBlanks: async (form, numbers) =>
    new Map(form === 'head' ? numbers.filter((number) => number <= 1040).map((number) => [number, 'used']) : []),
};

/** An errand of the head, which is number 1. */
const ERRAND = await draftIn(OFFICE, new URL('../../fixtures/kinds/errand/pidhotovka-ukryttiv.json', import.meta.url));

/** The drafts of the samples, and of that errand. */
export const draftOf: DraftOf = async ({ path }) =>
  path === 'archive/2021/errand/1' ? ERRAND : SAMPLES.find(({ row }) => row.path === path)?.draft;

export const CLOCK = { now: () => new Date('2026-01-15T10:00:00Z') };
