import { monthName } from '../language/month-name.js';
import { toDigitalStyle } from '../model/date.js';
import type { Block, DraftContent } from '../model/draft.js';
import { field } from '../model/shape.js';
import { dateAndNumber } from './act-name.js';
import { paragraph } from './archive-cells.js';
import { year } from './archive-parts.js';
import { copy, reference } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';
import { controlled, meetingDates, questions } from './plan-parts.js';

/** Plan of the committee's work for a year (план роботи виконавчого комітету), R 3.2: approved by the decision that it names. */
export const yearPlan = paperKind({
  id: 'year-plan',
  name: 'план роботи',
  genitive: 'плану роботи',
  heading: 'ПЛАН РОБОТИ',
  fields: [
    issuer,
    year,
    field('of', 'рішення, яким затверджено план', reference, 'element'),
    questions,
    controlled,
    meetingDates,
    listOf('mailing', 'список розсилання', copy, 'copy', 'адресат'),
  ],
  issuer: 'committee',
  traits: { plans: 'year' },
  parts: ['marks'],
  titleOf: (content) => content.title ?? `План роботи виконавчого комітету на ${content.year ?? ''} рік`,
  bodyOf: (content) => [...questionsOf(content), ...controlledIn(content), ...meetingsOf(content), ...content.body],
  more: ({ of }, _, office) => ({
    marks: of === undefined ? [] : ['ЗАТВЕРДЖЕНО', `Рішення ${office.body.genitive}`, dateAndNumber(of)],
  }),
});

const heading = (text: string): Block => ({ type: 'heading', level: 1, text });

function questionsOf({ questions: planned }: DraftContent): readonly Block[] {
  const rows = planned.map(({ text, month, executor }, index) => [String(index + 1), text ?? '', monthWords(month), executor ?? '']);
  return [
    heading('Розділ 1. Питання для розгляду на засіданнях виконавчого комітету'),
    { type: 'table', head: [['№', 'Питання', 'Місяць', 'Хто готує']], rows, widths: [7, 50, 15, 28] },
  ];
}

function controlledIn({ controlled: decisions }: DraftContent): readonly Block[] {
  const rows = decisions.map(({ act, title, month, executor }, index) => [
    String(index + 1),
    `Рішення ${dateAndNumber(act ?? {})}${title === undefined ? '' : ` «${title}»`}`,
    monthWords(month),
    executor ?? '',
  ]);
  return [
    heading('Розділ 2. Перелік рішень, хід виконання яких розглядається в порядку контролю'),
    { type: 'table', head: [['№', 'Рішення', 'Місяць', 'Хто доповідає']], rows, widths: [7, 50, 15, 28] },
  ];
}

function meetingsOf({ meetingDates: dates }: DraftContent): readonly Block[] {
  return [heading('Розділ 3. Дати проведення засідань виконавчого комітету'), paragraph(`${dates.map(toDigitalStyle).join(', ')}.`)];
}

const monthWords = (month: number | undefined): string => (month === undefined ? '' : monthName(month));
