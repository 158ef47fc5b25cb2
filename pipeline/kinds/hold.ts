import { field, text } from '../model/shape.js';
import { caseFiles } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Cases may not be destroyed until further notice (заборона знищення справ). */
export const hold = paperKind({
  id: 'hold',
  name: 'заборона знищення справ',
  genitive: 'заборони знищення справ',
  heading: 'ЗАБОРОНА ЗНИЩЕННЯ СПРАВ',
  fields: [issuer, caseFiles, field('reason', 'причина', text, 'element')],
  issuer: 'legal',
  traits: { archives: 'holds' },
  titleOf: (content) => content.title ?? 'Про заборону знищення справ',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
