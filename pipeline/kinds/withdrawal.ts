import { field, text } from '../model/shape.js';
import { countedCases, listOfCases, paragraph } from './archive-cells.js';
import { archiveKind, signedBy } from './archive-kind.js';
import { caseFiles, leave, receiver } from './archive-parts.js';
import { leaveWords } from './destruction.js';
import { issuer } from './paper-shape.js';

/** Cases are lent to a law-enforcement body by the head’s leave (тимчасове вилучення справ), R 4.17. */
export const withdrawal = archiveKind({
  id: 'withdrawal',
  name: 'акт про тимчасове вилучення документів',
  genitive: 'акта про тимчасове вилучення документів',
  heading: 'АКТ ПРО ТИМЧАСОВЕ ВИЛУЧЕННЯ ДОКУМЕНТІВ',
  fields: [issuer, caseFiles, leave, receiver, field('reason', 'причина', text, 'element')],
  issuer: 'general',
  traits: { archives: 'lends' },
  titleOf: (content) => content.title ?? 'Про тимчасове вилучення документів',
  bodyOf: ({ caseFiles: cases, leave: given, reason, body }) => [
    ...(reason === undefined ? [] : [paragraph(`Підстава: ${reason.replace(/[.\s]+$/u, '')}.`)]),
    ...(given === undefined ? [] : [paragraph(`Дозвіл міського голови (п. 4.17 Регламенту): ${leaveWords(given)}.`)]),
    ...listOfCases(cases),
    paragraph(`Разом вилучено ${countedCases(cases, 'accusative')}. На місці вилучених документів залишено засвідчені копії.`),
    ...body,
  ],
  more: ({ receiver: took }) => ({ endorsements: [signedBy('Справи отримав:', took)] }),
});
