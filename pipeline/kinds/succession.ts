import { bodyOf } from '../model/office.js';
import { countedCases, listOfCases, paragraph, said } from './archive-cells.js';
import { FORMS } from './archive-forms.js';
import { archiveKind, signedBelow } from './archive-kind.js';
import { caseFiles, giver, receiver, successor, unit } from './archive-parts.js';
import { SENTENCES } from './archive-sentences.js';
import { issuer } from './paper-shape.js';

/** Cases of a unit that is closed go to its successor, else to the archive (передавання справ у разі ліквідації), R 28.10. */
export const succession = archiveKind({
  id: 'succession',
  name: 'акт передавання справ правонаступникові',
  genitive: 'акта передавання справ правонаступникові',
  heading: 'АКТ',
  fields: [issuer, unit, successor, caseFiles, giver, receiver],
  issuer: 'archive',
  traits: { archives: 'succeeds' },
  titleOf: (content) => content.title ?? 'Про передавання справ у разі ліквідації підрозділу',
  bodyOf: (content, office) => [
    ...(content.unit === undefined ? [] : [paragraph(`Підрозділ, що ліквідується: ${bodyOf(office, content.unit).fullName}.`)]),
    paragraph(
      content.successor === undefined
        ? 'Правонаступника немає; справи передано архівному відділу (п. 28.10 Регламенту).'
        : `Правонаступник: ${bodyOf(office, content.successor).fullName} (п. 28.10 Регламенту).`,
    ),
    ...listOfCases(content.caseFiles, FORMS.handover),
    paragraph(said(SENTENCES.passedOn, { cases: countedCases(content.caseFiles, 'accusative') })),
    ...content.body,
  ],
  more: ({ giver: gave, receiver: took }) => ({ endorsements: [signedBelow('Справи здав:', gave), signedBelow('Справи прийняв:', took)] }),
});
