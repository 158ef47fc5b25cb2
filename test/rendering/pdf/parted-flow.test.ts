import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../pipeline/model/draft.js';
import type { View } from '../../../pipeline/model/kind.js';
import { actDefinition } from '../../../pipeline/rendering/pdf/act-definition.js';
import { pdfmakePrinter } from '../../../pipeline/rendering/pdf/printer.js';
import { pdfLines, printedLines } from '../pdf-text.js';
import { annex, prose, view } from '../views.js';
import { faces, testPrinter } from './printer-under-test.js';

const HEAD = ['№ з/п', 'Заголовок справи', 'Кількість аркушів'];
const WIDE = 'я'.repeat(90);

/** Rows of one to some lines; the 130th is higher than two pages, the 200th has a word too wide for its column. */
function listed(rows: number): Table {
  const heading = (n: number): string => (n === 130 ? prose(90) : n === 200 ? WIDE : n % 5 === 0 ? prose(1, n) : `Справа ${n}`);
  return {
    type: 'table',
    head: [HEAD, ['1', '2', '3']],
    rows: Array.from({ length: rows }, (_, index) => [`${index + 1}.`, heading(index + 1), String(index % 250)]),
    widths: [15, 60, 25],
    isDense: true,
  };
}

const body: readonly Block[] = [
  { type: 'heading', level: 1, text: '2020 рік' },
  listed(310),
  { type: 'paragraph', text: 'У цей розділ опису внесено 310 (триста десять) справ.' },
  { type: 'heading', level: 1, text: '2021 рік' },
  listed(40),
  { type: 'paragraph', text: 'У цей розділ опису внесено 40 (сорок) справ.' },
];
const long = (changes: Partial<View> = {}): View =>
  view({ points: [], body, annexes: [annex({ body: [listed(170)] })], endorsements: [{ lines: ['СХВАЛЕНО'] }], ...changes });

/** What a printer makes that lays the same act out at once. */
async function whole(act: View) {
  const { definition, layout } = actDefinition(faces, act);
  const bytes = await (await pdfmakePrinter(faces).layOut(definition)).write();
  return { bytes, runs: layout.runs(), stampPlaces: layout.stampPlaces(), overflows: layout.overflows() };
}

describe('an act of very many rows, printed a part after another', () => {
  let printed: Awaited<ReturnType<ReturnType<typeof testPrinter>['printAct']>>;
  beforeAll(async () => {
    printed = await testPrinter().printAct(long());
  });

  it('has the pages of an act that is laid out at once: every line where it stands there, page numbers too', async () => {
    const { bytes, ...pages } = await whole(long());
    expect(await printedLines(printed.bytes)).toEqual(await printedLines(bytes));
    expect((await pdfLines(printed.bytes)).map(({ number }) => number)).toEqual((await pdfLines(bytes)).map(({ number }) => number));
    expect(printed).toMatchObject(pages);
    expect(pages.overflows.map(({ text }) => text)).toEqual([WIDE]);
    expect(pages.runs.map(({ pages: count }) => count > 3)).toEqual([true, true]);
  });

  it('is measured as it is printed, and is the same bytes again', async () => {
    const { bytes, ...pages } = printed;
    expect(await testPrinter().measureAct(long())).toEqual(pages);
    expect((await testPrinter().printAct(long())).bytes.equals(bytes)).toBe(true);
  });
});

describe('copies of an act', () => {
  const MARKS = ['Прим. № 1', 'Прим. № 2', 'Прим. № 10', 'Прим. № 4'];
  const short = view({ marks: ['ЗАТВЕРДЖУЮ'] });

  it('say each its own mark above all, and else the same in the same places', async () => {
    const copies = await testPrinter().printCopies(short, MARKS);
    const lines = await Promise.all(copies.map(async ({ bytes }) => printedLines(bytes)));
    expect(lines.map(([page]) => page?.[0]?.text)).toEqual(MARKS);
    const rest = lines.map(([page = [], ...pages]) => [page.slice(1), ...pages]);
    for (const [index, other] of rest.entries()) {
      expect(other).toEqual(rest[0]);
      expect(copies[index]).toMatchObject({ runs: copies[0]?.runs, stampPlaces: copies[0]?.stampPlaces });
    }
  });

  it('are as long as they would be if each were printed by itself', async () => {
    const [copy] = await testPrinter().printCopies(short, MARKS);
    const { bytes, ...pages } = await whole({ ...short, marks: ['Прим. № 1', 'ЗАТВЕРДЖУЮ'] });
    expect(copy).toMatchObject(pages);
    expect(await printedLines(copy?.bytes ?? Buffer.alloc(0))).toEqual(await printedLines(bytes));
  });
});
