import type { PlannedCaseCard } from '../model/archive-card.js';
import type { Block, DraftContent } from '../model/draft.js';
import { bodyOf, type Office } from '../model/office.js';
import type { Registration } from '../model/registration.js';
import { retentionOn } from '../model/retention.js';
import { RETENTION } from '../norms/retention.js';
import { type FormRow, formTable, paragraph, said } from './archive-cells.js';
import { FORMS, SENTENCES } from './archive-forms.js';
import { approvalMarks, archiveAgrees, archiveKind, commissionLines, signedBy } from './archive-kind.js';
import { plannedCases, unit, year } from './archive-parts.js';
import { visa } from './form-parts.js';
import { issuer, listOf } from './paper-shape.js';

/** Nomenclature of cases of a year (номенклатура справ), R 28.2; order 1000/5. Its summary of the year is filled in when the year is closed. */
export const nomenclature = archiveKind({
  id: 'nomenclature',
  name: 'номенклатура справ',
  genitive: 'номенклатури справ',
  heading: 'НОМЕНКЛАТУРА СПРАВ',
  fields: [issuer, year, unit, plannedCases, listOf('visas', 'візи', visa, 'visa', 'віза')],
  issuer: 'general',
  traits: { archives: 'plans' },
  titleOf: (content) => content.title ?? `Номенклатура справ на ${content.year ?? ''} рік`,
  bodyOf: (content, office, _, registration) => [...sections(content, office, registration), ...summary(content), ...content.body],
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

/** The number of cases is entered when the year is closed. */
function plannedRow(
  { index, heading, article, term, transitional, note }: PlannedCaseCard,
  { date }: Registration,
  office: Office,
): FormRow {
  const words = term ?? (article === undefined ? undefined : retentionOn(office.norms.retention ?? RETENTION, article, date)?.words);
  return {
    index,
    heading,
    count: '',
    term: [words, article === undefined ? undefined : `ст. ${article}`].filter((part) => part !== undefined).join(', '),
    note: [transitional ? 'перехідна' : undefined, note].filter((part) => part !== undefined).join('; '),
  };
}

function summary({ year: planned }: DraftContent): readonly Block[] {
  const categories = ['Постійного', 'Тривалого (понад 10 років)', 'Тимчасового (до 10 років включно)', 'Разом'];
  return [
    paragraph(`${said(SENTENCES.yearSummary, { year: String(planned ?? '') })}:`),
    formTable(
      FORMS.yearSummary,
      categories.map((category) => ({ category })),
    ),
  ];
}
