import type { LocalDate } from '../model/date.js';
import { type DatedNorm, type Norms, type NormTable, normsAt } from '../model/norms.js';
import { CONTRACT_TYPES } from './contract-types.js';
import { HOLIDAYS, REGIMES } from './holidays.js';
import { LEGAL_BASES } from './legal-bases.js';
import { LEGAL_FORMS } from './legal-forms.js';
import { RETENTION } from './retention.js';
import { TERMS } from './terms.js';
import { VISA_ORDER, VISAS } from './visas.js';

const day = (text: string): LocalDate => text as LocalDate;

/** The regulation of the executive committee, which its decision № 27 brought in. */
function byRegulation<T>(clause: string, value: T): readonly [DatedNorm<T>] {
  return [
    { value, from: day('2021-01-19'), source: `Регламент виконавчого комітету Каховської міської ради від 19.01.2021 № 27, п. ${clause}` },
  ];
}

/** The norms that hold unless the office says otherwise, each with the time it holds and its source. */
export const NORMS: NormTable = {
  titleLength: [
    {
      value: 150,
      from: day('2018-01-17'),
      source: 'Постанова КМУ від 17.01.2018 № 55 (короткий зміст понад 150 знаків); ДСТУ 4163:2020',
    },
  ],
  delegatedMark: byRegulation('5.6', 'делеговані повноваження'),
  statingOpenings: byRegulation('5.6', [
    'З метою',
    'Відповідно до',
    'Керуючись',
    'На виконання',
    'На підставі',
    'Згідно з',
    'Згідно із',
    'Розглянувши',
    'Враховуючи',
    'Беручи до уваги',
    'Заслухавши',
    'У звʼязку',
    'За результатами',
  ]),
  selfGovernmentLaw: byRegulation('5.6', 'Про місцеве самоврядування в Україні'),
  normativeWords: [
    {
      value: ['правила', 'порядок', 'статут', 'положення', 'регламент', 'інструкція'],
      from: day('2021-01-19'),
      source: 'Закон України «Про місцеве самоврядування в Україні», ч. 5 ст. 59; Регламент, п. 5.6',
    },
  ],
  normativeExceptions: byRegulation('5.6', ['порядок денний', 'у порядку', 'в порядку', 'правила дорожнього руху']),
  postWords: byRegulation('5.6', [
    'голова',
    'заступник',
    'секретар',
    'керуючий',
    'начальник',
    'керівник',
    'завідувач',
    'завідуючий',
    'директор',
    'староста',
    'спеціаліст',
    'радник',
    'комісія',
  ]),
  deputyWords: byRegulation('5.6', ['заступник', 'перший', 'радник', 'помічник']),
  titleAbbreviations: [{ value: ['р', 'рр', 'ст', 'ін', 'грн'], from: day('2018-01-17'), source: 'ДСТУ 4163:2020; ДСТУ 3582:2013' }],
  actPages: byRegulation('5.7', 3),
  notePages: byRegulation('5.7', 4),
  reportWords: byRegulation('6.7', [
    'інформувати',
    'поінформувати',
    'проінформувати',
    'інформація',
    'доповісти',
    'звітувати',
    'прозвітувати',
    'звіт',
  ]),
  lawEnforcementWords: [
    {
      value: ['поліці', 'прокур', 'слідч', 'дізнавач', 'служби безпеки', 'бюро розслідувань', 'антикорупційн', 'економічної безпеки'],
      source:
        'Регламент, п. 4.17; Закон України «Про державний захист працівників суду і правоохоронних органів», ст. 2 (перелік не вичерпний)',
    },
  ],
  // R 28.2 gives two years to the general department alone and five to all others; R 8.8 gives two to the orders that the organisation department keeps:
  // the clause about orders is the narrower one, and wins.
  transferTerms: byRegulation('4.16, 8.8, 14.7, 28.2', [
    { unit: 'general', years: 2, clause: '4.16, 8.8, 28.2' },
    { unit: 'organisation', kinds: ['order', 'administrative-order', 'personnel-order'], years: 2, clause: '8.8', against: '28.2' },
    { years: 5, clause: '14.7, 28.2' },
  ]),
  secrecyMarks: [
    {
      value: ['Особливої важливості', 'Цілком таємно', 'Таємно', 'Для службового користування'],
      source: 'Закон України «Про державну таємницю»; Закон України «Про доступ до публічної інформації»; Регламент, п. 15',
    },
  ],
  visas: byRegulation('5.10, 5.11, 8.3, 10.1, 10.7', VISAS),
  visaOrder: byRegulation('10.5', VISA_ORDER),
  agreeingRemarks: byRegulation('5.12, 10.4', [
    'Без зауважень',
    'Зауважень немає',
    'Зауваження відсутні',
    'Зауваження враховано',
    'Зауваження усунуто',
    'Погоджено',
    'Погоджено без зауважень',
  ]),
  negativeConclusions: byRegulation('5.19', [
    'негативний',
    'не погоджено',
    'непогоджено',
    'відмовлено',
    'із зауваженнями',
    'з порушеннями',
  ]),
  commissionTitles: byRegulation('22.4', ['утворення комісії', 'створення комісії']),
  tripTitles: byRegulation('19.2', ['Про відрядження', 'Про службове відрядження', 'Про направлення у відрядження']),
  legalBases: [{ value: Object.values(LEGAL_BASES), source: 'Каталог завдань відділу; джерело названо біля кожної норми' }],
  paperSize: [
    {
      value: { width: 210, height: 297, tolerance: 2 },
      from: day('2021-01-19'),
      source: 'Регламент, п. 27.6 (А4); ДСТУ ISO 216 (сторони 150–600 мм: ±2 мм)',
    },
  ],
  blackTolerance: [
    {
      value: 51,
      from: day('2021-01-19'),
      source: 'Регламент, п. 27.6 (шрифт чорного кольору); не світліше за сірий 80 %, якого на папері від чорного не відрізнити',
    },
  ],
  legalForms: [{ value: LEGAL_FORMS, source: 'Класифікація організаційно-правових форм господарювання, ДК 002:2004' }],
  contractTypes: [
    { value: CONTRACT_TYPES, source: 'Цивільний кодекс України, ст. 638; закони, названі біля кожної умови; Регламент, п. 27.11.2' },
  ],
  inventoryCopies: [
    {
      value: { permanent: 4, personnel: 3, 'long-term': 2, temporary: 2 },
      from: day('2021-01-19'),
      source: 'Регламент, п. 28.8; інші описи — Правила, наказ Міністерства юстиції України від 18.06.2015 № 1000/5',
    },
  ],
  retention: [{ value: RETENTION, source: 'Перелік типових документів, наказ Міністерства юстиції України від 12.04.2012 № 578/5' }],
  holidays: [{ value: HOLIDAYS, source: 'КЗпП України, ст. 73' }],
  regimes: [{ value: REGIMES, source: 'Закон України «Про організацію трудових відносин в умовах воєнного стану», ч. 6 ст. 6' }],
  terms: byRegulation('3–29', TERMS),
  termReading: [
    {
      value: 'safe',
      source: 'Цивільний кодекс України, ст. 253: день події не рахують; між поданням і засіданням лежить стільки повних робочих днів',
    },
  ],
};

/** The norms on the day of an act, those of today without one, with what the office has changed. Of terms an office gives only the rows that it has changed. */
export function normsOn(date: LocalDate | undefined, overrides: Partial<Norms> = {}): Norms {
  const ours = normsAt(NORMS, date);
  return { ...ours, ...overrides, terms: [...(overrides.terms ?? []), ...ours.terms] };
}

/** The newest norms, for drafts that are checked without an office. */
export const defaultNorms: Norms = normsOn(undefined);
