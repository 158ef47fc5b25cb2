import { figuresAndWords, NOUNS } from '../language/figures-and-words.js';
import type { CaseMention } from '../model/archive-card.js';
import { bodyOf } from '../model/office.js';
import { countedCases, listOfCases, paragraph, said } from './archive-cells.js';
import { SENTENCES } from './archive-forms.js';
import { archiveAgrees, archiveKind, signedBy } from './archive-kind.js';
import { caseFiles, giver, receiver, unit } from './archive-parts.js';
import { visa } from './form-parts.js';
import { issuer, listOf } from './paper-shape.js';

/** Cases of a unit when its head changes (акт приймання-передавання справ при зміні керівника), R 14.8: how many there are, and how many of the national fund. */
export const handover = archiveKind({
  id: 'handover',
  name: 'акт передавання справ при зміні керівника',
  genitive: 'акта передавання справ при зміні керівника',
  heading: 'АКТ ПЕРЕДАВАННЯ СПРАВ',
  fields: [issuer, unit, caseFiles, giver, receiver, listOf('visas', 'візи', visa, 'visa', 'віза')],
  issuer: 'archive',
  traits: { archives: 'hands-over' },
  titleOf: (content) => content.title ?? 'Про передавання справ при зміні керівника',
  bodyOf: (content, office) => [
    ...(content.unit === undefined ? [] : [paragraph(`Структурний підрозділ: ${bodyOf(office, content.unit).fullName}.`)]),
    ...listOfCases(content.caseFiles),
    paragraph(
      said(SENTENCES.counted, {
        cases: countedCases(content.caseFiles),
        fund: figuresAndWords(content.caseFiles.filter(isOfFund).length, NOUNS.case),
      }),
    ),
    ...content.body,
  ],
  more: (content, registration, office) => ({
    endorsements: [
      signedBy('Справи здав:', content.giver),
      signedBy('Справи прийняв:', content.receiver),
      ...(content.visas.length === 0
        ? [archiveAgrees(registration, office)]
        : content.visas.map((person) => signedBy('За участю:', person))),
    ],
  }),
});

/** What is kept for ever belongs to the national archival fund. */
function isOfFund({ term = '' }: CaseMention): boolean {
  return /^пост/iu.test(term);
}
