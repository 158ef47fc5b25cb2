import { field, text } from '../model/shape.js';
import { caseFiles } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** A hold on cases ends (зняття заборони знищення справ). */
export const holdEnd = paperKind({
  id: 'hold-end',
  name: 'зняття заборони знищення справ',
  genitive: 'зняття заборони знищення справ',
  heading: 'ЗНЯТТЯ ЗАБОРОНИ ЗНИЩЕННЯ СПРАВ',
  fields: [issuer, caseFiles, field('reason', 'причина', text, 'element')],
  issuer: 'legal',
  traits: { archives: 'frees' },
  titleOf: (content) => content.title ?? 'Про зняття заборони знищення справ',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
