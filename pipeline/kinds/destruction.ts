import { numberRanges } from '../language/figures-and-words.js';
import type { ApprovedInventory, CaseOnRecord } from '../model/case-on-record.js';
import { toDigitalStyle, yearOf } from '../model/date.js';
import type { Block, DraftContent } from '../model/draft.js';
import type { OnRecord } from '../model/kind.js';
import { dateAndNumber } from './act-name.js';
import { caseRow, countedCases, type FormRow, formTable, numberWords, paragraph, said } from './archive-cells.js';
import { FORMS } from './archive-forms.js';
import { approvalMarks, archiveAgrees, archiveKind, commissionLines, signedBy } from './archive-kind.js';
import { caseFiles, inventories, leave, unit } from './archive-parts.js';
import { SENTENCES } from './archive-sentences.js';
import { visa } from './form-parts.js';
import { inventoryWords, namedInventory } from './inventory-name.js';
import { issuer, listOf } from './paper-shape.js';

/** Withdrawal of cases for destruction (акт про вилучення для знищення документів), R 28.2; order 1000/5. */
export const destruction = archiveKind({
  id: 'destruction',
  name: 'акт про вилучення документів для знищення',
  genitive: 'акта про вилучення документів для знищення',
  heading: 'АКТ',
  fields: [issuer, unit, caseFiles, leave, inventories, listOf('visas', 'візи', visa, 'visa', 'віза')],
  issuer: 'general',
  traits: { archives: 'destroys' },
  titleOf: (content) => content.title ?? 'Про вилучення для знищення документів, не внесених до Національного архівного фонду',
  bodyOf: (content, _office, _files, _registration, onRecord) => {
    const cases: readonly CaseOnRecord[] = onRecord.caseFiles ?? content.caseFiles;
    return [
      paragraph(said(SENTENCES.destructionGround, {})),
      formTable(FORMS.destruction, cases.map(doomedRow)),
      ...foot(content, cases, onRecord),
      ...content.body,
    ];
  },
  more: (content, registration, office) => ({
    marks: approvalMarks(content, registration, office),
    endorsements: [
      commissionLines('СХВАЛЕНО', 'експертної комісії'),
      ...(content.visas.length === 0
        ? [archiveAgrees(registration, office)]
        : content.visas.map((person) => signedBy('ПОГОДЖЕНО', person))),
      { lines: [said(SENTENCES.destructionMark, {})] },
    ],
  }),
});

/** By what list a case is named, and how it is called there: its number in an inventory, else its index in the nomenclature. */
function doomedRow(mention: CaseOnRecord, position: number): FormRow {
  const { inventory, nomenclature, index } = mention;
  const year = yearOfCase(mention);
  const plan = nomenclature === undefined ? '' : ` ${dateAndNumber(nomenclature)}`;
  return {
    ...caseRow(mention, position + 1),
    listedBy: inventory ? inventoryWords(inventory) : year === undefined ? '' : `номенклатура справ за ${year} рік${plan}`,
    index: inventory === undefined ? index : `№ ${numberWords(mention)} (${index ?? ''})`,
  };
}

function yearOfCase({ year, ended }: CaseOnRecord): number | undefined {
  return year ?? (ended === undefined ? undefined : yearOf(ended));
}

function foot(
  { inventories: named, leave: given }: DraftContent,
  cases: readonly CaseOnRecord[],
  { permanent, listedBy }: OnRecord,
): readonly Block[] {
  const years = [...new Set(cases.flatMap((one) => yearOfCase(one) ?? []))].sort((one, other) => one - other);
  const word = years.length === 1 ? 'рік' : 'роки';
  const approved = permanent?.map(approvedWords) ?? named.map((reference) => namedInventory(reference, listedBy));
  return [
    paragraph(said(SENTENCES.destroyed, { cases: countedCases(cases), years: `${numberRanges(years)} ${word}` })),
    ...(approved.length === 0 ? [] : [paragraph(said(SENTENCES.permanentApproved, { inventories: approved.join('; ') }))]),
    ...(given === undefined ? [] : [paragraph(said(SENTENCES.destructionLeave, { leave: leaveWords(given) }))]),
  ];
}

function approvedWords(inventory: ApprovedInventory): string {
  return `${inventoryWords(inventory)} (протокол експертної комісії ${inventory.approvedBy.map(dateAndNumber).join('; ')})`;
}

/** `Міський голова Віталій НЕМЕРЕЦЬ, 05.03.2022 № 12` */
export function leaveWords({ by, date, number }: NonNullable<DraftContent['leave']>): string {
  const who = [by?.post, by?.name].filter((part) => part !== undefined).join(' ');
  const when = [date === undefined ? undefined : toDigitalStyle(date), number === undefined ? undefined : `№ ${number}`]
    .filter((part) => part !== undefined)
    .join(' ');
  return [who, when].filter((part) => part !== '').join(', ');
}
