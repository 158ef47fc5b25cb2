import { type LocalDate, parseLocalDate } from '../../pipeline/model/date.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { Office } from '../../pipeline/model/office.js';
import type { RegisterAsked } from '../../pipeline/validation/validation.js';

/** A day that a test names. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

/** The demo office as it is when its samples have been filed, as demo.yaml describes it. */
export const OFFICE: Office = {
  root: '/office',
  id: 'main',
  body: {
    names: ['КАХОВСЬКА МІСЬКА РАДА', 'ХЕРСОНСЬКОЇ ОБЛАСТІ', 'ВИКОНАВЧИЙ КОМІТЕТ'],
    fullName: 'Виконавчий комітет Каховської міської ради',
    genitive: 'виконавчого комітету Каховської міської ради',
    subject: 'виконавчий комітет міської ради',
    place: 'м. Каховка',
    edrpou: '04059958',
  },
  timezone: 'Europe/Kyiv',
  folders: {
    inbox: '/office/inbox',
    refused: '/office/refused',
    outbox: '/office/outbox',
    archive: '/office/archive',
    templates: '/office/templates',
    work: '/office/.work',
  },
  clerks: [],
  membership: [{ body: 'executive-committee', total: 30, from: day('2020-11-25') }],
  officials: [
    { id: 'head', post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ', from: day('2020-11-25'), acting: false, key: 'head' },
    {
      id: 'acting-head',
      post: 'Секретар міської ради, виконувач обовʼязків міського голови',
      name: 'Оксана ПРИКЛАДНА',
      from: day('2021-07-05'),
      to: day('2021-07-30'),
      acting: true,
      ground: 'розпорядження міського голови від 02.07.2021 № 101',
      key: 'acting',
    },
    {
      id: 'keyless-head',
      post: 'Перший заступник міського голови, виконувач обовʼязків міського голови',
      name: 'Петро ЗРАЗКОВИЙ',
      from: day('2021-11-01'),
      to: day('2021-11-30'),
      acting: true,
      ground: 'розпорядження міського голови від 29.10.2021 № 180',
    },
  ],
  series: [{ id: 'decision', kinds: ['decision'], opening: { 2021: 27 }, closed: [2019, 2020] }],
  intake: {
    settleMs: 2000,
    giveUpMs: 60_000,
    scanMs: 10_000,
    limits: {
      fileBytes: 10_000_000,
      zipEntries: 100,
      zipBytes: 50_000_000,
      zipRatio: 200,
      depth: 40,
      parts: 500_000,
      textLength: 8_000_000,
      fieldLength: 20_000,
      listLength: 20_000,
      sheets: 1500,
    },
  },
  signing: {
    trust: [],
    keys: [
      { id: 'head', p12: '/office/keys/head.p12' },
      { id: 'acting', p12: '/office/keys/acting.p12' },
      { id: 'seal', p12: '/office/keys/seal.p12' },
    ],
    seal: 'seal',
    byKind: { decision: 'server' },
  },
  database: '/office/regesta.sqlite',
  norms: {},
};

/** The register with the samples of 2021 and 2022 in it. */
export const REGISTER: RegisterAsked = {
  byId: async (series, id) =>
    series === 'decision' && id === '2021-02-orenda'
      ? { path: 'archive/2021/decision/28', number: '28', year: 2021, sha256: sha256('2021-02-orenda'), state: 'filed' }
      : undefined,
  lastDate: async (_series, year) => (year === 2021 ? day('2021-06-08') : year === 2022 ? day('2022-01-11') : undefined),
  nextOrdinal: async (_series, year, opening) => (year === 2021 ? 40 : year === 2022 ? 2 : opening),
};

export const CLOCK = { now: () => new Date('2026-01-15T10:00:00Z') };
