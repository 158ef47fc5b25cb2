import { describe, expect, it } from 'vitest';
import type { Block } from '../../../pipeline/model/draft.js';
import { pdfLines } from '../pdf-text.js';
import { annex, chapters, point, table, twoPages, view } from '../views.js';
import { annexOf, testPrinter } from './printer-under-test.js';

const printer = testPrinter();
const wide = 'Дуже'.repeat(60);

describe('what runs out of its place', () => {
  it('is reported once, with its page, and printed nevertheless with all its letters', async () => {
    const { bytes, overflows, runs } = await printer.printAct(annexOf([{ type: 'paragraph', text: `Ось ${wide} кінець` }]));
    const page = (runs[0]?.pages ?? 0) + 1;
    expect(overflows).toEqual([{ page, text: wide }]);
    const letters = (await pdfLines(bytes))[page - 1]?.lines.join('').replaceAll(' ', '');
    expect(letters).toContain(`Ось${wide}кінець`);
  });

  it('is reported in a narrow column of a table', async () => {
    const narrow: Block = {
      type: 'table',
      head: [['№', 'Назва']],
      rows: [
        ['1', 'Найменування'],
        ['Найменування', 'так'],
      ],
      widths: [5, 95],
    };
    const { overflows, runs } = await printer.measureAct(annexOf([narrow]));
    expect(overflows).toEqual([{ page: (runs[0]?.pages ?? 0) + 1, text: 'Найменування' }]);
  });

  it('is reported with the page that its beginning stands on, of the act and of its annexes alike', async () => {
    const body: Block[] = [...chapters(3), { type: 'paragraph', text: wide }];
    const act = view({ points: [...twoPages.points, point('11.', `Слово ${'щ'.repeat(90)} кінець.`)], annexes: [annex({ body })] });
    const { bytes, overflows, runs } = await printer.printAct(act);
    const pages = (await pdfLines(bytes)).map(({ lines }) => lines.join(' '));
    expect(overflows).toEqual([
      { page: runs[0]?.pages, text: 'щ'.repeat(90) },
      { page: pages.findIndex((page) => page.includes(wide.slice(0, 30))) + 1, text: wide },
    ]);
    expect(overflows[1]?.page).toBeGreaterThan((runs[0]?.pages ?? 0) + 1);
  });

  it('is not found in an ordinary act', async () => {
    const act = view({ annexes: [annex({ body: [...chapters(3), table(10)] })] });
    expect((await printer.measureAct(act)).overflows).toEqual([]);
  });
});
