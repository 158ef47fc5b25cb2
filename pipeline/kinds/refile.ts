import { field, text } from '../model/shape.js';
import { dateAndNumber } from './act-name.js';
import { listOfCases, paragraph } from './archive-cells.js';
import { archiveKind } from './archive-kind.js';
import { caseFiles } from './archive-parts.js';
import { reference } from './form-parts.js';
import { issuer } from './paper-shape.js';

/** A document goes to another case than the nomenclature says (переміщення документа до іншої справи). */
export const refile = archiveKind({
  id: 'refile',
  name: 'переміщення документа до іншої справи',
  genitive: 'переміщення документа до іншої справи',
  heading: 'ПЕРЕМІЩЕННЯ ДОКУМЕНТА',
  fields: [issuer, field('of', 'документ, який переміщено', reference, 'element'), caseFiles, field('reason', 'причина', text, 'element')],
  issuer: 'general',
  traits: { archives: 'moves' },
  titleOf: (content) => content.title ?? 'Про переміщення документа до іншої справи',
  bodyOf: ({ of, reason, caseFiles: cases, body }) => [
    ...(of === undefined ? [] : [paragraph(`Документ ${dateAndNumber(of)} переміщено до справи:`)]),
    ...listOfCases(cases),
    ...(reason === undefined ? [] : [paragraph(`Причина: ${reason.replace(/[.\s]+$/u, '')}.`)]),
    ...body,
  ],
});
