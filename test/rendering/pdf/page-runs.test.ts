import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decision } from '../../../pipeline/kinds/decision.js';
import type { View } from '../../../pipeline/model/kind.js';
import { OFFICE } from '../../clauses/fixture-office.js';
import { fixture, readFixture } from '../../fixtures/fixture-files.js';
import { pdfLines } from '../pdf-text.js';
import { annex, chapters, point, table, view } from '../views.js';
import { testPrinter } from './printer-under-test.js';

const printer = testPrinter();

async function viewOf(path: string): Promise<View> {
  const { draft } = await readFixture({ name: path.slice(path.lastIndexOf('/') + 1), bytes: readFileSync(fixture(path)) });
  const date = draft.content.adoption?.date;
  if (date === undefined) throw new Error(`${path} has no date`);
  return decision.view(draft, { series: 'decision', year: 2021, ordinal: 27, number: '27', date, registeredAt: '' }, OFFICE);
}

/** Of the processor, whatever else the machine is doing. */
describe('page runs', () => {
  it('number each annex for itself, its first sheet without a number', async () => {
    const act = view({
      annexes: [annex({ body: chapters(9) }), annex({ n: 2, title: 'СКЛАД комісії' }), annex({ n: 3, body: [table(22)] })],
    });
    const { bytes, runs } = await printer.printAct(act);
    const expected = runs.flatMap(({ pages }) => [null, ...Array.from({ length: pages - 1 }, (_, i) => String(i + 2))]);
    expect((await pdfLines(bytes)).map(({ number }) => number)).toEqual(expected);
    expect(runs.map(({ annex: n }) => n)).toEqual([null, 1, 2, 3]);
    expect(runs[1]?.pages).toBeGreaterThan(3);
    expect(runs[2]?.pages).toBe(1);
    expect(runs[3]?.pages).toBeGreaterThan(1);
  });

  it('begin each annex on a new page with its reference', async () => {
    const annexes = [annex({ body: chapters(4) }), annex({ n: 2, reference: ['Додаток 2', 'до рішення', '19.01.2021 № 27'] })];
    const { bytes, runs } = await printer.printAct(view({ annexes }));
    const pages = await pdfLines(bytes);
    const first = runs[0]?.pages ?? 0;
    const second = first + (runs[1]?.pages ?? 0);
    expect(pages[first]?.lines[0]).toBe('Додаток');
    expect(pages[first]?.lines.slice(0, 5).join(' ')).toContain('19.01.2021 № 27');
    expect(pages[second]?.lines.slice(0, 3)).toEqual(['Додаток 2', 'до рішення', '19.01.2021 № 27']);
  });

  it('are, with all else that is measured, the same for the trial and for the print', async () => {
    const act = view({ annexes: [annex({ body: [...chapters(12), table(30)] })], title: `Про ${'щ'.repeat(90)}` });
    const { bytes, ...printed } = await printer.printAct(act);
    expect(await printer.measureAct(act)).toEqual(printed);
    expect(printed.overflows).not.toEqual([]);
    expect(await pdfLines(bytes)).toHaveLength(printed.runs.reduce((sum, { pages }) => sum + pages, 0));
  });

  it('are found for an act with nothing in it', async () => {
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
});

describe('a draft of the fixtures', () => {
  it.each([
    ['kinds/decision/two-pages.json', [2]],
    ['samples/12-poriadok-elektronnykh-dokumentiv.json', [2, 8]],
    ['samples/14-peredacha-maina.json', [1]],
  ])('has as many pages as its README says: %s', async (path, pages) => {
    expect((await printer.measureAct(await viewOf(path))).runs.map((run) => run.pages)).toEqual(pages);
  });

  it('of 29 sections is laid out page after page', async () => {
    const act = await viewOf('kinds/decision/reglament.json');
    const { runs } = await printer.printAct(act);
    expect(runs[1]?.pages).toBeGreaterThan(25);
  });
});

it('takes time in proportion to a word, however long', async () => {
  const { runs } = await printer.measureAct(view({ points: [point('1.', 'х'.repeat(200_000))] }));
  expect(runs[0]?.pages).toBeGreaterThan(50);
});
