import { describe, expect, it } from 'vitest';
import { FORMS } from '../../pipeline/kinds/archive-forms.js';
import type { CaseMention } from '../../pipeline/model/archive-card.js';
import type { Block } from '../../pipeline/model/draft.js';
import { documentText } from '../../pipeline/rendering/docx/docx-template.js';
import { pageWords } from '../rendering/pdf-text.js';
import { testRendering } from '../rendering/rendering-under-test.js';
import { day } from '../store/sample.js';
import { GIVER, kindOf, RECEIVER, viewOf } from './archive-office.js';

const mention = (changes: Partial<CaseMention>): CaseMention => ({
  ...{ missing: false, faults: [], year: 2021, index: '01-02', heading: 'Рішення виконавчого комітету', term: 'Постійно, ст. 7-а' },
  ...{ begun: day('2021-01-05'), ended: day('2021-12-28'), sheets: 248 },
  ...changes,
});
const CASES = [
  mention({ n: 1, volume: 1 }),
  mention({ n: 2, volume: 2 }),
  mention({ n: 2, letter: 'а', index: '01-03', heading: 'Протоколи' }),
  mention({ n: 5, index: '01-04', heading: 'Розпорядження', begun: day('2021-03-01'), ended: day('2021-03-01') }),
];

/** Paragraphs and headings of a body. */
const said = (blocks: readonly Block[] = []): string[] => blocks.flatMap((block) => ('text' in block ? [block.text] : []));
const tables = (blocks: readonly Block[] = []) => blocks.flatMap((block) => (block.type === 'table' ? [block] : []));

describe('an inventory of cases', () => {
  const view = viewOf('inventory', { year: 2021, category: 'permanent', caseFiles: CASES });

  it('lists volumes each under its number, says «Те саме» for a heading that goes on, and letters beside numbers', () => {
    expect(tables(view.body)[0]?.rows.map((row) => row.slice(0, 4))).toEqual([
      ['1', '01-02', 'Рішення виконавчого комітету, том 1', '05.01.2021 – 28.12.2021'],
      ['2', '01-02', 'Те саме, том 2', '05.01.2021 – 28.12.2021'],
      ['2а', '01-03', 'Протоколи', '05.01.2021 – 28.12.2021'],
      ['5', '01-04', 'Розпорядження', '01.03.2021'],
    ]);
  });

  it('says a heading in full again where a page begins, and in Word, where nobody knows that, everywhere', async () => {
    const volumes = Array.from({ length: 60 }, (_, index) => mention({ n: index + 1, volume: index + 1 }));
    const long = viewOf('inventory', { year: 2021, category: 'permanent', caseFiles: volumes });
    const { docx, pdf } = await (await rendering).render(kindOf('inventory').form, long);
    const pages = await pageWords(pdf);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toMatch(/ 1 2 3 4 5 6 \d+ 01-02 Рішення виконавчого комітету, том \d+ /);
    expect(pages.join(' ').match(/Те саме/gu)).toHaveLength(60 - pages.length);
    expect(documentText(docx).join(' ')).not.toContain('Те саме');
  });

  it('has a row of numbers under the titles of its columns', () => {
    expect(tables(view.body)[0]?.head).toEqual([
      FORMS.permanentInventory.columns.map(({ title }) => title),
      ['1', '2', '3', '4', '5', '6'],
    ]);
  });

  it('sums up in figures and words, with lettered and skipped numbers', () => {
    expect(said(view.body)).toContain(
      'У цей розділ опису внесено 4 (чотири) справи з № 1 по № 5, у тому числі: літерні номери: 2а; пропущені номери: 3–4.',
    );
  });

  it('has a section with its own sum for each year, the earlier first', () => {
    const years = viewOf('inventory', {
      ...{ year: 2021, category: 'permanent' },
      caseFiles: [mention({ n: 2 }), mention({ n: 1, year: 2020 })],
    });
    expect(said(years.body).slice(1)).toEqual([
      '2020 рік',
      'У цей розділ опису внесено 1 (одну) справу № 1, у тому числі: літерні номери: немає; пропущені номери: немає.',
      '2021 рік',
      'У цей розділ опису внесено 1 (одну) справу № 2, у тому числі: літерні номери: немає; пропущені номери: немає.',
    ]);
  });

  it.each([
    ['permanent', 6, 'СХВАЛЕНО'],
    ['personnel', 7, 'ПОГОДЖЕНО'],
    ['long-term', 7, undefined],
  ] as const)(
    'of category %s has its columns and the commission of the state archive that its category wants',
    (category, columns, word) => {
      const { body, endorsements = [] } = viewOf('inventory', { year: 2021, category, caseFiles: CASES });
      expect(tables(body)[0]?.widths).toHaveLength(columns);
      expect(endorsements.find(({ lines }) => lines.some((line) => line.includes('державного архіву')))?.lines[0]).toBe(word);
    },
  );

  it('is approved by the head, but where the head signs it', () => {
    expect(view.marks?.slice(0, 2)).toEqual(['ЗАТВЕРДЖУЮ', 'Міський голова']);
    const signatory = { post: 'Міський голова', name: 'Віталій Немерець' };
    expect(viewOf('inventory', { year: 2021, category: 'permanent', caseFiles: CASES, signatory }).marks).toEqual([]);
  });
});

