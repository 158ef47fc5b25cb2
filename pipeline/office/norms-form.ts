import * as v from 'valibot';
import { CHANGE_KINDS } from '../model/draft.js';
import type { Norms } from '../model/norms.js';
import { STORAGE_CATEGORIES } from '../model/retention.js';
import { VISA_ROLES } from '../model/roles.js';
import { TERM_IDS, TERM_READINGS } from '../model/term-norm.js';
import { VISA_RULES, type VisaOccasion } from '../model/visa-matrix.js';
import { count, date, id, interval, text } from './form-parts.js';

const texts = v.array(text);
const visaRole = v.picklist(VISA_ROLES);
const flag = v.optional(v.boolean());
const occasion = {
  issuer: v.optional(v.picklist(['committee', 'council', 'head', 'unit'])),
  administrative: flag,
  collegial: flag,
  personnel: flag,
  normative: flag,
  delegated: flag,
  spends: flag,
  regulatory: flag,
  agreement: v.optional(v.picklist(['contract', 'amendment', 'termination'])),
} satisfies Record<keyof VisaOccasion, v.GenericSchema>;
const essentialTerm = v.strictObject({
  term: id,
  name: text,
  source: text,
  mark: v.picklist(['read', 'known']),
  field: v.optional(v.picklist(['subject', 'amount', 'term'])),
  ...interval,
});
const termRule = v.variant('unit', [
  v.strictObject({ unit: v.picklist(['working', 'calendar', 'months', 'years']), count, direction: v.picklist(['after', 'before']) }),
  v.strictObject({ unit: v.literal('weekday'), nth: count, weekday: count }),
  v.strictObject({ unit: v.literal('month-day'), day: count, february: count }),
  v.strictObject({ unit: v.literal('month'), month: count }),
  v.strictObject({ unit: v.literal('hour'), until: text }),
]);
/** The form of what an office sets in place of the norms' own data. */
export const norms = v.strictObject({
  titleLength: count,
  delegatedMark: text,
  statingOpenings: texts,
  selfGovernmentLaw: text,
  normativeWords: texts,
  normativeExceptions: texts,
  postWords: texts,
  deputyWords: texts,
  titleAbbreviations: texts,
  actPages: count,
  notePages: count,
  reportWords: texts,
  lawEnforcementWords: texts,
  transferTerms: v.array(
    v.strictObject({
      unit: v.optional(text),
      kinds: v.optional(texts),
      years: count,
      clause: text,
      against: v.optional(text),
    }),
  ),
  secrecyMarks: texts,
  visas: v.array(
    v.strictObject({
      rule: v.picklist(VISA_RULES),
      when: v.strictObject(occasion),
      changes: v.optional(v.array(v.picklist(CHANGE_KINDS))),
      olderThanYears: v.optional(count),
      titles: v.optional(texts),
      by: v.array(v.union([visaRole, v.array(visaRole)], 'a role, or a list of roles of which one is enough')),
    }),
  ),
  visaOrder: v.strictObject({ first: v.array(visaRole), last: v.array(visaRole) }),
  agreeingRemarks: texts,
  negativeConclusions: texts,
  commissionTitles: texts,
  tripTitles: texts,
  legalBases: v.array(
    v.strictObject({ act: text, norm: v.optional(text), mark: v.picklist(['read', 'known']), source: text, ...interval }),
  ),
  paperSize: v.strictObject({ width: count, height: count, tolerance: count }),
  blackTolerance: count,
  legalForms: v.array(v.tuple([text, text])),
  contractTypes: v.record(id, v.strictObject({ name: text, essential: v.array(essentialTerm) })),
  inventoryCopies: v.strictObject({ permanent: count, personnel: count, 'long-term': count, temporary: count }),
  retention: v.array(
    v.strictObject({
      article: text,
      documents: text,
      category: v.picklist(STORAGE_CATEGORIES),
      years: v.optional(count),
      words: text,
      isAppraised: v.boolean(),
      ...interval,
      source: text,
      mark: v.picklist(['read', 'known', 'weak']),
    }),
  ),
  holidays: v.array(
    v.pipe(
      v.strictObject({
        name: text,
        day: v.optional(v.pipe(v.string('a day mm-dd in quotes'), v.regex(/^(0[1-9]|1[0-2])-([0-2]\d|3[01])$/, 'a day mm-dd in quotes'))),
        afterEaster: v.optional(v.pipe(v.number('a whole number'), v.integer('a whole number'))),
        ...interval,
        source: text,
        mark: v.picklist(['read', 'known']),
      }),
      v.check(({ day, afterEaster }) => (day === undefined) !== (afterEaster === undefined), 'either day or afterEaster'),
    ),
  ),
  regimes: v.array(v.strictObject({ name: text, from: date, to: v.optional(date), source: text, mark: v.picklist(['read', 'known']) })),
  terms: v.array(
    v.strictObject({ id: v.picklist(TERM_IDS), what: text, event: text, rule: termRule, clause: text, ...interval, source: text }),
  ),
  termReading: v.picklist(TERM_READINGS),
} satisfies Record<keyof Norms, v.GenericSchema>);
