import { describe, expect, it } from 'vitest';
import { enclosuresOf } from '../../pipeline/kinds/companions/index.js';
import { forms } from '../../pipeline/kinds/index.js';
import type { RegisteredAct } from '../../pipeline/model/act.js';
import type { DraftContent } from '../../pipeline/model/draft.js';
import type { Sheet } from '../../pipeline/model/enclosure.js';
import type { View } from '../../pipeline/model/kind.js';
import { defaultNorms } from '../../pipeline/norms/norms.js';
import { lintTemplate } from '../../pipeline/rendering/rendering.js';
import { calendarOf } from '../../pipeline/wiring/calendar.js';
import { ownTemplate } from '../rendering/rendering-under-test.js';
import { day } from '../store/sample.js';
import { draftOf, GIVER, kindOf, OFFICE, RECEIVER, REGISTRATION } from './archive-office.js';

const sound = { missing: false, faults: [] };
const VOLUMES = [1, 2].map((volume) => ({
  ...{ ...sound, year: 2021, index: '01-02', volume, heading: 'Рішення', sheets: volume === 1 ? 248 : 21, term: 'Постійно, ст. 7-а' },
  ...{ begun: day('2021-01-05'), ended: day('2021-06-30') },
}));

function sheetsOf(kind: string, content: Partial<DraftContent>, more: Partial<RegisteredAct['act']> = {}): readonly Sheet[] {
  const draft = draftOf(kind, content);
  const act = { kind: kindOf(kind), draft, traits: kindOf(kind).traits(draft.content), trial: { runs: [] }, ...more };
  return enclosuresOf({ act, registration: REGISTRATION } as unknown as RegisteredAct, OFFICE, {
    norms: defaultNorms,
    calendar: calendarOf(OFFICE),
  }).sheets;
}

const said = (view: View | undefined): string[] => (view?.body ?? []).flatMap((block) => ('text' in block ? [block.text] : []));
const named = (sheets: readonly Sheet[], name: string): Sheet | undefined => sheets.find((sheet) => sheet.name === name);

it('the template of sheets that are made in Word prints all they have', async () => {
  const form = forms.find(({ template }) => template === 'sheet.docx');
  expect(lintTemplate(await ownTemplate('sheet.docx'), form?.parts ?? [])).toEqual([]);
  const sheets = sheetsOf('case', { category: 'permanent', caseFiles: VOLUMES, documents: [] });
  expect(sheets.map((sheet) => sheet.form)).toEqual(sheets.map(() => form));
});

describe('with the closing of a case', () => {
  const documents = [
    { volume: 1, number: '27', date: day('2021-01-19'), title: 'Про регламент', from: 1, to: 30 },
    { volume: 1, number: '28', date: day('2021-01-19'), title: 'Анульовано' },
    { volume: 2, number: '29', date: day('2021-06-30'), title: 'Про оренду', from: 1, to: 1 },
  ];
  const sheets = sheetsOf('case', { category: 'permanent', caseFiles: VOLUMES, documents, giver: GIVER });

  it('goes for each volume a cover, an internal inventory and a certifying sheet', () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      'volumes/01-cover',
      'volumes/01-documents',
      'volumes/01-certifying',
      'volumes/02-cover',
      'volumes/02-documents',
      'volumes/02-certifying',
    ]);
    expect(sheets.some(({ isBound, isSigned }) => isBound || isSigned)).toBe(false);
  });

  it('the cover says what case it is, its dates, sheets and term', () => {
    expect(said(named(sheets, 'volumes/02-cover')?.view)).toEqual([
      'Виконавчий комітет Каховської міської ради',
      'СПРАВА № 01-02, ТОМ 2',
      'Рішення',
      'Розпочато: 05.01.2021',
      'Закінчено: 30.06.2021',
      'На 21 аркуші',
      'Зберігати: Постійно, ст. 7-а',
    ]);
    expect(said(named(sheets, 'volumes/01-cover')?.view)).toContain('На 248 аркушах');
  });

  it('the internal inventory lists the documents of its volume with their sheets, and counts itself', () => {
    const sheet = named(sheets, 'volumes/01-documents');
    const view = sheet?.telling?.view(1);
    expect(sheet?.telling?.sheetsOf).toBe('volumes/01-documents');
    expect(view?.body?.flatMap((block) => (block.type === 'table' ? block.rows : []))).toEqual([
      ['1', '27', '19.01.2021', 'Про регламент', '1–30', ''],
      ['2', '28', '19.01.2021', 'Анульовано', '—', ''],
    ]);
    expect(said(view)).toEqual(['Разом 2 (два) документи.', 'Кількість аркушів внутрішнього опису: 1 (один) аркуш.']);
  });

  it('the certifying sheet counts the sheets of the volume and those of its internal inventory', () => {
    const sheet = named(sheets, 'volumes/02-certifying');
    expect(said(sheet?.telling?.view(3))).toEqual([
      'У справі підшито (вкладено) і пронумеровано 21 (двадцять один) аркуш, з № 1 по № 21, у тому числі: літерні номери аркушів: немає; пропущені номери аркушів: немає.',
      'Крім того, аркушів внутрішнього опису: 3 (три) аркуші.',
    ]);
    expect(sheet?.view.signature).toEqual(GIVER);
  });

  it('goes nothing for a temporary one', () => {
    expect(sheetsOf('case', { category: 'temporary', caseFiles: VOLUMES, documents })).toEqual([]);
  });
});

