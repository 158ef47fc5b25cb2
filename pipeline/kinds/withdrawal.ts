import { field, text } from '../model/shape.js';
import { caseFiles, leave, receiver } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Cases are lent to a law-enforcement body by the head’s leave (тимчасове вилучення справ), R 4.17. */
export const withdrawal = paperKind({
  id: 'withdrawal',
  name: 'акт про тимчасове вилучення документів',
  genitive: 'акта про тимчасове вилучення документів',
  heading: 'АКТ ПРО ТИМЧАСОВЕ ВИЛУЧЕННЯ ДОКУМЕНТІВ',
  fields: [issuer, caseFiles, leave, receiver, field('reason', 'причина', text, 'element')],
  issuer: 'general',
  traits: { archives: 'lends' },
  titleOf: (content) => content.title ?? 'Про тимчасове вилучення документів',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