it('a nomenclature has a section a unit, and terms of the articles on the day it is registered', () => {
  const planned = { transitional: false, takes: [], heading: 'Протоколи' };
  const { body } = viewOf('nomenclature', {
    year: 2022,
    plannedCases: [
      { ...planned, index: '01-01', unit: 'general', article: '7-а' },
      { ...planned, index: '02-01', unit: 'archive', article: '122', transitional: true, note: 'електронні' },
      { ...planned, index: '01-02', unit: 'general', article: '7-а', term: '10 р.' },
    ],
  });
  expect(said(body)).toEqual([
    'Загальний відділ Каховської міської ради',
    'Архівний відділ Каховської міської ради',
    'Підсумковий запис про категорії та кількість справ, складених у 2022 році:',
  ]);
  expect(tables(body).map(({ rows }) => rows)).toEqual([
    [
      ['01-01', 'Протоколи', '', 'Постійно, ст. 7-а', ''],
      ['01-02', 'Протоколи', '', '10 р., ст. 7-а', ''],
    ],
    [['02-01', 'Протоколи', '', '3 р., ст. 122', 'перехідна; електронні']],
    ['Постійного', 'Тривалого (понад 10 років)', 'Тимчасового (до 10 років включно)', 'Разом'].map((category) => [category, '', '', '']),
  ]);
});

it('a nomenclature with the numbers of cases sums its year up', () => {
  const planned = { transitional: false, takes: [], heading: 'Протоколи', unit: 'general' };
  const { body } = viewOf('nomenclature', {
    year: 2022,
    plannedCases: [
      { ...planned, index: '01-01', article: '7-а', count: 3 },
      { ...planned, index: '01-02', article: '16-б', count: 2, transitional: true },
      { ...planned, index: '01-03', article: '22', count: 0 },
      { ...planned, index: '01-04', article: '22', count: 1 },
    ],
  });
  expect(tables(body)[0]?.rows.map((row) => row[2])).toEqual(['3', '2', '—', '1']);
  expect(tables(body)[1]?.rows).toEqual([
    ['Постійного', '3', '—', '—'],
    ['Тривалого (понад 10 років)', '2', '2', '—'],
    ['Тимчасового (до 10 років включно)', '1', '—', '1'],
    ['Разом', '6', '2', '1'],
  ]);
});

describe('the closing of a case', () => {
  it('certifies the sheets of each volume', () => {
    expect(said(viewOf('case', { category: 'permanent', caseFiles: CASES.slice(0, 2) }).body)).toEqual([
      'Том 1',
      'У справі підшито (вкладено) і пронумеровано 248 (двісті сорок вісім) аркушів, з № 1 по № 248, у тому числі: літерні номери аркушів: немає; пропущені номери аркушів: немає.',
      'Том 2',
      'У справі підшито (вкладено) і пронумеровано 248 (двісті сорок вісім) аркушів, з № 1 по № 248, у тому числі: літерні номери аркушів: немає; пропущені номери аркушів: немає.',
    ]);
  });

  it('says of a temporary one that nothing is bound or numbered', () => {
    expect(said(viewOf('case', { category: 'temporary', caseFiles: [mention({})] }).body)).toEqual([
      'Справи тимчасового строку зберігання: 1 (одна) справа. Документи не підшито, аркуші не пронумеровано (п. 28.7 Регламенту).',
    ]);
  });
});

