import { figuresAndWords, NOUNS, numberRanges } from '../language/figures-and-words.js';
import type { CaseMention } from '../model/archive-card.js';
import { toDigitalStyle, yearOf } from '../model/date.js';
import type { Block, DraftContent } from '../model/draft.js';
import { dateAndNumber } from './act-name.js';
import { caseRow, formTable, paragraph, said } from './archive-cells.js';
import { FORMS, SENTENCES } from './archive-forms.js';
import { approvalMarks, archiveAgrees, archiveKind, commissionLines, signedBy } from './archive-kind.js';
import { caseFiles, inventories, leave, unit } from './archive-parts.js';
import { visa } from './form-parts.js';
import { issuer, listOf } from './paper-shape.js';

/** Withdrawal of cases for destruction (акт про вилучення для знищення документів), R 28.2; order 1000/5. */
export const destruction = archiveKind({
  id: 'destruction',
  name: 'акт про вилучення документів для знищення',
  genitive: 'акта про вилучення документів для знищення',
  heading: 'АКТ ПРО ВИЛУЧЕННЯ ДЛЯ ЗНИЩЕННЯ ДОКУМЕНТІВ',
  fields: [issuer, unit, caseFiles, leave, inventories, listOf('visas', 'візи', visa, 'visa', 'віза')],
  issuer: 'general',
  traits: { archives: 'destroys' },
  titleOf: (content) => content.title ?? 'Про вилучення для знищення документів, не внесених до Національного архівного фонду',
  bodyOf: (content) => [
    paragraph(said(SENTENCES.destructionGround, {})),
    formTable(
      FORMS.destruction,
      content.caseFiles.map((mention, index) => ({ ...caseRow(mention, index + 1), listedBy: listedBy(mention) })),
    ),
    ...foot(content),
    ...content.body,
  ],
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

function listedBy({ year }: CaseMention): string {
  return year === undefined ? '' : `номенклатура за ${year} рік`;
}

function foot({ caseFiles: cases, inventories: approved, leave: given }: DraftContent): readonly Block[] {
  const years = [...new Set(cases.flatMap(({ year, ended }) => year ?? (ended === undefined ? [] : yearOf(ended))))].sort(
    (one, other) => one - other,
  );
  const word = years.length === 1 ? 'рік' : 'роки';
  return [
    paragraph(said(SENTENCES.destroyed, { cases: figuresAndWords(cases.length, NOUNS.case), years: `${numberRanges(years)} ${word}` })),
    ...(approved.length === 0
      ? []
      : [paragraph(`Описи справ постійного зберігання за ці роки схвалено: ${approved.map(dateAndNumber).join('; ')}.`)]),
    ...(given === undefined ? [] : [paragraph(`Дозвіл архівного відділу: ${leaveWords(given)}.`)]),
  ];
}

/** `Міський голова Віталій НЕМЕРЕЦЬ, 05.03.2022 № 12` */
export function leaveWords({ by, date, number }: NonNullable<DraftContent['leave']>): string {
  const who = [by?.post, by?.name].filter((part) => part !== undefined).join(' ');
  const when = [date === undefined ? undefined : toDigitalStyle(date), number === undefined ? undefined : `№ ${number}`]
    .filter((part) => part !== undefined)
    .join(' ');
  return [who, when].filter((part) => part !== '').join(', ');
}
