import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../pipeline/model/draft.js';
import { words } from '../pdf-text.js';
import { prose, TABLE_HEAD, table } from '../views.js';
import { annexLines, annexPages, markedParagraphs, oneLiners } from './printer-under-test.js';

const grid = (head: Table['head'], rows: Table['rows'], widths: Table['widths'] = []): Table => ({ type: 'table', head, rows, widths });
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('a table across pages', () => {
  it('has its head once on each of its pages, never without a row, and each of its rows once, wherever it begins', async () => {
    const seen = new Set<number>();
    for (let lines = 0; lines < 48; lines++) {
      const pages = await annexPages([...oneLiners(lines), table(12)]);
      const rows = pages.map((page) => (page.match(/(?<=^|\s)\d{1,2}\.(?=\s)/gu) ?? []).length);
      expect(
        rows.reduce((sum, n) => sum + n, 0),
        `${lines} lines before`,
      ).toBe(12);
      for (const [index, page] of pages.entries())
        expect(count(page, TABLE_HEAD.join(' ')), `${lines} lines before`).toBe(rows[index] ? 1 : 0);
      seen.add(rows.filter((n) => n > 0).length);
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  it('of a form has its last row on the page of the words that sum it up, wherever it ends', async () => {
    const seen = new Set<number>();
    for (let lines = 0; lines < 48; lines++) {
      const rows = Array.from({ length: 5 }, (_, index) => [`ряд ${index}`]);
      const sum: Block = { type: 'paragraph', text: 'Усього внесено пʼять справ.' };
      const pages = await annexPages([...oneLiners(lines), { ...grid([['Справи']], rows), isDense: true }, sum]);
      const last = pages.findIndex((page) => page.includes('ряд 4'));
      expect(pages[last], `${lines} lines before`).toContain('Усього внесено');
      seen.add(last);
    }
    expect(seen.size).toBe(2);
  });

  it('divides no row that fits a page', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [`ряд ${i}`, `початок ${i} ${prose(1 + (i % 3), i)} кінець ${i}`]);
    const pages = await annexPages([grid([['Номер', 'Зміст заходу']], rows, [20, 80])]);
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      if (index > 0) expect(page.startsWith('Номер Зміст заходу')).toBe(true);
      const of = (word: string): string[] => [...page.matchAll(new RegExp(`${word} (\\d+)`, 'g'))].map(([, n = '']) => n);
      expect(of('ряд')).toEqual(of('початок'));
      expect(of('ряд')).toEqual(of('кінець'));
    }
  });

  it('divides a row higher than a page, two lines at least on each side, and loses none of it', async () => {
    for (let lines = 0; lines < 48; lines += 3) {
      const long = prose(60);
      const body = [
        ...oneLiners(lines),
        grid(
          [['Захід', 'Стан']],
          [
            ['перший', 'а'],
            [long, 'б'],
            ['третій', 'в'],
          ],
          [70, 30],
        ),
      ];
      const pages = await annexLines(body);
      const cells = pages.map((page) => page.filter(({ size, left }) => size === 12 && left < 200).map(({ text }) => words(text)));
      const parts = cells.map((cell) => cell.filter((text) => !/^(?:Захід|перший|третій|Стан|Додаток)/u.test(text)));
      const text = parts.flat().reduce((all, line) => (/\p{L}[-/]$/u.test(all) ? all + line : `${all} ${line}`));
      expect(text, `${lines} lines before`).toContain(long);
      for (const part of parts.filter((each) => each.length > 0)) expect(part.length, `${lines} lines before`).toBeGreaterThanOrEqual(2);
      expect(pages.length).toBeGreaterThan(1);
      expect(cells.flat()).toContain('третій');
    }
  });

  it('does not repeat a head that would fill the page, and loses none of it', async () => {
    const pages = await annexPages([grid([['№', markedParagraphs(50).join(' ')]], [['1', 'перший']], [10, 90])]);
    const text = pages.join(' ');
    for (let i = 0; i < 50; i++) expect(count(text, `кінець ${i}.`)).toBe(1);
    expect(text).toContain('перший');
  });

  it('is read cell after cell', async () => {
    const [page] = await annexPages([
      grid(
        [['А', 'Б']],
        [
          [prose(1), prose(1, 1)],
          [prose(1, 2), prose(1, 3)],
        ],
      ),
    ]);
    const pieces = [0, 1, 2, 3].map((from) => page?.replace(/([-/]) /g, '$1').indexOf(prose(1, from).replace(/([-/]) /g, '$1')) ?? -1);
    expect(pieces.every((at) => at >= 0)).toBe(true);
    expect(pieces).toEqual([...pieces].sort((a, b) => a - b));
  });
});

describe('a table', () => {
  it('without rows, or with rows of unequal length, is printed with all its words', async () => {
    expect((await annexPages([grid([['Лише', 'голова']], [])])).join(' ')).toContain('Лише голова');
    expect((await annexPages([grid([], [['один'], ['два', 'три', 'чотири']])])).join(' ')).toMatch(/один два три чотири$/u);
    expect(await annexPages([grid([], [])])).toHaveLength(1);
  });
});
