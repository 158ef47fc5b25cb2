import { toDigitalStyle } from '../model/date.js';
import { date, field, text } from '../model/shape.js';
import { dateAndNumber } from './act-name.js';
import { reference } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, pointNumbers } from './paper-shape.js';
import { pointsNamed } from './points-named.js';

/** A later term for tasks of an act (продовження строку виконання), R 9.4, 12.8: given by whoever set it, asked for in time. */
export const extension = paperKind({
  id: 'extension',
  name: 'продовження строку',
  genitive: 'продовження строку',
  heading: 'ПРОДОВЖЕННЯ СТРОКУ ВИКОНАННЯ',
  fields: [
    issuer,
    field('of', 'акт, строк якого продовжено', reference, 'element'),
    pointNumbers,
    field('due', 'новий строк', date, 'attribute'),
    field('asked', 'коли виконавець просив продовжити строк', date, 'attribute'),
    field('reason', 'причина', text, 'element'),
  ],
  issuer: 'head',
  traits: { marks: 'extends', issuer: 'head' },
  titleOf: ({ title, of }) => title ?? (of === undefined ? '' : `Про продовження строку виконання документа ${dateAndNumber(of)}`),
  bodyOf: ({ body, of, points, due, reason, asked }) => [
    {
      type: 'paragraph',
      text: `Продовжити строк виконання ${pointsNamed(points)} документа ${dateAndNumber(of ?? {})} до ${due === undefined ? '' : toDigitalStyle(due)}.`,
    },
    {
      type: 'paragraph',
      text: `Підстава: записка виконавця${asked === undefined ? '' : ` від ${toDigitalStyle(asked)}`}. Причина: ${(reason ?? '').replace(/[.\s]+$/u, '')}.`,
    },
    ...body,
  ],
});