describe('with an inventory', () => {
  it.each([
    ['permanent', 4],
    ['personnel', 3],
    ['long-term', 2],
    ['temporary', 2],
  ] as const)('of category %s go %i signed copies, each with its number', (category, count) => {
    const sheets = sheetsOf('inventory', { category, year: 2021, caseFiles: VOLUMES });
    expect(sheets.map(({ form }) => form?.template)).toEqual(Array.from({ length: count }, () => 'inventory.docx'));
    expect(sheets.map(({ name, isSigned, mark }) => [name, isSigned, mark])).toEqual(
      Array.from({ length: count }, (_, index) => [`copies/0${index + 1}`, true, `Прим. № ${index + 1}`]),
    );
  });
});

describe('with a reception of cases', () => {
  const inventory = draftOf('inventory', {
    ...{ category: 'personnel', year: 2021 },
    caseFiles: [1, 2, 3, 4].map((n) => ({ ...sound, n, index: `03-0${n}`, heading: `Справа ${n}` })),
  });
  const received = {
    giver: GIVER,
    receiver: RECEIVER,
    caseFiles: [
      { ...sound, year: 2021, index: '03-01' },
      { ...sound, year: 2021, index: '03-02', missing: true },
      { ...sound, year: 2021, index: '03-03', heading: 'Справа 3', faults: ['немає обкладинки', 'не пронумеровано аркуші'] },
      { ...sound, year: 2021, index: '03-04', missing: true },
      { ...sound, year: 2021, index: '09-09' },
    ],
  };
  const sheets = sheetsOf('acceptance', received, {
    onRecord: {
      listedBy: [{ kind: kindOf('inventory'), draft: inventory, registration: { ...REGISTRATION, number: '5' }, copies: 3 }],
    },
  });

  it('goes a new edition of every copy, with the same foot about its own cases at the end of each', () => {
    const editions = sheets.filter(({ name }) => name.startsWith('copies/'));
    expect(editions.map(({ name, mark, view }) => [name, mark, view.number])).toEqual([
      ['copies/inventory-2022-5-01', 'Прим. № 1', '№ 5'],
      ['copies/inventory-2022-5-02', 'Прим. № 2', '№ 5'],
      ['copies/inventory-2022-5-03', 'Прим. № 3', '№ 5'],
    ]);
    for (const { view } of editions)
      expect(view.endorsements?.slice(-4)).toEqual([
        {
          lines: [
            'Фактично прийнято 1 (одну) справу.',
            'Номери відсутніх справ: № 2, № 4.',
            'Повернуто на доопрацювання: № 3.',
            'Дата приймання-передавання: 09 лютого 2022 року.',
          ],
        },
        { lines: ['Справи здав:'], person: GIVER, staysBelow: true },
        { lines: ['Справи прийняв:'], person: RECEIVER, staysBelow: true },
        {
          ...{ lines: ['Запис засвідчив:'], person: { post: 'Начальник загального відділу', name: 'Ірина ДІЛОВА' } },
          ...{ staysBelow: true, signs: true },
        },
      ]);
  });

  it('goes a list of what is to be mended', () => {
    expect(named(sheets, 'rework')?.view.body?.flatMap((block) => (block.type === 'table' ? block.rows : []))).toEqual([
      ['1', '3', '03-03', 'Справа 3', 'немає обкладинки; не пронумеровано аркуші'],
    ]);
    expect(named(sheetsOf('acceptance', { caseFiles: [{ ...sound, index: '03-01' }] }), 'rework')).toBeUndefined();
  });
});
