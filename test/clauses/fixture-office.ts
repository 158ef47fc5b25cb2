import { readFileSync } from 'node:fs';
import type { ActOnRecord } from '../../pipeline/model/act-on-record.js';
import { type LocalDate, parseLocalDate } from '../../pipeline/model/date.js';
import type { Digest } from '../../pipeline/model/digest.js';
import type { Draft } from '../../pipeline/model/draft.js';
import { type EffectKind, stateAfter } from '../../pipeline/model/effect.js';
import type { PendingContract } from '../../pipeline/model/examination.js';
import type { Office } from '../../pipeline/model/office.js';
import type { DraftOf } from '../../pipeline/model/rule.js';
import { officeOf } from '../../pipeline/office/read-office.js';
import type { RegisterAsked } from '../../pipeline/validation/validation.js';
import { ARCHIVE_ACTS } from './fixture-other-years.js';
import { draftIn, registerOf, samplesOnRecord } from './samples-on-record.js';

/** A day that a test names. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

/** The demo office as it is when its samples have been filed. */
export const OFFICE: Office = officeOf('/office', readFileSync(new URL('../../templates/office/demo.yaml', import.meta.url), 'utf8'));

export const SAMPLES = await samplesOnRecord(OFFICE);

type Link = ActOnRecord['changedBy'][number];

/** An act beside the samples, with what was done to it. */
function beside(series: string, date: string, number: string, more: Partial<ActOnRecord>, ...changedBy: readonly Link[]): ActOnRecord {
  const year = Number(date.slice(0, 4));
  const path = `archive/${year}/${series}/${number.replaceAll('/', '-')}`;
  return {
    row: {
      ...{ series, year, number, ordinal: Number.parseInt(number, 10), date: day(date), title: 'Про графік роботи', kind: series },
      ...{ state: stateAfter(changedBy.map(({ how }) => how)), path, office: 'main' },
    },
    ...{ issuer: 'committee', delegated: null, imported: true, changes: [], changedBy, ...more },
  };
}

/** Of a number of a series, 1 if none is given, on a day. */
function by(series: string, date: string, how: EffectKind, number = '1'): Link {
  return { series, year: Number(date.slice(0, 4)), number, date: day(date), how, reason: null };
}

const BY_UNIT = { imported: false, delegated: false, issuer: 'unit' } as const;

/** Acts beside the samples: older ones that were imported, and such as no sample is. */
const OTHERS: readonly ActOnRecord[] = [
  beside('decision', '2012-03-20', '14', {}),
  beside('decision', '2013-02-12', '7', {}, by('decision', '2021-03-02', 'repeals')),
  beside('decision', '2014-01-21', '3', {}, by('order', '2021-02-01', 'suspends')),
  beside('decision', '2021-12-30', '900', { imported: false, delegated: false }, by('void', '2021-12-31', 'voids')),
  beside('decision', '2021-12-14', '901', { imported: false, delegated: false }),
  beside('decision', '2022-06-14', '902', { imported: false, delegated: false, changes: [by('decision', '2021-12-14', 'amends', '901')] }),
  beside('errand', '2021-09-20', '1', { imported: false, delegated: false, issuer: 'head' }),
  beside('short-minutes', '2021-08-16', '2', { imported: false, delegated: false }),
  beside('order', '2021-02-15', '5', { imported: false, delegated: false, issuer: 'head' }),
  beside('order', '2021-02-15', '40-р', { imported: false, delegated: false, issuer: 'head' }),
  beside('order', '2021-02-16', '6', { imported: false, delegated: false, issuer: 'head' }, by('court-act', '2021-05-01', 'court')),
  beside('contract', '2021-02-10', '1', BY_UNIT),
  beside('contract', '2021-03-12', '2', BY_UNIT, by('amendment', '2021-09-01', 'amends', '2/1')),
  beside('contract', '2021-04-19', '3', BY_UNIT, by('termination', '2021-08-02', 'terminates')),
  unsigned(beside('contract', '2021-05-10', '4', BY_UNIT)),
  beside('contract', '2021-05-11', '5', BY_UNIT, by('void', '2021-05-12', 'voids')),
  beside('contract', '2018-06-14', '33', { issuer: 'unit' }),
  beside('amendment', '2021-09-01', '2/1', BY_UNIT),
  ...ARCHIVE_ACTS.map(([series, date, number]) => beside(series, date, number, BY_UNIT)),
];

