import { describe, expect, test } from 'vitest';
import { readCsv } from '../../pipeline/intake/read-csv.js';

const read = (text: string | Uint8Array) => readCsv(typeof text === 'string' ? Buffer.from(text) : text);
const cells = (text: string): unknown => {
  const outcome = read(text);
  return outcome.readable ? outcome.rows.map((row) => [row.line, ...row.cells]) : outcome;
};

describe('reading a table', () => {
  test('parts cells by commas, or by semicolons where the first line has one', () => {
    expect(cells('a;b\n1,2;\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1,2', ''],
    ]);
    expect(cells('a,b\r\n1,2;3')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2;3'],
    ]);
    expect(cells('"a;b",c\n')).toEqual([[1, 'a;b', 'c']]);
    expect(cells('"a,b";c\n')).toEqual([[1, 'a,b', 'c']]);
  });

  test('takes quoted cells with quotes, delimiters and line ends in them, and counts lines', () => {
    expect(cells('"a","«б», ""в"""\n\n"рядок\nдругий",\n3,4')).toEqual([
      [1, 'a', '«б», "в"'],
      [3, 'рядок\nдругий', ''],
      [5, '3', '4'],
    ]);
  });

  test('has no rows where there is nothing', () => {
    for (const text of ['', '\n', '\r\n\r\n']) expect(cells(text)).toEqual([]);
  });

  test('tells where it cannot be read', () => {
    expect(cells('a,b\n1,"2')).toMatchObject({ readable: false, line: 2 });
    expect(cells('a,b\n1,2"3"')).toMatchObject({ readable: false, line: 2 });
    expect(cells('a,b\n"1"2,3')).toMatchObject({ readable: false, line: 2 });
    const cp1251 = Uint8Array.from([0xcf, 0xf0, 0xee]);
    expect(read(cp1251)).toMatchObject({ readable: false, line: 1, reason: expect.stringContaining('UTF-8') });
  });
});
