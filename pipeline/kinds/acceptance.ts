import { caseFiles, giver, inventories, receiver } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Reception of cases by their inventories (акт приймання-передавання справ), R 28.9. */
export const acceptance = paperKind({
  id: 'acceptance',
  name: 'акт приймання-передавання справ',
  genitive: 'акта приймання-передавання справ',
  heading: 'АКТ ПРИЙМАННЯ-ПЕРЕДАВАННЯ СПРАВ',
  fields: [issuer, inventories, caseFiles, giver, receiver],
  issuer: 'archive',
  traits: { archives: 'receives' },
  titleOf: (content) => content.title ?? 'Про приймання справ на зберігання',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
