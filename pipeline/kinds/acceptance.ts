import { dateInWords } from '../language/date-in-words.js';
import type { CaseMention } from '../model/archive-card.js';
import type { Block, DraftContent } from '../model/draft.js';
import type { Registration } from '../model/registration.js';
import { dateAndNumber } from './act-name.js';
import { countedCases, formTable, listOfCases, namesOf, paragraph, said } from './archive-cells.js';
import { FORMS, SENTENCES } from './archive-forms.js';
import { archiveKind, type MarksAndEndorsements, signedBy } from './archive-kind.js';
import { caseFiles, giver, inventories, receiver } from './archive-parts.js';
import { issuer } from './paper-shape.js';

/** Reception of cases by their inventories (акт приймання-передавання справ), R 28.9. */
export const acceptance = archiveKind({
  id: 'acceptance',
  name: 'акт приймання-передавання справ',
  genitive: 'акта приймання-передавання справ',
  heading: 'АКТ ПРИЙМАННЯ-ПЕРЕДАВАННЯ СПРАВ',
  fields: [issuer, inventories, caseFiles, giver, receiver],
  issuer: 'archive',
  traits: { archives: 'receives' },
  titleOf: (content) => content.title ?? 'Про приймання справ на зберігання',
  bodyOf: (content, _office, _files, registration) => [
    ...(content.inventories.length === 0
      ? []
      : [
          paragraph('За описами справ:'),
          formTable(
            FORMS.acceptance,
            content.inventories.map((reference, index) => ({
              position: String(index + 1),
              title: `Опис справ ${dateAndNumber(reference)}`,
            })),
          ),
        ]),
    ...listOfCases(content.caseFiles.filter(isAccepted)),
    ...acceptanceFoot(content, registration),
    ...content.body,
  ],
  more: (content) => ({ endorsements: signatures(content) }),
});

const isAccepted = ({ missing, faults }: CaseMention): boolean => !missing && faults.length === 0;

/** What stands at the end of the act and of every copy of an inventory of these cases (R 28.9): how many came, numbers of those that did not, the date. */
export function acceptanceFoot({ caseFiles: cases }: Pick<DraftContent, 'caseFiles'>, { date }: Registration): readonly Block[] {
  const returned = cases.filter(({ missing, faults }) => !missing && faults.length > 0);
  return [
    paragraph(said(SENTENCES.accepted, { cases: countedCases(cases.filter(isAccepted), 'accusative') })),
    paragraph(said(SENTENCES.missing, { missing: namesOf(cases.filter(({ missing }) => missing)) })),
    ...(returned.length === 0 ? [] : [paragraph(said(SENTENCES.returned, { returned: namesOf(returned) }))]),
    paragraph(said(SENTENCES.acceptedOn, { date: dateInWords(date) })),
  ];
}

/** Both signature lines of R 28.9. */
export function signatures({
  giver: gave,
  receiver: took,
}: Pick<DraftContent, 'giver' | 'receiver'>): NonNullable<MarksAndEndorsements['endorsements']> {
  return [signedBy('Справи здав:', gave), signedBy('Справи прийняв:', took)];
}