it('an act of reception tells what came, what did not, what goes back, and has both signatures', () => {
  const caseFiles = [CASES[0], { ...CASES[1], missing: true }, { ...CASES[2], faults: ['немає обкладинки'] }, CASES[3]] as CaseMention[];
  const { body, endorsements } = viewOf('acceptance', { caseFiles, giver: GIVER, receiver: RECEIVER });
  expect(tables(body)[0]?.rows).toHaveLength(2);
  expect(said(body)).toEqual([
    'Фактично прийнято 2 (дві) справи.',
    'Номери відсутніх справ: № 2.',
    'Повернуто на доопрацювання: № 2а.',
    'Дата приймання-передавання: 09 лютого 2022 року.',
  ]);
  expect(endorsements).toEqual([
    { lines: ['Справи здав:'], person: GIVER, staysBelow: true },
    { lines: ['Справи прийняв:'], person: RECEIVER, staysBelow: true },
  ]);
});

it.each([9, 10, 11, 12])('no page parts the foot of an act of reception of %i cases from both its signatures', async (count) => {
  const caseFiles = Array.from({ length: count }, (_, index) => mention({ n: index + 1, heading: 'Рішення '.repeat(12) }));
  const view = viewOf('acceptance', { caseFiles, giver: GIVER, receiver: RECEIVER });
  const { pdf } = await (await rendering).render(kindOf('acceptance').form, view);
  const signed = (await pageWords(pdf)).filter((page) => page.includes('Справи прийняв:'));
  expect(signed).toHaveLength(1);
  for (const words of ['Фактично прийнято', 'Дата приймання-передавання', 'Ірина ДІЛОВА', 'Справи здав:'])
    expect(signed[0]).toContain(words);
});

it('an act of destruction names by what list each case is known, and the inventories that had to be approved, with the minutes', () => {
  const inventory = { category: 'long-term', year: 2020, number: '7', date: day('2022-03-01') } as const;
  const listed = { ...mention({ n: 4, year: 2020 }), inventory };
  const planned = { ...mention({}), nomenclature: { number: '1', date: day('2020-12-28') } };
  const approvedBy = [{ number: '2', date: day('2023-03-01') }];
  const permanent = [{ category: 'permanent', year: 2021, number: '1', date: day('2023-02-06'), approvedBy } as const];
  const view = viewOf('destruction', {}, {}, { caseFiles: [listed, planned], permanent });
  expect([view.kindName, view.title]).toEqual([
    ...['АКТ', 'Про вилучення для знищення документів, не внесених до Національного архівного фонду'],
  ]);
  expect(tables(view.body)[0]?.rows.map((row) => [row[3], row[4]])).toEqual([
    ['опис справ тривалого (понад 10 років) зберігання за 2020 рік № 7 від 01.03.2022', '№ 4 (01-02)'],
    ['номенклатура справ за 2021 рік від 28.12.2020 № 1', '01-02'],
  ]);
  expect(said(view.body)).toContain(
    'Описи справ постійного зберігання за ці роки схвалено: опис справ постійного зберігання за 2021 рік № 1 від 06.02.2023 (протокол експертної комісії від 01.03.2023 № 2).',
  );
});

it('an act of destruction has the eight columns of its form and sums cases and years', () => {
  const caseFiles = [mention({ term: '5 р.' }), mention({ term: '5 р.', year: 2019 }), mention({ term: '5 р.', year: 2020 })];
  const { body } = viewOf('destruction', { caseFiles, inventories: [{ date: day('2022-02-09'), number: '3' }] });
  expect(tables(body)[0]?.widths).toHaveLength(8);
  expect(said(body).slice(1)).toEqual([
    'Разом 3 (три) справи за 2019–2021 роки.',
    'Описи справ постійного зберігання за ці роки схвалено: опис справ від 09.02.2022 № 3.',
  ]);
});

