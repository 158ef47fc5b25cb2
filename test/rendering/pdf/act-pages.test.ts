import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decision } from '../../../pipeline/kinds/decision.js';
import type { View } from '../../../pipeline/model/kind.js';
import type { Office } from '../../../pipeline/model/office.js';
import { SHEET } from '../../../pipeline/rendering/pdf/sheet.js';
import { fixture, readFixture } from '../../fixtures/fixture-files.js';
import { pdfLines, words } from '../pdf-text.js';
import { annex, chapters, point, prose, table, twoPages, view } from '../views.js';
import { piecesOf, testPrinter } from './printer-under-test.js';

const printer = testPrinter();

const office = {
  body: {
    names: ['КАХОВСЬКА МІСЬКА РАДА', 'ХЕРСОНСЬКОЇ ОБЛАСТІ', 'ВИКОНАВЧИЙ КОМІТЕТ'],
    fullName: 'Виконавчий комітет Каховської міської ради',
    genitive: 'виконавчого комітету Каховської міської ради',
    subject: 'виконавчий комітет міської ради',
    place: 'м. Каховка',
  },
} as unknown as Office;

async function viewOf(path: string): Promise<View> {
  const { draft } = await readFixture({ name: path.slice(path.lastIndexOf('/') + 1), bytes: readFileSync(fixture(path)) });
  const date = draft.content.adoption?.date;
  if (date === undefined) throw new Error(`${path} has no date`);
  return decision.view(draft, { series: 'decision', year: 2021, ordinal: 27, number: '27', date, registeredAt: '' }, office);
}

const PARAGRAPH_LENGTHS = [1, 2, 1, 3, 1, 1, 2, 4];
/** Paragraphs whose first and last lines can be told: they begin `Абзац 7` and end `кінець 7.` */
const paragraphs = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `Абзац ${i} ${prose(PARAGRAPH_LENGTHS[i % 8] ?? 1, i)} Це кінець${'\u00a0'}${i}.`);

it.each([
  ['kinds/decision/two-pages.json', [2]],
  ['samples/12-poriadok-elektronnykh-dokumentiv.json', [2, 8]],
  ['samples/14-peredacha-maina.json', [1]],
])('lays %s out in as many pages as its README says', async (path, pages) => {
  const { runs, stampPlaces } = await printer.measureAct(await viewOf(path));
  expect(runs.map((run) => run.pages)).toEqual(pages);
  expect(stampPlaces.map(({ page }) => page)).toEqual([(pages[0] ?? 0) - 1, (pages[0] ?? 0) - 1]);
});

it('lays the regulation of 29 sections out in less than a second and a half', async () => {
  const act = await viewOf('kinds/decision/reglament.json');
  await printer.printAct(act);
  const started = performance.now();
  const { runs } = await printer.printAct(act);
  expect(performance.now() - started).toBeLessThan(1500);
  expect(runs[1]?.pages).toBeGreaterThan(25);
});

it('counts the pages of each annex anew and prints no number on a first sheet', async () => {
  const act = view({ annexes: [annex({ body: chapters(3) }), annex({ n: 2, body: chapters(2) }), annex({ n: 3 })] });
  const { bytes, runs } = await printer.printAct(act);
  const numbers = (await pdfLines(bytes)).map(({ number }) => number);
  expect(numbers).toEqual(runs.flatMap(({ pages }) => Array.from({ length: pages }, (_, i) => (i === 0 ? null : String(i + 1)))));
  expect(runs.map((run) => run.annex)).toEqual([null, 1, 2, 3]);
  expect(runs[1]?.pages).toBeGreaterThan(1);
});

it('measures the pages that it prints', async () => {
  const act = view({ annexes: [annex({ body: [...chapters(2), table(30)] })], title: `Про ${'щ'.repeat(90)}` });
  const { bytes, ...printed } = await printer.printAct(act);
  expect(await printer.measureAct(act)).toEqual(printed);
  expect((await pdfLines(bytes)).length).toBe(printed.runs.reduce((sum, { pages }) => sum + pages, 0));
});

