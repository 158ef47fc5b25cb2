import { field, text } from '../model/shape.js';
import { caseFiles } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { reference } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** A document goes to another case than the nomenclature says (переміщення документа до іншої справи). */
export const refile = paperKind({
  id: 'refile',
  name: 'переміщення документа до іншої справи',
  genitive: 'переміщення документа до іншої справи',
  heading: 'ПЕРЕМІЩЕННЯ ДОКУМЕНТА',
  fields: [issuer, field('of', 'документ, який переміщено', reference, 'element'), caseFiles, field('reason', 'причина', text, 'element')],
  issuer: 'general',
  traits: { archives: 'moves' },
  titleOf: (content) => content.title ?? 'Про переміщення документа до іншої справи',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
