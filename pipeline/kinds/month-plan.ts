import { monthName } from '../language/month-name.js';
import { toDigitalStyle } from '../model/date.js';
import { date, field } from '../model/shape.js';
import { year } from './archive-parts.js';
import { copy } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';
import { events, planMonth } from './plan-parts.js';

/** Plan of the main events of a month (місячний план основних організаційних заходів), R 3.9: the head approves it by signing. */
export const monthPlan = paperKind({
  id: 'month-plan',
  name: 'план основних організаційних заходів',
  genitive: 'плану основних організаційних заходів',
  heading: 'ПЛАН ОСНОВНИХ ОРГАНІЗАЦІЙНИХ ЗАХОДІВ',
  fields: [
    issuer,
    year,
    planMonth,
    field('submitted', 'дата подання на затвердження', date, 'element'),
    events,
    listOf('mailing', 'список розсилання', copy, 'copy', 'адресат'),
  ],
  issuer: 'committee',
  traits: { plans: 'month' },
  titleOf: ({ title, month = 0, year: of = '' }) => title ?? `План основних організаційних заходів на ${monthName(month)} ${of} року`,
  bodyOf: (content) => [
    {
      type: 'table',
      head: [['Дата і час', 'Захід', 'Місце', 'Відповідальний']],
      rows: content.events.map(({ text, date: day, time, place, executor }) => [
        [day === undefined ? '' : toDigitalStyle(day), time ?? ''].filter(Boolean).join(', '),
        text ?? '',
        place ?? '',
        executor ?? '',
      ]),
      widths: [17, 40, 18, 25],
    },
    ...content.body,
  ],
});