it('leaves two lines of text at least above the signature, whatever the length, and room for both stamps under it', async () => {
  const seen = new Set<number>();
  for (let count = 1; count <= 40; count++) {
    const act = view({
      points: paragraphs(6 + (count >> 2)).map((text, i) => point(`${i + 1}.`, i === 2 ? `${text} ${'слово '.repeat(count * 5)}` : text)),
    });
    const { bytes, runs, stampPlaces } = await printer.printAct(act);
    const pieces = await piecesOf(bytes);
    const page = pieces.findIndex((all) => all.some(({ text }) => text.startsWith('Міський голова')));
    const signature = pieces[page]?.find(({ text }) => text.startsWith('Міський голова'))?.y ?? 0;
    const above = new Set(pieces[page]?.filter(({ y }) => y > SHEET.top && y < signature - 1).map(({ y }) => Math.round(y)));
    expect(above.size, `${count} words more`).toBeGreaterThanOrEqual(2);
    expect(page).toBe((runs[0]?.pages ?? 0) - 1);
    for (const place of stampPlaces) {
      expect(place.page).toBe(page);
      expect(place.rect[1]).toBeGreaterThanOrEqual(SHEET.bottom - 0.01);
      expect(SHEET.height - place.rect[3]).toBeGreaterThan(signature);
    }
    seen.add(runs[0]?.pages ?? 0);
  }
  expect(seen).toEqual(new Set([2, 3]));
});

it('leaves neither the first line of a paragraph at a foot nor the last at a head of a page', async () => {
  for (let shift = 0; shift < 12; shift++) {
    const body = [prose(1), ...Array.from({ length: shift }, () => 'Рядок.'), ...paragraphs(40)].map((text) => ({
      type: 'paragraph' as const,
      text,
    }));
    const { bytes } = await printer.printAct(view({ annexes: [annex({ body, preparedBy: null })] }));
    for (const { lines } of (await pdfLines(bytes)).slice(3)) {
      const [first = '', last = ''] = [lines[0], lines.at(-1)].map((line) => words(line ?? ''));
      expect(/^(?!Абзац).*кінець \d+\.$/u.test(first), first).toBe(false);
      expect(/^Абзац (?!.*кінець \d+\.$)/u.test(last), last).toBe(false);
    }
  }
});

it('never ends a page with a heading or with words that end with a colon', async () => {
  for (let shift = 0; shift < 10; shift++) {
    const body = [...Array.from({ length: shift }, () => ({ type: 'paragraph' as const, text: 'Рядок.' })), ...chapters(8)];
    const { bytes } = await printer.printAct(view({ annexes: [annex({ body })] }));
    const feet = (await pdfLines(bytes)).map(({ lines }) => words(lines.at(-1) ?? ''));
    expect(feet.filter((line) => /^(?:\d+\. Загальні положення|Отримувачі допомоги|Строки розгляду)$|:$/u.test(line))).toEqual([]);
  }
});

it('repeats the head of a table and divides no row that fits a page', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => [`ряд ${i}`, `початок ${i} ${prose(1 + (i % 3), i)} кінець ${i}`]);
  const body = [{ type: 'table' as const, head: [['Номер', 'Зміст заходу']], rows, widths: [20, 80] }];
  const { bytes, runs } = await printer.printAct(view({ annexes: [annex({ body })] }));
  const pages = (await pdfLines(bytes)).slice(runs[0]?.pages);
  expect(pages.length).toBeGreaterThan(3);
  for (const [index, { lines }] of pages.entries()) {
    if (index > 0 && index < pages.length - 1) expect(words(lines.slice(0, 2).join(' '))).toContain('Номер Зміст заходу');
    const text = words(lines.join(' '));
    const of = (word: string): string[] => [...text.matchAll(new RegExp(`${word} (\\d+)`, 'g'))].map(([, n = '']) => n);
    expect(of('ряд')).toEqual(of('початок'));
    expect(of('ряд')).toEqual(of('кінець'));
  }
});

