import * as v from 'valibot';
import type { PlannedCaseCard } from '../model/archive-card.js';
import { SIGNATURE_LEVELS, type StandingInvitee } from '../model/office.js';
import { OFFICIAL_ROLES } from '../model/roles.js';
import { DEFAULT_LIMITS } from './default-limits.js';
import { count, date, id, interval, text, year } from './form-parts.js';
import { norms } from './norms-form.js';

const yearKey = v.pipe(v.string(), v.regex(/^\d{4}$/, 'a year'));
/** `2s`, `500ms`, `5m` → milliseconds. */
const duration = v.pipe(
  v.string('a duration such as 2s, 500ms or 5m'),
  v.regex(/^\d+(ms|s|m)$/, 'a duration such as 2s, 500ms or 5m'),
  v.transform((value) => Number.parseInt(value, 10) * (value.endsWith('ms') ? 1 : value.endsWith('s') ? 1000 : 60_000)),
);
const timeZone = v.pipe(
  text,
  v.check((value) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
    } catch {
      return false;
    }
  }, 'a time zone such as Europe/Kyiv'),
);

/** Of a service; nobody's password stands in it. */
const address = v.pipe(
  v.string('an address such as http://tsa.example/tsp'),
  v.check((value) => {
    if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false;
    const { username, password } = new URL(value);
    return username === '' && password === '';
  }, 'an address such as http://tsa.example/tsp, without a password'),
);

const limits = v.strictObject({
  fileBytes: v.optional(count, DEFAULT_LIMITS.fileBytes),
  zipEntries: v.optional(count, DEFAULT_LIMITS.zipEntries),
  zipBytes: v.optional(count, DEFAULT_LIMITS.zipBytes),
  zipRatio: v.optional(count, DEFAULT_LIMITS.zipRatio),
  depth: v.optional(count, DEFAULT_LIMITS.depth),
  parts: v.optional(count, DEFAULT_LIMITS.parts),
  textLength: v.optional(count, DEFAULT_LIMITS.textLength),
  fieldLength: v.optional(count, DEFAULT_LIMITS.fieldLength),
  listLength: v.optional(count, DEFAULT_LIMITS.listLength),
  sheets: v.optional(count, DEFAULT_LIMITS.sheets),
});

const key = v.pipe(
  v.strictObject({
    id: v.pipe(
      id,
      v.check((value) => value !== 'outside', 'an id other than «outside»'),
    ),
    p12: v.optional(text),
    program: v.optional(v.pipe(v.array(text), v.minLength(1, 'the path of a program, then its arguments'))),
    certificates: v.optional(text),
    timeLimit: v.optional(duration),
    passwordFile: v.optional(text),
  }),
  v.check(
    ({ p12, program, certificates }) =>
      (p12 === undefined) !== (program === undefined) && (program === undefined) === (certificates === undefined),
    'either p12, or program with certificates',
  ),
  v.check(({ program, timeLimit }) => program !== undefined || timeLimit === undefined, 'timeLimit only beside program'),
);

const plannedCase = v.strictObject({
  index: text,
  unit: id,
  heading: text,
  article: text,
  term: v.optional(text),
  transitional: v.optional(v.boolean(), false),
  note: v.optional(text),
  takes: v.optional(
    v.array(
      v.pipe(
        v.strictObject({ kind: v.optional(id), series: v.optional(id) }),
        v.check(({ kind, series }) => kind !== undefined || series !== undefined, 'a kind, a series, or both'),
      ),
    ),
    [],
  ),
} satisfies Record<Exclude<keyof PlannedCaseCard, 'count'>, v.GenericSchema>);

/** Whom the regulation itself invites to every meeting (R 4.5). */
const STANDING_INVITEES: StandingInvitee[] = [
  { post: 'представники засобів масової інформації' },
  { role: 'organisation' },
  { role: 'general' },
  { role: 'legal' },
];

