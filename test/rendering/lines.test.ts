import { describe, expect, it } from 'vitest';
import { bind } from '../../pipeline/rendering/binding.js';
import { listMark } from '../../pipeline/rendering/list-marks.js';
import { tableColumns } from '../../pipeline/rendering/passages.js';
import { loadTinos } from '../../pipeline/rendering/pdf/fonts.js';
import { breakLines, type Measure } from '../../pipeline/rendering/pdf/lines.js';

const faces = loadTinos();
const measure = (width: number, more: Partial<Measure> = {}): Measure => ({ face: faces.regular, size: 14, width, ...more });
const linesOf = (text: string, width: number, more: Partial<Measure> = {}): string[] =>
  breakLines(text, measure(width, more)).map(({ pieces }) =>
    pieces.map(({ shape, space }) => (space === 'none' ? '' : ' ') + shape.text).join(''),
  );

describe('a paragraph in lines', () => {
  it('fills each line and loses no word', () => {
    const text = 'Міський голова підписує рішення виконавчого комітету в день його прийняття';
    const lines = linesOf(text, 160);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const { width } of breakLines(text, measure(160))) expect(width).toBeLessThanOrEqual(160);
  });

  it('ends a line after a hyphen between letters, after a slash of an address, and not inside a number or a date', () => {
    expect(linesOf('соціально-економічний', 85)).toEqual(['соціально-', 'економічний']);
    expect(linesOf('kakhovka.gov.ua/documents', 120)).toEqual(['kakhovka.gov.ua/', 'documents']);
    expect(linesOf('№ з/п', 25)).toEqual(['№', 'з/п']);
    expect(linesOf('аа 12-345/67', 60)).toEqual(['аа', '12-345/67']);
  });

  it('keeps a sign with its number, an initial with its surname, a number with its unit, a dash with the word before it', () => {
    expect(linesOf('рішення № 27', 70)).toEqual(['рішення', '№ 27']);
    expect(linesOf('голова В. Чорний', 70)).toEqual(['голова', 'В. Чорний']);
    expect(linesOf('сума 600 грн', 70)).toEqual(['сума', '600 грн']);
    expect(linesOf('сума 1 245 600,00 грн', 112)).toEqual(['сума', '1 245 600,00 грн']);
    expect(linesOf('це рішення – так', 75)).toEqual(['це', 'рішення –', 'так']);
  });

  it('lets go of them if a justified line would be full of gaps', () => {
    const text = 'заслухав голову В. Морозенка';
    const width = (breakLines('заслухав голову В.', measure(1000))[0]?.width ?? 0) + 1;
    expect(linesOf(text, width)).toEqual(['заслухав голову', 'В. Морозенка']);
    const loose = 'слухав В. Переяславського-Залісського';
    const narrow = (breakLines('слухав В.', measure(1000))[0]?.width ?? 0) + 1;
    expect(linesOf(loose, narrow, { justified: true })[0]).toBe('слухав В.');
  });

  it('sets the mark before the text with a space that does not stretch', () => {
    const [line] = breakLines('Затвердити Порядок', measure(400, { mark: '1.' }));
    expect(line?.pieces.map(({ space }) => space)).toEqual(['none', 'fixed', 'stretching']);
    expect(line?.stretching).toBe(1);
  });

  it('takes the first line shorter by its indent', () => {
    const text = 'один два три чотири';
    const width = breakLines(text, measure(1000))[0]?.width ?? 0;
    expect(linesOf(text, width + 1)).toHaveLength(1);
    expect(linesOf(text, width + 1, { firstIndent: 2 })).toHaveLength(2);
  });

  it('cuts a word wider than the column, says which, and loses no letter', () => {
    const lines = breakLines('аб ґґґґґґґґґґґґґґґґґґґґ вг', measure(60));
    expect(lines.map(({ overflow }) => overflow).filter((overflow) => overflow !== null)).toEqual(['ґ'.repeat(20)]);
    expect(linesOf('аб ґґґґґґґґґґґґґґґґґґґґ вг', 60).join('')).toBe(`аб${'ґ'.repeat(20)} вг`);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(60);
  });

  it('gives one empty line for no text', () => {
    expect(linesOf('', 100)).toEqual(['']);
  });

  it('treats runs of space, tab and line break as one space', () => {
    expect(linesOf('а \t\n б', 100)).toEqual(['а б']);
  });
});

describe('marks of a list', () => {
  it('are dashes, numbers, or letters without those that are taken for others', () => {
    expect(listMark('dash', 4)).toBe('–');
    expect(listMark('number', 9)).toBe('10)');
    const letters = Array.from({ length: 26 }, (_, index) => listMark('letter', index));
    expect(letters.join('')).toBe('а)б)в)г)д)е)ж)и)к)л)м)н)п)р)с)т)у)ф)х)ц)ш)щ)ю)я)аа)аб)');
    for (const left of 'ґєзіїйочь') expect(letters).not.toContain(`${left})`);
  });
});

describe('no-break spaces', () => {
  it('change nothing but the spaces', () => {
    const text = 'Відповідно до ст. 59, п. 3 ч. 1 рішення № 27 від 01 квітня 2021 року (О. Щербʼяк) – 5 000 грн';
    expect(bind(text).replaceAll('\u00a0', ' ')).toBe(text);
    expect(bind(text)).toContain(
      'ст.\u00a059, п.\u00a03 ч.\u00a01 рішення №\u00a027 від 01\u00a0квітня 2021\u00a0року (О.\u00a0Щербʼяк)\u00a0– 5\u00a0000\u00a0грн',
    );
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

describe('the remembered words', () => {
  it('stay bounded, and a forgotten word is measured the same again', () => {
    const own = loadTinos().regular;
    const before = own.shape('перше').width;
    const heap = process.memoryUsage().heapUsed;
    for (let i = 0; i < 60_000; i++) own.shape(`слово${i}`);
    expect((process.memoryUsage().heapUsed - heap) / 2 ** 20).toBeLessThan(80);
    expect(own.shape('перше').width).toBe(before);
  });
});
