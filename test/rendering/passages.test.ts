import { describe, expect, it } from 'vitest';
import { listMark } from '../../pipeline/rendering/list-marks.js';
import { passagesOf, tableColumns } from '../../pipeline/rendering/passages.js';

describe('marks of a list', () => {
  it('are dashes, numbers, or letters without those that are taken for others', () => {
    expect(listMark('dash', 4)).toBe('–');
    expect(listMark('number', 9)).toBe('10)');
    const letters = Array.from({ length: 26 }, (_, index) => listMark('letter', index));
    expect(letters.join('')).toBe('а)б)в)г)д)е)ж)и)к)л)м)н)п)р)с)т)у)ф)х)ц)ш)щ)ю)я)аа)аб)');
    for (const left of 'ґєзіїйочь') expect(letters).not.toContain(`${left})`);
  });
});

describe('passages', () => {
  it('have the marks made, the nesting as a depth, and an item that begins otherwise under its mark', () => {
    const passages = passagesOf([
      { type: 'heading', level: 5, text: 'Розділ' },
      {
        type: 'list',
        mark: 'letter',
        items: [
          [
            { type: 'paragraph', text: 'перше' },
            { type: 'list', mark: 'dash', items: [[{ type: 'paragraph', text: 'дрібне' }]] },
          ],
          [{ type: 'table', head: [], rows: [['х']], widths: [] }],
        ],
      },
    ]);
    expect(passages).toMatchObject([
      { type: 'heading', level: 3, text: 'Розділ', depth: 0 },
      { type: 'text', mark: 'а)', text: 'перше', depth: 1 },
      { type: 'text', mark: '–', text: 'дрібне', depth: 2 },
      { type: 'text', mark: 'б)', text: '', depth: 1 },
      { type: 'table', depth: 1 },
    ]);
  });

  it('leave out a table without rows', () => {
    expect(passagesOf([{ type: 'table', head: [], rows: [], widths: [50, 50] }])).toEqual([]);
    expect(passagesOf([{ type: 'table', head: [['а']], rows: [], widths: [] }])).toHaveLength(1);
  });
});

describe('columns of a table', () => {
  it('are shares of the whole, with an even share where none is given', () => {
    expect(tableColumns({ type: 'table', head: [], rows: [['а', 'б']], widths: [30, 90] })).toEqual([0.25, 0.75]);
    expect(tableColumns({ type: 'table', head: [], rows: [['а', 'б', 'в', 'г']], widths: [] })).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(
      tableColumns({ type: 'table', head: [], rows: [['а', 'б', 'в']], widths: [10, 30] }).reduce((sum, share) => sum + share, 0),
    ).toBeCloseTo(1);
  });
});
