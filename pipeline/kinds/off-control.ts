import { field } from '../model/shape.js';
import { dateAndNumber } from './act-name.js';
import { reference, visa } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf, pointNumbers } from './paper-shape.js';
import { pointsNamed } from './points-named.js';

/** Information on tasks that were carried out, by which they are taken off control (інформація про виконання, зняття з контролю), R 9.3, 12.13. */
export const offControl = paperKind({
  id: 'off-control',
  name: 'інформація про виконання',
  genitive: 'інформації про виконання',
  heading: 'ІНФОРМАЦІЯ',
  fields: [
    issuer,
    field('of', 'акт, завдання якого виконано', reference, 'element'),
    pointNumbers,
    listOf('visas', 'візи', visa, 'visa', 'віза'),
  ],
  issuer: 'head',
  traits: { marks: 'releases', issuer: 'head', prose: true },
  titleOf: ({ title, of }) => title ?? (of === undefined ? '' : `Про виконання документа ${dateAndNumber(of)} і зняття його з контролю`),
  bodyOf: ({ body, of, points }) => [
    ...body,
    { type: 'paragraph', text: `Зняти з контролю виконання ${pointsNamed(points)} документа ${dateAndNumber(of ?? {})}.` },
  ],
});
