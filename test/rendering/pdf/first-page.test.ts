import { describe, expect, it } from 'vitest';
import { type PrintedLine, pdfFaces, words } from '../pdf-text.js';
import { chapters, table, twoPages, view } from '../views.js';
import { AREA, annexLines, printed, testPrinter, widthOf } from './printer-under-test.js';

const mm = (length: number): number => (length * 72) / 25.4;
const middle = (AREA.left + AREA.right) / 2;

async function firstPage(changes: Parameters<typeof view>[0] = {}): Promise<PrintedLine[]> {
  return (await printed(view(changes)))[0] ?? [];
}

const find = (lines: readonly PrintedLine[], text: string): PrintedLine => {
  const found = lines.find((line) => words(line.text) === text);
  if (found === undefined) throw new Error(`no line "${text}"`);
  return found;
};

describe('the first page', () => {
  it('has the coat of arms, the body, the kind, the date line and the title under one another', async () => {
    const lines = await firstPage();
    expect(lines.slice(0, 9).map((line) => words(line.text))).toEqual([
      'КАХОВСЬКА МІСЬКА РАДА',
      'ХЕРСОНСЬКОЇ ОБЛАСТІ',
      'ВИКОНАВЧИЙ КОМІТЕТ',
      'РІШЕННЯ',
      '19.01.2021',
      'м. Каховка',
      '№ 27',
      'Про надання матеріальної',
      'допомоги мешканцям',
    ]);
    for (const { left, right, size, text } of lines.slice(0, 4)) {
      expect((left + right) / 2, text).toBeCloseTo(middle, 0);
      expect(size).toBe(text === 'РІШЕННЯ' ? 16 : 14);
    }
    const ys = lines.map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
    expect(lines[0]?.y, 'room for a coat of arms 17 mm high').toBeGreaterThan(AREA.top + mm(17) + 14);
    const { bytes } = await testPrinter().printAct(twoPages);
    expect((await pdfFaces(bytes))[0]).toEqual(['Tinos-Bold', 'Tinos-Regular']);
  });

  it('sets date, place and number on one line, left, in the middle and right', async () => {
    const lines = await firstPage();
    const [date, place, number] = ['19.01.2021', 'м. Каховка', '№ 27'].map((text) => find(lines, text));
    expect(new Set([date?.y, place?.y, number?.y]).size).toBe(1);
    expect(date?.left).toBeCloseTo(AREA.left, 1);
    expect(((place?.left ?? 0) + (place?.right ?? 0)) / 2).toBeCloseTo(middle, 0);
    expect(number?.right).toBeCloseTo(AREA.right, 0);
  });

  it('sets them under one another if they do not fit on one line', async () => {
    const lines = await firstPage({ place: 'селище Верхньодніпровське-Нижньосірогозьке Каховського району Херсонської області' });
    const [date, place, number] = ['19.01.2021', 'області', '№ 27'].map((end) => lines.find(({ text }) => text.endsWith(end)));
    expect(date?.y).toBeLessThan(place?.y ?? 0);
    expect(place?.y).toBeLessThan(number?.y ?? 0);
    expect(number?.right).toBeCloseTo(AREA.right, 0);
  });

  it('keeps a brief title within 73 mm and lets one over 150 characters run to the right margin', async () => {
    const widest = async (title: string): Promise<number> => {
      const lines = await firstPage({ title });
      const from = lines.findIndex(({ text }) => text.startsWith('Про '));
      const to = lines.findIndex(({ text }) => text.startsWith('З метою'));
      for (const { left } of lines.slice(from, to)) expect(left).toBeCloseTo(AREA.left, 1);
      return Math.max(...lines.slice(from, to).map(({ left, right }) => right - left));
    };
    expect(await widest('Про внесення змін до Порядку використання коштів місцевого бюджету на 2021 рік')).toBeLessThanOrEqual(mm(73));
    const just = `Про ${'внесення змін до Порядку використання коштів '.repeat(4)}`;
    expect(await widest(just.slice(0, 149))).toBeLessThanOrEqual(mm(73));
    expect(await widest(just)).toBeGreaterThan(mm(120));
  });

  it('begins the stating part 10 mm from the margin and sets the keyword at the margin', async () => {
    const lines = await firstPage();
    expect(lines.find(({ text }) => text.startsWith('З метою'))?.left).toBeCloseTo(AREA.left + mm(10), 1);
    expect(find(lines, 'ВИРІШИВ:').left).toBeCloseTo(AREA.left, 1);
  });
});

describe('the first sheet of an annex', () => {
  it('has its reference 100 mm from the margin and its title in the middle', async () => {
    const [page = []] = await annexLines([{ type: 'paragraph', text: 'Текст.' }]);
    expect(find(page, 'Додаток')).toMatchObject({ size: 12 });
    expect(find(page, 'Додаток').left).toBeCloseTo(AREA.left + mm(100), 1);
    expect(find(page, '19.01.2021 № 27').left).toBeCloseTo(AREA.left + mm(100), 1);
    const title = page.find(({ text }) => text.startsWith('ПОРЯДОК'));
    expect(((title?.left ?? 0) + (title?.right ?? 0)) / 2).toBeCloseTo(middle, 0);
  });

  it('indents what lies inside an item of a list by 10 mm a level', async () => {
    const [page = []] = await annexLines(chapters(1));
    const left = (start: string): number => page.find(({ text }) => text.startsWith(start))?.left ?? Number.NaN;
    expect(left('1) копія')).toBeCloseTo(AREA.left + mm(10), 1);
    expect(left('а) довідка')).toBeCloseTo(AREA.left + mm(20), 1);
    expect(left('– перша')).toBeCloseTo(AREA.left + mm(30), 1);
    expect(page.find(({ text }) => text.startsWith('а) довідка'))?.right).toBeCloseTo(AREA.right, 1);
  });
});

describe('all text', () => {
  it('stays inside the margins', async () => {
    const pages = await printed({
      ...view({ title: `Про ${'щ'.repeat(90)}` }),
      annexes: [{ n: 1, reference: ['Додаток'], title: 'ТАБЛИЦЯ', body: [...chapters(6), table(30)], preparedBy: null }],
    });
    expect(pages.length).toBeGreaterThan(6);
    for (const page of pages)
      for (const { left, right, y, size, text } of page) {
        expect(left, text).toBeGreaterThanOrEqual(AREA.left - 0.01);
        expect(right, text).toBeLessThanOrEqual(AREA.right + 0.01);
        expect(y - size * 0.6, text).toBeGreaterThan(AREA.top);
        expect(y + size * 0.2, text).toBeLessThanOrEqual(AREA.bottom);
      }
  });

  it('is printed as wide as the font makes it', async () => {
    const [page = []] = await printed(view({ title: 'Про А. В. Іванова' }));
    const title = find(page, 'РІШЕННЯ');
    expect(title.right - title.left).toBeGreaterThan(widthOf('РІШЕННЯ', 16));
  });
});