it('what is taken, given or brought back stands in the accusative', () => {
  const one = { caseFiles: [mention({})] };
  expect(said(viewOf('withdrawal', one).body)[0]).toContain('вилучено 1 (одну) справу.');
  expect(said(viewOf('withdrawal-return', one).body)[0]).toBe('Разом повернуто 1 (одну) справу.');
  expect(said(viewOf('succession', one).body)[1]).toBe('Разом передано 1 (одну) справу.');
});

it('an act of handover counts the cases and those of the national fund', () => {
  const caseFiles = [mention({}), mention({ term: '5 р.' }), mention({ term: 'Постійно' })];
  expect(said(viewOf('handover', { caseFiles }).body)).toEqual([
    'У підрозділі зберігається 3 (три) справи, у тому числі віднесених до Національного архівного фонду: 2 (дві) справи.',
  ]);
});

it('an act of handover tells the term of each case, and how many there are of each', () => {
  const caseFiles = (['permanent', 'temporary', 'temporary'] as const).map((category) => ({
    ...mention({ term: '5 р., ст. 122' }),
    category,
  }));
  const { body } = viewOf('handover', {}, {}, { caseFiles });
  expect(tables(body)[0]?.rows[1]?.slice(3)).toEqual(['05.01.2021 – 28.12.2021', '248', '5 р., ст. 122', '']);
  expect(said(body)).toEqual([
    'У підрозділі зберігається 3 (три) справи, у тому числі віднесених до Національного архівного фонду: 1 (одна) справа.',
    'За строками зберігання: постійного — 1 (одна) справа; тимчасового (до 10 років включно) — 2 (дві) справи.',
  ]);
});

it.each([
  ['nomenclature', {}],
  ['refile', { of: { date: day('2021-02-01'), number: '7' }, caseFiles: CASES, reason: 'помилково' }],
  ['case', { category: 'permanent', caseFiles: CASES, giver: GIVER }],
  ['appraisal', { members: [GIVER], caseFiles: CASES, inventories: [{ date: day('2022-02-09'), number: '3' }] }],
  ['inventory', { category: 'personnel', year: 2021, caseFiles: CASES }],
  ['acceptance', { caseFiles: CASES, inventories: [{ date: day('2022-02-09'), number: '3' }] }],
  ['destruction', { caseFiles: CASES }],
  ['hold', { caseFiles: CASES, reason: 'судова справа' }],
  ['hold-end', { caseFiles: CASES, reason: 'рішення суду' }],
  ['withdrawal', { caseFiles: CASES, leave: { by: GIVER, date: day('2022-02-01'), number: '4' } }],
  ['withdrawal-return', { caseFiles: CASES, of: { date: day('2021-02-01'), number: '7' } }],
  ['handover', { unit: 'general', caseFiles: CASES, giver: GIVER, receiver: RECEIVER }],
  ['succession', { unit: 'general', caseFiles: CASES, giver: GIVER, receiver: RECEIVER }],
] as const)('%s prints its marks, sentences and endorsements in Word and in PDF', async (id, content) => {
  const view = viewOf(id, content);
  const { docx, pdf } = await (await rendering).render(kindOf(id).form, view);
  const plain = (text: string): string => text.replaceAll(/[\s\u00A0\u2060]+/gu, '').replaceAll('’', 'ʼ');
  const [word, page] = [plain(documentText(docx).join('')), plain((await pageWords(pdf)).join(''))];
  const printed = [
    ...(view.marks ?? []),
    ...said(view.body),
    ...(view.endorsements ?? []).flatMap(({ lines, person }) => [...lines, ...(person === undefined ? [] : [person.post, person.name])]),
  ];
  expect(printed.length).toBeGreaterThan(0);
  for (const text of printed.map((one) => plain(one ?? ''))) {
    expect(word).toContain(text);
    expect(page).toContain(text);
  }
});
const rendering = testRendering();
