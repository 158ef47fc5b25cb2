import { figuresAndWords, fromNumberTo, NOUNS } from '../language/figures-and-words.js';
import type { CaseMention } from '../model/archive-card.js';
import type { Block, DraftContent } from '../model/draft.js';
import { bodyOf } from '../model/office.js';
import type { StorageCategory } from '../model/retention.js';
import { caseTable, NONE, numberWords, paragraph, said, skippedNumbers } from './archive-cells.js';
import { type ArchiveForm, FORMS } from './archive-forms.js';
import { approvalMarks, archiveAgrees, archiveKind, commissionLines, LINE } from './archive-kind.js';
import { caseFiles, category, unit, year } from './archive-parts.js';
import { SENTENCES } from './archive-sentences.js';
import { CATEGORY_WORDS } from './inventory-name.js';
import { issuer } from './paper-shape.js';

/** Inventory of cases of one category (опис справ), R 28.8; order 1000/5, section VII: a section a year, each with its summary. */
export const inventory = archiveKind({
  id: 'inventory',
  name: 'опис справ',
  genitive: 'опису справ',
  heading: 'ОПИС СПРАВ',
  fields: [issuer, year, unit, category, caseFiles],
  issuer: 'general',
  traits: { archives: 'lists' },
  titleOf: (content) => content.title ?? `Опис справ ${CATEGORY_WORDS[content.category ?? 'temporary']} за ${content.year ?? ''} рік`,
  bodyOf: (content, office) => [
    paragraph(said(SENTENCES.fund, { number: LINE })),
    ...(content.unit === undefined ? [] : [paragraph(`Структурний підрозділ: ${bodyOf(office, content.unit).fullName}`)]),
    ...yearlySections(content),
    ...content.body,
  ],
  more: (content, registration, office) => ({
    marks: approvalMarks(content, registration, office),
    endorsements: [
      archiveAgrees(registration, office),
      commissionLines('СХВАЛЕНО', 'експертної комісії'),
      ...(content.category === 'permanent'
        ? [commissionLines('СХВАЛЕНО', 'експертно-перевірної комісії державного архіву')]
        : content.category === 'personnel'
          ? [commissionLines('ПОГОДЖЕНО', 'експертно-перевірної комісії державного архіву')]
          : []),
    ],
  }),
});

const FORM_OF: Readonly<Record<StorageCategory, ArchiveForm>> = {
  permanent: FORMS.permanentInventory,
  personnel: FORMS.personnelInventory,
  'long-term': FORMS.longTermInventory,
  temporary: FORMS.longTermInventory,
};

function yearlySections({ year: own, category: kept, caseFiles: cases }: DraftContent): readonly Block[] {
  const years = [...new Set(cases.map((one) => one.year ?? own ?? 0))].sort((one, other) => one - other);
  return years.flatMap((section): Block[] => {
    const inside = cases.filter((one) => (one.year ?? own ?? 0) === section);
    return [
      { type: 'heading', level: 1, text: `${section} рік` },
      caseTable(FORM_OF[kept ?? 'temporary'], inside),
      paragraph(summaryWords(inside)),
    ];
  });
}

/** `У цей розділ опису внесено 25 (двадцять пʼять) справ з № 1 по № 25, у тому числі: …` */
export function summaryWords(cases: readonly CaseMention[]): string {
  const numbers = cases.map(numberWords);
  return said(SENTENCES.inventory, {
    cases: figuresAndWords(cases.length, NOUNS.case, 'accusative'),
    range: fromNumberTo(numbers[0] ?? '—', numbers.at(-1) ?? '—'),
    lettered:
      cases
        .filter(({ letter }) => letter !== undefined)
        .map(numberWords)
        .join(', ') || NONE,
    skipped: skippedNumbers(cases),
  });
}
