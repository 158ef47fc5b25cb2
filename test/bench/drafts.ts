import { readFile } from 'node:fs/promises';
import { zipOf } from '../intake/zip-writer.js';

type Fields = Readonly<Record<string, unknown>>;

/** Where the draft of two pages lies, relative to the repository. */
export const TWO_PAGES = 'fixtures/kinds/decision/two-pages.json';

/** Drafts like the decision of two pages, each with an id of its own, so that no two have the same bytes. */
export async function twoPageDrafts(count: number): Promise<string[]> {
  const draft = JSON.parse(await readFile(TWO_PAGES, 'utf8')) as Fields;
  return Array.from({ length: count }, (_, index) => JSON.stringify({ ...draft, id: `bench-${index + 1}` }, null, 1));
}

/** Decisions of one page. */
export function smallDrafts(count: number): string[] {
  return Array.from({ length: count }, (_, index) => JSON.stringify(small(index + 1)));
}

/** A ZIP with a decision of one page and an annex that is a file of so many bytes, which cannot be packed. */
export function draftWithFile(number: number, file: Buffer): Buffer {
  const annex = { n: 1, title: 'Кошторис', toPoint: '1', preparedBy: PREPARED_BY, file: 'dodatok.pdf' };
  const draft = small(number, ' згідно з кошторисом (додається)', { annexes: [annex] });
  return zipOf({ name: 'proiekt.json', bytes: JSON.stringify(draft) }, { name: 'dodatok.pdf', bytes: file, method: 0 });
}

/** A decision whose only annex has so many paragraphs and, among them, tables and lists. */
export function longAnnexDraft(chapters: number): string {
  const body = Array.from({ length: chapters }, (_, index) => chapter(index + 1)).flat();
  const annex = { n: 1, title: 'Програма розвитку територіальної громади', toPoint: '1', preparedBy: PREPARED_BY, body };
  return JSON.stringify(small(1, ' згідно з програмою (додається)', { annexes: [annex] }));
}

const PREPARED_BY = { post: 'Начальник фінансового управління', name: 'Олег ШЕВЧУК' } as const;
const OWN_LAW = 'Закон України «Про місцеве самоврядування в Україні»';
const PROPERTY_LAW = 'Закон України «Про оренду державного та комунального майна»';

/** As R 5.10 asks, by those who were in office then. */
const VISAS = [
  ['executor', 'Головний спеціаліст відділу комунальної власності', 'Павло ГНАТЮК'],
  ['unit-head', 'Начальник відділу комунальної власності', 'Людмила ОСАДЧА'],
  ['deputy', 'Заступник міського голови з питань діяльності виконавчих органів ради', 'Ірина ВЕРБИЦЬКА'],
  ['secretary', 'Секретар міської ради', 'Оксана ПОГОРІЛА'],
  ['chief-of-staff', 'Керуючий справами виконавчого комітету міської ради', 'Богдан ТЕРЕЩУК'],
  ['legal', 'Начальник юридичного відділу', 'Наталія СОКІЛ'],
  ['general', 'Начальник загального відділу', 'Тетяна ЯВОРСЬКА'],
  ['organisation', 'Начальник відділу організаційно-кадрової роботи, інформаційної політики та взаємодії з громадськістю', 'Олена КАЛИНА'],
].map(([role, post, name]) => ({ role, post, name, date: '2021-07-02' }));

function small(number: number, ending = '', change: Fields = {}): Fields {
  return {
    kind: 'decision',
    id: `bench-${number}`,
    title: `Про передачу в оренду комунального майна на аукціоні № ${number}`,
    stating: {
      text: [
        `Розглянувши пропозиції балансоутримувачів, відповідно до ст. 5 ${PROPERTY_LAW.replace('Закон', 'Закону')}, керуючись пп. 1 п. «а» ч. 1 ст. 29 ${OWN_LAW.replace('Закон', 'Закону')}`,
      ],
      basis: [
        { act: PROPERTY_LAW, norms: ['ст. 5'] },
        { act: OWN_LAW, norms: ['пп. 1 п. «а» ч. 1 ст. 29'] },
      ],
    },
    operative: [
      {
        n: '1',
        text: `Передати в оренду на аукціоні нежитлове приміщення на вул. Соборності, ${number}, строком на пʼять років${ending}.`,
      },
      {
        n: '2',
        text: 'Відділу комунальної власності оприлюднити оголошення.',
        executor: 'Відділ комунальної власності',
        due: '2021-08-01',
      },
      { n: '3', text: 'Контроль за виконанням цього рішення покласти на заступника міського голови.' },
    ],
    control: { post: 'Заступник міського голови' },
    visas: VISAS,
    adoption: { date: '2021-07-13', total: 30, present: 23, for: 22, against: 0, abstained: 1 },
    signatory: { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' },
    ...change,
  };
}

const SENTENCES = [
  'Забезпечити своєчасне призначення допомоги малозабезпеченим сімʼям, особам з інвалідністю та внутрішньо переміщеним особам.',
  'Виконати поточний ремонт мереж зовнішнього освітлення, оновити дорожню розмітку та встановити дорожні знаки біля закладів освіти.',
  'Видатки здійснюються в межах бюджетних призначень на соціально-економічний розвиток громади на відповідний рік.',
  'Виконавці подають звіт про виконання заходів до фінансового управління щокварталу, до десятого числа наступного місяця.',
] as const;

function chapter(number: number): Fields[] {
  const paragraph = (text: string): Fields => ({ type: 'paragraph', text });
  return [
    { type: 'heading', level: 1, text: `${number}. Заходи з розвитку та їх виконавці` },
    ...SENTENCES.map((_, from) => paragraph(`${number}.${from + 1}. ${[...SENTENCES.slice(from), ...SENTENCES.slice(0, from)].join(' ')}`)),
    { type: 'list', mark: 'dash', items: SENTENCES.map((text) => [paragraph(text)]) },
    {
      type: 'table',
      head: [['№ з/п', 'Захід', 'Виконавець', 'Сума, грн']],
      rows: SENTENCES.map((text, index) => [`${index + 1}`, text, 'Управління житлово-комунального господарства', `${number}00,0${index}`]),
      widths: [8, 47, 27, 18],
    },
  ];
}
