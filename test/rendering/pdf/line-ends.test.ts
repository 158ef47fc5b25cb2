import { describe, expect, it } from 'vitest';
import { type PrintedLine, words } from '../pdf-text.js';
import { point, prose, view } from '../views.js';
import { AREA, annexLines, printed, widthOf } from './printer-under-test.js';

const CELL = { size: 12, padding: 4, rule: 0.5 } as const;
const inner = AREA.right - AREA.left - 3 * CELL.rule;

/** Lines of a text in a column just as wide as the text `fitting`. */
async function cellLines(text: string, fitting: string): Promise<string[]> {
  const width = widthOf(fitting, CELL.size) + 0.3 + 2 * CELL.padding;
  const [page] = await annexLines([{ type: 'table', head: [], rows: [[text, '']], widths: [width, inner - width] }]);
  return (page ?? []).filter(({ size, left }) => size === CELL.size && left < AREA.left + 10).map((line) => words(line.text));
}

/** Lines of a text printed as point 1 of an act. */
async function pointLines(text: string): Promise<PrintedLine[]> {
  const lines = (await printed(view({ points: [point('1.', text), point('2.', 'Контроль.')] }))).flat();
  return lines.slice(
    lines.findIndex((line) => line.text.startsWith('1. ')),
    lines.findIndex((line) => line.text.startsWith('2. ')),
  );
}

describe('a line of a column', () => {
  it('is as full as it can be, and no word is lost', async () => {
    const text = 'Міський голова підписує рішення виконавчого комітету в день його прийняття';
    const lines = await cellLines(text, 'Міський голова підписує');
    expect(lines).toEqual(['Міський голова підписує', 'рішення виконавчого', 'комітету в день його', 'прийняття']);
  });

  it.each([
    ['соціально-економічний', 'економічний', ['соціально-', 'економічний']],
    ['kakhovka.gov.ua/documents', 'kakhovka.gov.ua/', ['kakhovka.gov.ua/', 'documents']],
    ['№ з/п', 'з/п', ['№', 'з/п']],
    ['аа 12-345/67', '12-345/67', ['аа', '12-345/67']],
    ['від 19.01.2021', '19.01.2021', ['від', '19.01.2021']],
  ])(
    'may end after a hyphen between letters and after a slash of an address, not inside a number or a date: %s',
    async (text, fitting, lines) => {
      expect(await cellLines(text, fitting)).toEqual(lines);
    },
  );

  it.each([
    ['рішення № 27', 'рішення №', ['рішення', '№ 27']],
    ['голова В. Чорний', 'В. Чорний', ['голова', 'В. Чорний']],
    ['сума 600 грн', 'сума 600', ['сума', '600 грн']],
    ['сума 1 245 600,00 грн', '1 245 600,00 грн', ['сума', '1 245 600,00 грн']],
    ['це рішення – так', 'це рішення', ['це', 'рішення –', 'так']],
    ['ремонт на вул. Обʼїзній', 'ремонт на вул.', ['ремонт на', 'вул. Обʼїзній']],
    ['живе в кв. 7', 'живе в кв.', ['живе в', 'кв. 7']],
  ])(
    'does not end between a sign and its number, an initial and its surname, a number and its unit, a word and its dash: %s',
    async (text, fitting, lines) => {
      expect(await cellLines(text, fitting)).toEqual(lines);
    },
  );

  it('ends there nevertheless if they do not fit the column together', async () => {
    expect(await cellLines('рішення № 12345', '№ 12345')).toEqual(['рішення', '№ 12345']);
    expect(await cellLines('№ 1234567890', '1234567890')).toEqual(['№', '1234567890']);
  });

  it('takes any run of space, tab and line break for one space', async () => {
    expect(await cellLines(' а \t\n б\r\n', 'а б')).toEqual(['а б']);
    const [line] = await pointLines('Слово \t\n слово.\n');
    expect(line?.text).toBe('1. Слово слово.');
    expect((line?.right ?? 0) - (line?.left ?? 0)).toBeCloseTo(widthOf('1. Слово слово.', 14), 1);
  });
});