/** The form of `office.yaml`. Every message is what was expected there. */
export const settingsForm = v.strictObject({
  body: v.strictObject({
    names: v.pipe(v.array(text), v.minLength(1, 'at least one line of the name')),
    fullName: v.optional(text),
    genitive: text,
    subject: text,
    place: text,
    edrpou: v.pipe(v.string('eight digits in quotes'), v.regex(/^\d{8}$/, 'eight digits in quotes')),
  }),
  bodies: v.optional(
    v.array(
      v.strictObject({
        id,
        names: v.pipe(v.array(text), v.minLength(1, 'at least one line of the name')),
        fullName: text,
        genitive: text,
        subject: text,
        seal: v.optional(id),
      }),
    ),
    [],
  ),
  timezone: v.optional(timeZone, 'Europe/Kyiv'),
  folders: v.optional(
    v.strictObject({
      inbox: v.optional(text, 'inbox'),
      refused: v.optional(text, 'refused'),
      outbox: v.optional(text, 'outbox'),
      archive: v.optional(text, 'archive'),
      templates: v.optional(text, 'templates'),
    }),
    {},
  ),
  clerks: v.optional(v.array(v.pipe(text, v.regex(/^[^/\\.][^/\\]*$/, 'the name of one folder'))), []),
  membership: v.array(v.strictObject({ body: text, total: count, ...interval })),
  officials: v.array(
    v.strictObject({
      id,
      role: v.optional(v.picklist(OFFICIAL_ROLES), 'head'),
      units: v.optional(v.array(id), []),
      post: text,
      name: text,
      ...interval,
      acting: v.optional(v.boolean(), false),
      ground: v.optional(text),
      key: v.optional(id),
      certificate: v.optional(text),
    }),
  ),
  invitees: v.optional(
    v.array(
      v.pipe(
        v.strictObject({
          role: v.optional(v.picklist(OFFICIAL_ROLES)),
          post: v.optional(text),
          name: v.optional(text),
          ...interval,
        }),
        v.check(({ role, post }) => (role === undefined) !== (post === undefined), 'either role or post'),
        v.check(({ role, name }) => role === undefined || name === undefined, 'name only beside post'),
      ),
    ),
    STANDING_INVITEES,
  ),
  series: v.pipe(
    v.array(
      v.strictObject({
        id,
        kinds: v.array(id),
        opening: v.optional(v.record(yearKey, count), {}),
        closed: v.optional(v.array(year), []),
        suffix: v.optional(v.pipe(v.string(), v.regex(/^[-/]?[\p{L}\d-]*$/u, 'letters, digits and «-»')), ''),
      }),
    ),
    v.check((series) => new Set(series.map((one) => one.id)).size === series.length, 'series with different ids'),
    v.check(
      (series) => new Set(series.flatMap((one) => one.kinds)).size === series.flatMap((one) => one.kinds).length,
      'each kind in one series only',
    ),
  ),
  nomenclature: v.optional(
    v.array(
      v.strictObject({
        from: v.optional(year),
        to: v.optional(year),
        cases: v.pipe(
          v.array(plannedCase),
          v.check((cases) => new Set(cases.map(({ index }) => index)).size === cases.length, 'cases with different indexes'),
        ),
      }),
    ),
    [],
  ),
  calendar: v.optional(v.strictObject({ daysOff: v.optional(v.array(date), []), workingDays: v.optional(v.array(date), []) }), {}),
  intake: v.optional(
    v.strictObject({
      settle: v.optional(duration, '2s'),
      giveUp: v.optional(duration, '60s'),
      scan: v.optional(duration, '10s'),
      limits: v.optional(limits, {}),
    }),
    {},
  ),
  signing: v.pipe(
    v.strictObject({
      trust: v.optional(v.array(text), []),
      keys: v.optional(v.array(key), []),
      seal: v.optional(id, 'seal'),
      byKind: v.optional(v.record(v.string(), v.picklist(['server', 'outside'])), {}),
      level: v.optional(v.picklist(SIGNATURE_LEVELS), 'B-B'),
      tsa: v.optional(v.array(address), []),
      tsaPolicy: v.optional(v.pipe(v.string(), v.regex(/^[0-2](\.(0|[1-9]\d*))+$/, 'an object identifier such as 1.2.3.4, in quotes'))),
      ocsp: v.optional(v.array(address)),
      crl: v.optional(v.array(address)),
      renewBeforeDays: v.optional(count, 90),
    }),
    v.check(({ level, tsa }) => level === 'B-B' || tsa.length > 0, 'a time-stamping authority in tsa, for a level above B-B'),
    v.check(({ level, trust }) => level === 'B-B' || trust.length > 0, 'roots in trust, for a level above B-B'),
  ),
  database: v.optional(text, 'regesta.sqlite'),
  id: v.optional(id, 'main'),
  norms: v.optional(v.partial(norms), {}),
});

export type Settings = v.InferOutput<typeof settingsForm>;

/** What is wrong with settings: the path of keys and, in words, what was expected there. */
export interface SettingsFlaw {
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly received: string;
  readonly unknownKey: boolean;
}

/** Checks parsed YAML against the form: the settings with defaults filled in, or every flaw. */
export function checkSettings(value: unknown): { readonly settings: Settings } | { readonly flaws: readonly SettingsFlaw[] } {
  const result = v.safeParse(settingsForm, value);
  if (result.success) return { settings: result.output };
  return {
    flaws: result.issues.map((issue) => ({
      path: issue.path?.map((item) => item.key as string | number) ?? [],
      expected: issue.message.startsWith('Invalid ') ? (issue.expected ?? '') : issue.message,
      received: issue.received,
      unknownKey: issue.kind === 'schema' && issue.type === 'strict_object' && issue.expected === 'never',
    })),
  };
}
