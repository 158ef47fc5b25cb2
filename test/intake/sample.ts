import { actShape } from '../../pipeline/kinds/act-shape.js';
import type { IntakeLimits } from '../../pipeline/model/office.js';

export const LIMITS: IntakeLimits = {
  fileBytes: 20_000_000,
  zipEntries: 100,
  zipBytes: 50_000_000,
  zipRatio: 200,
  depth: 40,
  parts: 500_000,
  textLength: 8_000_000,
  fieldLength: 20_000,
  listLength: 20_000,
  sheets: 1500,
};
export const KINDS = [{ id: 'decision', shape: actShape('decision') }] as const;

/** A draft that fills every field of the form, with the values the contract's sample has. */
export const FULL = {
  kind: 'decision',
  id: '2021-01-reglament',
  stage: 'adopted',
  title: 'Про регламент виконавчого комітету',
  delegated: false,
  normative: true,
  spends: true,
  regulatory: { analysis: 'Аналіз додається', published: 'Оприлюднено 01.12.2020', conclusion: 'Позитивний' },
  access: 'open',
  stating: {
    text: ['З метою впорядкування роботи, відповідно до ст. 51 Закону'],
    basis: [{ act: 'Закон України «Про місцеве самоврядування в Україні»', norms: ['ст. 51', 'ч. 6 ст. 59'] }],
  },
  operative: [
    {
      n: '1',
      text: 'Затвердити Регламент (додається).',
      executor: 'Загальний відділ',
      due: '2021-03-01',
      points: [{ n: '1.1', text: 'Оприлюднити.', points: [{ n: '1.1.1', text: 'На сайті.', points: [] }] }],
    },
    { n: '007', text: '1.10', points: [] },
  ],
  control: { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' },
  effective: { on: 'publication' },
  annexes: [
    {
      n: 1,
      title: 'Регламент',
      toPoint: '1',
      preparedBy: { post: 'Начальник відділу', name: 'Олена КОВАЛЬ' },
      body: [
        { type: 'heading', level: 1, text: '1. Загальні положення' },
        { type: 'paragraph', text: '1.1. Регламент визначає «порядок» <роботи> & інше.' },
        {
          type: 'list',
          mark: 'dash',
          items: [
            [{ type: 'paragraph', text: 'перше' }],
            [
              { type: 'paragraph', text: 'друге' },
              { type: 'list', mark: 'letter', items: [[{ type: 'paragraph', text: 'а' }]] },
            ],
          ],
        },
        {
          type: 'table',
          head: [['№', 'Назва']],
          rows: [
            ['1', ''],
            ['true', '1.10'],
          ],
          widths: [30, 70],
        },
      ],
    },
  ],
  changes: [
    {
      act: { series: 'decision', date: '2011-01-18', number: '1' },
      how: 'repeals',
      explanation: 'Втратило чинність',
      edits: [{ point: '1', how: 'replace', text: '1. Новий текст' }],
    },
  ],
  commission: {
    name: 'Комісія з обстеження',
    standing: true,
    tasks: 'обстеження',
    powers: 'складання актів',
    secretary: { post: 'Спеціаліст', name: 'Юлія БОНДАР' },
    order: { series: 'order', date: '2021-01-05', number: '2-р' },
  },
  visas: [
    {
      role: 'legal',
      post: 'Начальник юридичного відділу',
      name: 'Іван ПЕТРЕНКО',
      date: '2021-01-12',
      remarks: 'Висновок додається',
      pages: 3,
      objection: { text: ['Пункт 1 суперечить ст. 59 Закону.', 'Пропонуємо виключити його.'] },
    },
  ],
  speaker: { post: 'Начальник', name: 'Олена КОВАЛЬ' },
  invited: [{ post: 'Директор', name: 'Петро БОЙКО' }],
  note: { text: ['Перший абзац', 'Другий абзац'] },
  primary: [{ title: 'Протокол робочої групи', pages: 4, responsible: { post: 'Спеціаліст', name: 'Юлія БОНДАР' } }],
  submitted: '2020-12-30',
  published: '2020-12-30',
  urgent: { ground: 'Аварія', leaveBy: 'Міський голова' },
  mailing: [{ to: 'Архівний відділ', copies: 2 }],
  adoption: { date: '2021-01-19', total: 30, present: 24, for: 20, against: 1, abstained: 1, notVoting: 2 },
  signing: { date: '2021-01-20' },
  signatory: { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' },
} as const;
