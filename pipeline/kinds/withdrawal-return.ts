import { field } from '../model/shape.js';
import { caseFiles, giver } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { reference } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Lent cases have come back (повернення вилучених документів), R 4.17. */
export const withdrawalReturn = paperKind({
  id: 'withdrawal-return',
  name: 'акт про повернення документів',
  genitive: 'акта про повернення документів',
  heading: 'АКТ ПРО ПОВЕРНЕННЯ ДОКУМЕНТІВ',
  fields: [issuer, field('of', 'акт про вилучення', reference, 'element'), caseFiles, giver],
  issuer: 'general',
  traits: { archives: 'takes-back' },
  titleOf: (content) => content.title ?? 'Про повернення тимчасово вилучених документів',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
