import { field, text } from '../model/shape.js';
import { listOfCases, paragraph, said } from './archive-cells.js';
import { archiveKind } from './archive-kind.js';
import { caseFiles } from './archive-parts.js';
import { SENTENCES } from './archive-sentences.js';
import { issuer } from './paper-shape.js';

/** Cases may not be destroyed until further notice (заборона знищення справ). */
export const hold = archiveKind({
  id: 'hold',
  name: 'заборона знищення справ',
  genitive: 'заборони знищення справ',
  heading: 'ЗАБОРОНА ЗНИЩЕННЯ СПРАВ',
  fields: [issuer, caseFiles, field('reason', 'причина', text, 'element')],
  issuer: 'legal',
  traits: { archives: 'holds' },
  titleOf: (content) => content.title ?? 'Про заборону знищення справ',
  bodyOf: ({ reason, caseFiles: cases, body }) => [
    paragraph(said(SENTENCES.held, {})),
    ...listOfCases(cases),
    ...(reason === undefined ? [] : [paragraph(`Причина: ${reason.replace(/[.\s]+$/u, '')}.`)]),
    ...body,
  ],
});
