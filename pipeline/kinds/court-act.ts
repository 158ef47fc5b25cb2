import { toDigitalStyle } from '../model/date.js';
import type { CourtAct } from '../model/draft.js';
import { field } from '../model/shape.js';
import { dateAndNumber } from './act-name.js';
import { courtAct as courtActShape, reference } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Record of a judgment in force about an act (відмітка про судове рішення), R 7.1: the act is marked, and a draft that amends or repeals it is due (R 7.2). */
export const courtAct = paperKind({
  id: 'court-act',
  name: 'відмітка про судове рішення',
  genitive: 'відмітки про судове рішення',
  heading: 'ВІДМІТКА ПРО СУДОВЕ РІШЕННЯ',
  fields: [
    issuer,
    field('of', 'акт, якого стосується судове рішення', reference, 'element'),
    field('courtAct', 'судове рішення', courtActShape, 'element'),
  ],
  traits: { marks: 'court' },
  issuer: 'legal',
  titleOf: ({ title, of }) => title ?? (of === undefined ? '' : `Про судове рішення щодо документа ${dateAndNumber(of)}`),
  bodyOf: ({ body, of, courtAct: judgment = {} }) => [
    {
      type: 'table',
      head: [],
      rows: [
        ['Документ', dateAndNumber(of ?? {})],
        ['Суд', judgment.court ?? ''],
        ['Справа', judgment.case === undefined ? '' : `№ ${judgment.case}`],
        ['Дата рішення суду', dayOf(judgment.date)],
        ['Набрало законної сили', dayOf(judgment.inForce)],
        ['Що вирішив суд', EFFECTS[judgment.effect ?? 'none']],
      ],
      widths: [35, 65],
    },
    {
      type: 'paragraph',
      text: 'Виконавець разом з юридичним відділом готує проєкт про внесення змін до документа або його скасування (п. 7.2 Регламенту).',
    },
    ...body,
  ],
});

const EFFECTS = { invalid: 'документ визнано недійсним', cancelled: 'документ скасовано', none: '' } as const;

const dayOf = (day: CourtAct['date']): string => (day === undefined ? '' : toDigitalStyle(day));
