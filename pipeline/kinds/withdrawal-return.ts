import { field } from '../model/shape.js';
import { dateAndNumber } from './act-name.js';
import { countedCases, listOfCases, paragraph, said } from './archive-cells.js';
import { archiveKind, signedBelow } from './archive-kind.js';
import { caseFiles, giver } from './archive-parts.js';
import { SENTENCES } from './archive-sentences.js';
import { reference } from './form-parts.js';
import { issuer } from './paper-shape.js';

/** Lent cases have come back (повернення вилучених документів), R 4.17. */
export const withdrawalReturn = archiveKind({
  id: 'withdrawal-return',
  name: 'акт про повернення документів',
  genitive: 'акта про повернення документів',
  heading: 'АКТ',
  fields: [issuer, field('of', 'акт про вилучення', reference, 'element'), caseFiles, giver],
  issuer: 'general',
  traits: { archives: 'takes-back' },
  titleOf: (content) => content.title ?? 'Про повернення тимчасово вилучених документів',
  bodyOf: ({ of, caseFiles: cases, body }) => [
    ...(of === undefined ? [] : [paragraph(`Документи вилучено за актом ${dateAndNumber(of)}.`)]),
    ...listOfCases(cases),
    paragraph(said(SENTENCES.takenBack, { cases: countedCases(cases, 'accusative') })),
    ...body,
  ],
  more: ({ giver: gave }) => ({ endorsements: [signedBelow('Справи повернув:', gave)] }),
});
