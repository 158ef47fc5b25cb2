import type { PlannedCaseCard } from '../model/archive-card.js';
import type { LocalDate } from '../model/date.js';
import type { Block, DraftContent } from '../model/draft.js';
import { yearsIn } from '../model/nomenclature.js';
import { bodyOf, type Office } from '../model/office.js';
import type { Registration } from '../model/registration.js';
import { retentionOn } from '../model/retention.js';
import { type SummaryPart, type SummedTerm, yearSummary } from '../model/year-summary.js';
import { RETENTION } from '../norms/retention.js';
import { type FormRow, formTable, paragraph, said } from './archive-cells.js';
import { FORMS } from './archive-forms.js';
import { approvalMarks, archiveAgrees, archiveKind, commissionLines, signedBy } from './archive-kind.js';
import { plannedCases, unit, year } from './archive-parts.js';
import { SENTENCES } from './archive-sentences.js';
import { visa } from './form-parts.js';
import { issuer, listOf } from './paper-shape.js';

/** Nomenclature of cases of a year (номенклатура справ), R 28.2; order 1000/5. Its edition made when the year is over tells how many cases were formed, with the summary by terms. */
export const nomenclature = archiveKind({
  id: 'nomenclature',
  name: 'номенклатура справ',
  genitive: 'номенклатури справ',
  heading: 'НОМЕНКЛАТУРА СПРАВ',
  fields: [issuer, year, unit, plannedCases, listOf('visas', 'візи', visa, 'visa', 'віза')],
  issuer: 'general',
  traits: { archives: 'plans' },
  titleOf: (content) => content.title ?? `Номенклатура справ на ${content.year ?? ''} рік`,
  bodyOf: (content, office, _, registration) => [
    ...sections(content, office, registration),
    ...summary(content, registration, office),
    ...content.body,
  ],
  more: (content, registration, office) => ({
    marks: approvalMarks(content, registration, office),
    endorsements: [
      commissionLines('ПОГОДЖЕНО', 'експертної комісії'),
      ...(content.visas.length === 0
        ? [archiveAgrees(registration, office)]
        : content.visas.map((person) => signedBy('ПОГОДЖЕНО', person))),
    ],
  }),
});

/** A section a unit, in the order in which the draft first names them. */
function sections({ plannedCases: planned }: DraftContent, office: Office, registration: Registration): readonly Block[] {
  const units = [...new Set(planned.map((one) => one.unit ?? ''))];
  return units.flatMap((id): Block[] => [
    ...(units.length === 1 && id === '' ? [] : [{ type: 'heading' as const, level: 1, text: bodyOf(office, id).fullName }]),
    formTable(
      FORMS.nomenclature,
      planned.filter((one) => (one.unit ?? '') === id).map((one) => plannedRow(one, registration, office)),
    ),
  ]);
}

/** The number of cases is entered when the year is over. */
function plannedRow(card: PlannedCaseCard, { date }: Registration, office: Office): FormRow {
  const { index, heading, article, transitional, count, note } = card;
  return {
    index,
    heading,
    count: count === undefined ? '' : numberOrDash(count),
    term: [termOf(card, date, office).words, article === undefined ? undefined : `ст. ${article}`]
      .filter((part) => part !== undefined)
      .join(', '),
    note: [transitional ? 'перехідна' : undefined, note].filter((part) => part !== undefined).join('; '),
  };
}

function termOf({ article, term }: PlannedCaseCard, date: LocalDate, office: Office): SummedTerm {
  const row = article === undefined ? undefined : retentionOn(office.norms.retention ?? RETENTION, article, date);
  return { category: row?.category ?? 'permanent', words: term ?? row?.words, years: yearsIn(term ?? '') ?? row?.years };
}

/** Empty until the counts are entered. */
function summary({ year: planned, plannedCases: cards }: DraftContent, { date }: Registration, office: Office): readonly Block[] {
  const isCounted = cards.some(({ count }) => count !== undefined);
  const sums = yearSummary(cards.map((card) => ({ ...termOf(card, date, office), ...card })));
  return [
    paragraph(`${said(SENTENCES.yearSummary, { year: String(planned ?? '') })}:`),
    formTable(
      FORMS.yearSummary,
      SUMMED.map(([part, category]) => {
        const { count, passing, appraised } = sums[part];
        return isCounted
          ? { category, count: numberOrDash(count), passing: numberOrDash(passing), appraised: numberOrDash(appraised) }
          : { category };
      }),
    ),
  ];
}

const SUMMED: readonly (readonly [SummaryPart, string])[] = [
  ['permanent', 'Постійного'],
  ['long', 'Тривалого (понад 10 років)'],
  ['temporary', 'Тимчасового (до 10 років включно)'],
  ['all', 'Разом'],
];

const numberOrDash = (count: number): string => (count === 0 ? '—' : String(count));
