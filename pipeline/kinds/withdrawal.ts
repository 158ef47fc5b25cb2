import { field, text } from '../model/shape.js';
import { countedCases, listOfCases, paragraph, said } from './archive-cells.js';
import { archiveKind, signedBelow } from './archive-kind.js';
import { caseFiles, leave, receiver } from './archive-parts.js';
import { SENTENCES } from './archive-sentences.js';
import { leaveWords } from './destruction.js';
import { issuer } from './paper-shape.js';

/** Cases are lent to a law-enforcement body by the head’s leave (тимчасове вилучення справ), R 4.17. */
export const withdrawal = archiveKind({
  id: 'withdrawal',
  name: 'акт про тимчасове вилучення документів',
  genitive: 'акта про тимчасове вилучення документів',
  heading: 'АКТ',
  fields: [issuer, caseFiles, leave, receiver, field('reason', 'причина', text, 'element')],
  issuer: 'general',
  traits: { archives: 'lends' },
  titleOf: (content) => content.title ?? 'Про тимчасове вилучення документів',
  bodyOf: ({ caseFiles: cases, leave: given, reason, body }) => [
    ...(reason === undefined ? [] : [paragraph(`Підстава: ${reason.replace(/[.\s]+$/u, '')}.`)]),
    ...(given === undefined ? [] : [paragraph(said(SENTENCES.lendingLeave, { leave: leaveWords(given) }))]),
    ...listOfCases(cases),
    paragraph(said(SENTENCES.lent, { cases: countedCases(cases, 'accusative') })),
    ...body,
  ],
  more: ({ receiver: took }) => ({ endorsements: [signedBelow('Справи отримав:', took)] }),
});
