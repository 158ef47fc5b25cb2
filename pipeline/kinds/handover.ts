import { caseFiles, giver, receiver, unit } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { visa } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';

/** Cases of a unit when its head changes (акт приймання-передавання справ при зміні керівника), R 14.8. */
export const handover = paperKind({
  id: 'handover',
  name: 'акт передавання справ при зміні керівника',
  genitive: 'акта передавання справ при зміні керівника',
  heading: 'АКТ ПЕРЕДАВАННЯ СПРАВ',
  fields: [issuer, unit, caseFiles, giver, receiver, listOf('visas', 'візи', visa, 'visa', 'віза')],
  issuer: 'archive',
  traits: { archives: 'hands-over' },
  titleOf: (content) => content.title ?? 'Про передавання справ при зміні керівника',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