describe('a justified paragraph', () => {
  it('has its first line indented by 10 mm, its other lines at the margin, and all but the last as wide as the text', async () => {
    const lines = await pointLines(prose(4));
    expect(lines.length).toBeGreaterThan(5);
    for (const [index, { left, right, text }] of lines.entries()) {
      expect(left, text).toBeCloseTo(AREA.left + (index === 0 ? (10 * 72) / 25.4 : 0), 1);
      if (index < lines.length - 1) expect(right, text).toBeCloseTo(AREA.right, 1);
    }
    expect(lines.at(-1)?.right).toBeLessThan(AREA.right - 10);
  });

  it('stretches no space after a number, whatever the other spaces of the line', async () => {
    let stretched = 0;
    for (let shift = 0; shift < 12; shift++) {
      const [first] = await pointLines(`${'ш'.repeat(4 + shift)} ${prose(2)}`);
      const number = first?.pieces[0];
      const next = number?.text.trim() === '1.' ? first?.pieces[1] : undefined;
      if (next !== undefined) expect(next.left - (number?.right ?? 0)).toBeCloseTo(widthOf(' ', 14), 1);
      else expect(number?.text).toMatch(/^1\. ш+/u);
      if ((first?.pieces.length ?? 0) > 3) stretched++;
    }
    expect(stretched).toBeGreaterThan(0);
  });

  it('keeps words together on a line that is loose anyway', async () => {
    const text = 'Керуючому справами виконавчого комітету міської ради В. Чернявському провести навчання з працівниками управлінь.';
    const lines = (await pointLines(text)).map((line) => words(line.text));
    expect(lines[0]).toMatch(/міської ради$/u);
    expect(lines[1]).toMatch(/^В\. Чернявському/u);
  });

  it('lets go of words that belong together if the line would become full of gaps', async () => {
    const room = AREA.right - AREA.left - (10 * 72) / 25.4;
    /** A line that `В.` still fits on and a surname does not, with so many words before them, the last as long as can be. */
    const line = (count: number, narrow: number): string => {
      const before = `1. ${'та '.repeat(count - 1)}`;
      const length = Math.floor((room - widthOf(`${before} В.`, 14)) / widthOf('ш', 14)) - 1;
      return `${before}${'ш'.repeat(length)}${'і'.repeat(narrow)}`;
    };
    const seen = new Set<boolean>();
    for (const narrow of [0, 1, 2])
      for (const count of [1, 2, 3, 8]) {
        const start = line(count, narrow);
        const [first] = await pointLines(`${start.slice(3)} В. ${'Переяславського'.repeat(2)} ${prose(2)}`);
        const gap = (room - widthOf(start, 14)) / (count - 1) - (room - widthOf(`${start} В.`, 14)) / count;
        expect(words(first?.text ?? '')).toBe(gap > 0.6 * 14 ? `${start} В.` : start);
        seen.add(gap > 0.6 * 14);
      }
    expect(seen.size).toBe(2);
  });

  it('adds no space after a hyphen', async () => {
    const text =
      'Розвиток соціально-економічний, культурно-освітній, житлово-комунальний та науково-технічний, будівельно-монтажний і контрольно-ревізійний. ';
    const lines = (await pointLines(text.repeat(6).trim())).map((line) => line.text);
    expect(lines.filter((line) => /\p{L}- \p{L}/u.test(line))).toEqual([]);
    expect(words(lines.reduce((all, line) => (/\p{L}-$/u.test(all) ? all + line : `${all} ${line}`)))).toBe(`1. ${text.repeat(6).trim()}`);
  });

  it('ends no line after №, an abbreviation or an initial, nor before a dash or a unit', async () => {
    const text = 'та за ст. 59 і № 27 – у с. Лугове на суму 12 грн до 1 січня від О. Щербʼяк на вул. Ґете '.repeat(3);
    const points = Array.from({ length: 24 }, (_, i) => point(`${i + 1}.`, `${'а'.repeat(i)} ${text}`));
    const lines = (await printed(view({ points }))).flat().map((line) => words(line.text));
    expect(lines.length).toBeGreaterThan(70);
    expect(lines.filter((line) => /(?:^|\s)(?:№|ст\.|с\.|О\.|12|1|вул\.)$|^(?:–|грн|січня)/u.test(line))).toEqual([]);
  });
});

describe('a text without words', () => {
  it('takes one empty line in a row of a table and as a paragraph', async () => {
    const yOf = (page: PrintedLine[] | undefined, text: string): number => page?.find((line) => line.text === text)?.y ?? Number.NaN;
    const row = async (cells: string[]): Promise<number> => {
      const [page] = await annexLines([{ type: 'table', head: [], rows: cells.map((cell) => [cell]), widths: [] }]);
      return yOf(page, 'нижній') - yOf(page, 'верхній');
    };
    expect(await row(['верхній', '', 'нижній'])).toBeCloseTo(await row(['верхній', 'так', 'нижній']), 3);
    const paragraph = async (middle: string): Promise<number> => {
      const [page] = await annexLines(['верхній', middle, 'нижній'].map((text) => ({ type: 'paragraph', text })));
      return yOf(page, 'нижній') - yOf(page, 'верхній');
    };
    expect(await paragraph('')).toBeCloseTo(await paragraph('так'), 3);
  });
});
