import { field, text } from '../model/shape.js';
import { listOfCases, paragraph, said } from './archive-cells.js';
import { archiveKind } from './archive-kind.js';
import { caseFiles } from './archive-parts.js';
import { SENTENCES } from './archive-sentences.js';
import { issuer } from './paper-shape.js';

/** A hold on cases ends (зняття заборони знищення справ). */
export const holdEnd = archiveKind({
  id: 'hold-end',
  name: 'зняття заборони знищення справ',
  genitive: 'зняття заборони знищення справ',
  heading: 'ЗНЯТТЯ ЗАБОРОНИ ЗНИЩЕННЯ СПРАВ',
  fields: [issuer, caseFiles, field('reason', 'причина', text, 'element')],
  issuer: 'legal',
  traits: { archives: 'frees' },
  titleOf: (content) => content.title ?? 'Про зняття заборони знищення справ',
  bodyOf: ({ reason, caseFiles: cases, body }) => [
    paragraph(said(SENTENCES.freed, {})),
    ...listOfCases(cases),
    ...(reason === undefined ? [] : [paragraph(`Причина: ${reason.replace(/[.\s]+$/u, '')}.`)]),
    ...body,
  ],
});