it('divides a row higher than a page and loses none of it', async () => {
  const long = paragraphs(60).join(' ');
  const body = [
    {
      type: 'table' as const,
      head: [['№', 'Зміст']],
      rows: [
        ['1', 'перший'],
        ['2', long],
        ['3', 'останній'],
      ],
      widths: [],
    },
  ];
  const { bytes } = await printer.printAct(view({ annexes: [annex({ body })] }));
  const text = words((await pdfLines(bytes)).flatMap(({ lines }) => lines).join(' '));
  for (let i = 0; i < 60; i++) expect(text).toContain(`кінець ${i}.`);
  expect(text).toContain('останній');
});

it('does not repeat a head that would fill the page, and loses none of it', async () => {
  const body = [{ type: 'table' as const, head: [['№', paragraphs(50).join(' ')]], rows: [['1', 'перший']], widths: [10, 90] }];
  const { bytes } = await printer.printAct(view({ annexes: [annex({ body })] }));
  const text = words((await pdfLines(bytes)).flatMap(({ lines }) => lines).join(' '));
  for (let i = 0; i < 50; i++) expect(text.split(`кінець ${i}.`)).toHaveLength(2);
  expect(text).toContain('перший');
});

it('keeps the line of who prepared an annex with the last row of its table', async () => {
  for (let count = 24; count <= 40; count++) {
    const rows = Array.from({ length: count }, (_, i) => [`ряд ${i}`]);
    const { bytes } = await printer.printAct(view({ annexes: [annex({ body: [{ type: 'table', head: [], rows, widths: [] }] })] }));
    const last = (await pdfLines(bytes)).at(-1)?.lines.map(words).join(' ') ?? '';
    expect(last).toContain('Олена ЩЕРБʼЯК');
    expect(last).toContain(`ряд ${count - 1}`);
  }
});

it('reports words wider than their column with their pages, and prints all their letters', async () => {
  const wide = 'щ'.repeat(90);
  const body = [{ type: 'table' as const, head: [], rows: [['Електропостачання', 'а']], widths: [5, 95] }];
  const act = view({ points: [...twoPages.points, point('11.', `Слово ${wide} кінець.`)], annexes: [annex({ body })] });
  const { bytes, overflows, runs } = await printer.printAct(act);
  const pages = runs[0]?.pages ?? 0;
  expect(overflows).toEqual([
    { page: pages, text: wide },
    { page: pages + 1, text: 'Електропостачання' },
  ]);
  const text = (await pdfLines(bytes))
    .flatMap(({ lines }) => lines)
    .join('')
    .replaceAll(' ', '');
  expect(text).toContain(wide);
});

it('keeps all text within the margins', async () => {
  const { bytes } = await printer.printAct(
    view({ annexes: [annex({ body: [...chapters(4), table(20)] })], title: `Про ${'щ'.repeat(90)}` }),
  );
  for (const page of await piecesOf(bytes))
    for (const { text, x, y, width } of page) {
      expect(x, text).toBeGreaterThanOrEqual(SHEET.left - 0.1);
      expect(x + width, text).toBeLessThanOrEqual(SHEET.width - SHEET.right + 4.1);
      expect(y).toBeLessThanOrEqual(SHEET.height - SHEET.bottom);
    }
});

it('takes time in proportion to a word, however long', async () => {
  const started = performance.now();
  const { runs } = await printer.measureAct(view({ points: [point('1.', 'х'.repeat(200_000))] }));
  expect(runs[0]?.pages).toBeGreaterThan(50);
  expect(performance.now() - started).toBeLessThan(10_000);
});

it('lays out an act with nothing in it', async () => {
  const nothing = view({
    points: [],
    stating: [],
    title: '',
    signature: {},
    bodyNames: [],
    keyword: '',
    annexes: [annex({ body: [], title: '', reference: [], preparedBy: null })],
  });
  expect((await printer.printAct(nothing)).runs).toEqual([
    { annex: null, pages: 1 },
    { annex: 1, pages: 1 },
  ]);
});
