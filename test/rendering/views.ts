import { parseLocalDate } from '../../pipeline/model/date.js';
import type { Block } from '../../pipeline/model/draft.js';
import type { View, ViewAnnex, ViewPoint } from '../../pipeline/model/kind.js';

const date = parseLocalDate('2021-01-19');
if (date === undefined) throw new Error('unreachable');

export const SENTENCES = [
  'Затвердити Порядок надання матеріальної допомоги мешканцям Каховської міської територіальної громади згідно з додатком 1 до цього рішення.',
  'Управлінню соціального захисту населення (О. Щербʼяк) забезпечити своєчасне призначення допомоги малозабезпеченим сімʼям, особам з інвалідністю та внутрішньо переміщеним особам.',
  'Фінансовому управлінню здійснити видатки в межах бюджетних призначень на соціально-економічний розвиток громади в сумі 1 245 600,00 грн (один мільйон двісті сорок п’ять тисяч шістсот гривень) до 01 квітня 2021 року.',
  'Комунальному підприємству «Міськсвітло» виконати поточний ремонт мереж зовнішнього освітлення по вул. Ґете, вул. Обʼїзній, просп. Європейському та в с. Малокаховка.',
  'Відділу інформаційної політики оприлюднити рішення на офіційному вебсайті https://kakhovka-rada.gov.ua/documents/decisions/2021 упродовж п’яти робочих днів.',
  'Визнати таким, що втратило чинність, рішення виконавчого комітету від 18.01.2011 № 1 «Про регламент роботи виконавчого комітету міської ради».',
];

/** `count` sentences of ordinary prose, always the same. */
export function prose(count: number, from = 0): string {
  return Array.from({ length: count }, (_, i) => SENTENCES[(from + i) % SENTENCES.length]).join(' ');
}

export function point(number: string, text: string): ViewPoint {
  return { number, level: Math.min(3, number.split('.').filter(Boolean).length) as 1 | 2 | 3, text };
}

export function view(changes: Partial<View> = {}): View {
  return {
    properties: {
      title: 'Про надання матеріальної допомоги',
      author: 'Виконавчий комітет Каховської міської ради',
      subject: 'Рішення від 19.01.2021 № 27',
      keywords: ['рішення', 'допомога'],
      date: date as NonNullable<typeof date>,
    },
    bodyNames: ['КАХОВСЬКА МІСЬКА РАДА', 'ХЕРСОНСЬКОЇ ОБЛАСТІ', 'ВИКОНАВЧИЙ КОМІТЕТ'],
    kindName: 'РІШЕННЯ',
    date: '19.01.2021',
    place: 'м. Каховка',
    number: '№ 27',
    title: 'Про надання матеріальної допомоги мешканцям територіальної громади у 2021 році',
    stating: [
      'З метою забезпечення соціального захисту населення, розглянувши звернення депутатів міської ради, враховуючи висновки постійної комісії з питань бюджету, соціально-економічного розвитку та інвестицій, відповідно до ст. 34, ч. 1 ст. 52, ч. 6 ст. 59 Закону України «Про місцеве самоврядування в Україні», виконавчий комітет міської ради',
    ],
    keyword: 'ВИРІШИВ:',
    points: [
      ...SENTENCES.map((text, i) => point(`${i + 1}.`, text)),
      point('7.', 'Контроль за виконанням цього рішення покласти на міського голову.'),
    ],
    signature: { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' },
    annexes: [],
    ...changes,
  };
}

/** A plain decision of two pages. */
export const twoPages = view({
  points: [
    ...Array.from({ length: 9 }, (_, i) => point(`${i + 1}.`, prose(1 + (i % 2), i))),
    point('10.', 'Контроль за виконанням цього рішення покласти на міського голову.'),
  ],
});

export const threeLevels = view({
  points: [
    point('1.', 'Внести до Порядку такі зміни:'),
    point('1.1.', prose(1)),
    point('1.1.1.', prose(1, 1)),
    point('1.1.2.', prose(1, 2)),
    point('1.2.', prose(1, 3)),
    point('2.', prose(2, 4)),
    point('3.', 'Контроль за виконанням цього рішення покласти на керуючого справами виконавчого комітету.'),
  ],
});

export function annex(changes: Partial<ViewAnnex> = {}): ViewAnnex {
  return {
    n: 1,
    reference: ['Додаток', 'до п. 1 рішення виконавчого комітету Каховської міської ради', '19.01.2021 № 27'],
    title: 'ПОРЯДОК надання матеріальної допомоги мешканцям Каховської міської територіальної громади',
    body: [{ type: 'paragraph', text: prose(2) }],
    preparedBy: { post: 'Начальник управління соціального захисту населення Каховської міської ради', name: 'Олена ЩЕРБʼЯК' },
    ...changes,
  };
}

export const TABLE_HEAD = ['№ з/п', 'Найменування заходу', 'Відповідальний', 'Сума, ₴'];

export function table(rows: number): Block {
  return {
    type: 'table',
    head: [TABLE_HEAD],
    rows: Array.from({ length: rows }, (_, i) => [
      `${i + 1}.`,
      prose(i % 7 === 3 ? 2 : 1, i),
      'Управління соціального захисту населення',
      `${(i + 1) * 12} ${String(345 + i).padStart(3, '0')},00`,
    ]),
    widths: [8, 50, 25, 17],
  };
}

/** Headings of three levels, paragraphs, nested lists and a small table, `chapters` times. */
export function chapters(count: number): Block[] {
  return Array.from({ length: count }, (_, i): Block[] => [
    { type: 'heading', level: 1, text: `${i + 1}. Загальні положення` },
    { type: 'paragraph', text: `${i + 1}.1. ${prose(2, i)}` },
    { type: 'heading', level: 2, text: 'Отримувачі допомоги' },
    { type: 'paragraph', text: `${i + 1}.2. До заяви додаються:` },
    {
      type: 'list',
      mark: 'number',
      items: [
        [{ type: 'paragraph', text: 'копія паспорта громадянина України;' }],
        [
          { type: 'paragraph', text: 'один із документів, що підтверджує право на допомогу:' },
          {
            type: 'list',
            mark: 'letter',
            items: [
              [
                {
                  type: 'paragraph',
                  text: 'довідка про склад сімʼї або зареєстрованих у житловому приміщенні осіб, видана не пізніше ніж за тридцять днів до дня звернення;',
                },
              ],
              [
                { type: 'paragraph', text: 'посвідчення особи з інвалідністю.' },
                {
                  type: 'list',
                  mark: 'dash',
                  items: [[{ type: 'paragraph', text: 'перша група;' }], [{ type: 'paragraph', text: 'друга група.' }]],
                },
              ],
            ],
          },
        ],
      ],
    },
    { type: 'heading', level: 3, text: 'Строки розгляду' },
    { type: 'paragraph', text: `${i + 1}.3. ${prose(3, i + 2)}` },
  ]).flat();
}