/** The same with its signature still to come. */
function unsigned(act: ActOnRecord): ActOnRecord {
  return { ...act, row: { ...act.row, state: 'awaiting-signature' } };
}

/** A contract that came to the legal department on 16 November 2021, in some stage of its examination. */
function examined(digit: string, more: Partial<PendingContract>): PendingContract {
  const drop = digit.repeat(64) as Digest;
  return {
    ...{ claim: `claim-${digit}`, drop, series: 'contract', kind: 'contract', name: 'dohovir.zip', findings: [] },
    ...{ title: 'технічна сіль', subject: 'технічна сіль', parties: [], addressees: [] },
    ...{ received: day('2021-11-16'), state: 'waiting', since: day('2021-11-16'), steps: [], office: 'main', ...more },
  };
}

function step(how: PendingContract['steps'][number]['how'], digit: string, date: string): PendingContract['steps'][number] {
  const signatory = { post: 'Начальник юридичного відділу', name: 'Наталія СОКІЛ' };
  const at = day(date);
  return {
    ...{ how, contract: digit.repeat(64) as Digest, date: at, signatory, grounds: [] },
    by: { series: how === 'supply' ? 'materials' : 'examination', year: 2021, number: '1', date: at },
  };
}

/** Contracts that wait, by the one digit that their digests are made of: one untouched, one asked about, one decided, one whose materials came. */
const PENDING: readonly PendingContract[] = [
  examined('1', {}),
  examined('2', { state: 'asked', steps: [step('ask', '2', '2021-11-18')] }),
  examined('3', { steps: [step('register', '3', '2021-11-19')] }),
  examined('4', { since: day('2021-11-29'), steps: [step('ask', '4', '2021-11-18'), step('supply', '4', '2021-11-29')] }),
];

/** The register with the samples in it, and those others. */
export const REGISTER: RegisterAsked = {
  ...registerOf(SAMPLES, OTHERS),
  // Of the head's blanks 1001–1100 the first forty are used; the organisation department has used up its own; the others are under no account.
  blankStock: async (form) =>
    form === 'head'
      ? { received: [{ from: 1001, to: 1100 }], next: 1041 }
      : form === 'organisation'
        ? { received: [{ from: 1, to: 10 }], next: null }
        : undefined,
  pendingContract: async (digest) => PENDING.find(({ drop }) => drop === digest),
  spentBlanks: async (form, numbers) =>
    new Map(form === 'head' ? numbers.filter((number) => number <= 1040).map((number) => [number, 'used']) : []),
};

/** An errand of the head, which is number 1. */
const ERRAND = await draftIn(OFFICE, new URL('../../fixtures/kinds/errand/pidhotovka-ukryttiv.json', import.meta.url));

const sample = (name: string): Promise<Draft> => draftIn(OFFICE, new URL(`../../fixtures/samples/${name}`, import.meta.url));

/** Contracts 1 to 3, what has cut the second one's term short, and the minutes of a conference. */
const AGREEMENTS: Readonly<Record<string, Draft>> = {
  'archive/2021/contract/1': await sample('15-orenda-prymishchennia.zip'),
  'archive/2021/contract/2': await sample('17-posluhy-zviazku.zip'),
  'archive/2021/contract/3': await sample('18-remont-shkoly.zip'),
  'archive/2021/short-minutes/2': await draftIn(
    OFFICE,
    new URL('../../fixtures/kinds/short-minutes/narada-opaliuvalnyi-sezon.json', import.meta.url),
  ),
  'archive/2021/amendment/2-1': await draftIn(OFFICE, new URL('amendment-2-1.json', import.meta.url)),
};

/** The drafts of the samples, of that errand, of those contracts and of that conference. */
export const draftOf: DraftOf = async ({ path }) =>
  path === 'archive/2021/errand/1' ? ERRAND : (AGREEMENTS[path] ?? SAMPLES.find(({ row }) => row.path === path)?.draft);

export const CLOCK = { now: () => new Date('2026-01-15T10:00:00Z') };
