import { bodyOf } from '../model/office.js';
import { listOfCases, paragraph } from './archive-cells.js';
import { FORMS } from './archive-forms.js';
import { archiveAgrees, archiveKind, signedBelow, signedBy } from './archive-kind.js';
import { caseFiles, giver, receiver, unit } from './archive-parts.js';
import { visa } from './form-parts.js';
import { countedByTerms } from './held-cases.js';
import { issuer, listOf } from './paper-shape.js';

/** Cases of a unit when its head changes (акт приймання-передавання справ при зміні керівника), R 14.8: how many there are, and how many of the national fund. */
export const handover = archiveKind({
  id: 'handover',
  name: 'акт передавання справ при зміні керівника',
  genitive: 'акта передавання справ при зміні керівника',
  heading: 'АКТ',
  fields: [issuer, unit, caseFiles, giver, receiver, listOf('visas', 'візи', visa, 'visa', 'віза')],
  issuer: 'archive',
  traits: { archives: 'hands-over' },
  titleOf: (content) => content.title ?? 'Про передавання справ при зміні керівника',
  bodyOf: (content, office, _files, _registration, { caseFiles: known }) => [
    ...(content.unit === undefined ? [] : [paragraph(`Структурний підрозділ: ${bodyOf(office, content.unit).fullName}.`)]),
    ...listOfCases(content.caseFiles, FORMS.handover),
    ...countedByTerms(known ?? content.caseFiles),
    ...content.body,
  ],
  more: (content, registration, office) => ({
    endorsements: [
      signedBelow('Справи здав:', content.giver),
      signedBelow('Справи прийняв:', content.receiver),
      ...(content.visas.length === 0
        ? [archiveAgrees(registration, office)]
        : content.visas.map((person) => signedBy('За участю:', person))),
    ],
  }),
});
