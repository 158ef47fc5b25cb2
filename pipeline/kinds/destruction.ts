import { caseFiles, inventories, leave, unit } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { visa } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';

/** Withdrawal of cases for destruction (акт про вилучення для знищення документів), R 28.2. */
export const destruction = paperKind({
  id: 'destruction',
  name: 'акт про вилучення документів для знищення',
  genitive: 'акта про вилучення документів для знищення',
  heading: 'АКТ ПРО ВИЛУЧЕННЯ ДЛЯ ЗНИЩЕННЯ ДОКУМЕНТІВ',
  fields: [issuer, unit, caseFiles, leave, inventories, listOf('visas', 'візи', visa, 'visa', 'віза')],
  issuer: 'general',
  traits: { archives: 'destroys' },
  titleOf: (content) => content.title ?? 'Про вилучення для знищення документів, не внесених до Національного архівного фонду',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
