import { field, text } from '../model/shape.js';
import { dateAndNumber } from './act-name.js';
import { reference } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Act by which the general department makes a number void that was spent in error (акт про анулювання реєстраційного номера), R 6.4. */
export const voidNumber = paperKind({
  id: 'void',
  name: 'акт про анулювання',
  genitive: 'акта про анулювання',
  heading: 'АКТ',
  fields: [issuer, field('of', 'акт, номер якого анульовано', reference, 'element'), field('reason', 'причина', text, 'element')],
  traits: { marks: 'voids' },
  issuer: 'general',
  titleOf: ({ title, of }) => title ?? (of === undefined ? '' : `Про анулювання реєстраційного номера: документ ${dateAndNumber(of)}`),
  bodyOf: ({ body, of, reason }) => [
    {
      type: 'paragraph',
      text: `Реєстраційний номер документа ${dateAndNumber(of ?? {})} анульовано. Номер більше не надається; запис у реєстрі та матеріали зберігаються.`,
    },
    { type: 'paragraph', text: `Причина: ${reason ?? ''}` },
    ...body,
  ],
});
