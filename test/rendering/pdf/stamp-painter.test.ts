import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../../../pipeline/model/date.js';
import { STAMP } from '../../../pipeline/rendering/pdf/sheet.js';
import { printedLines, words } from '../pdf-text.js';
import { twoPages } from '../views.js';
import { FORBIDDEN, latin1, opacitiesOf, xmpOf } from './pdf-parts.js';
import { testPrinter } from './printer-under-test.js';

const { stamps } = testPrinter();
const { date } = twoPages.properties;
const stamp = {
  heading: 'ПІДПИСАНО ЕЛЕКТРОННИМ ПІДПИСОМ',
  lines: [
    'Віталій НЕМЕРЕЦЬ',
    'Міський голова',
    'Сертифікат 58E2D9E7F900307B04000000',
    'Дійсний до 31.12.2026',
    'НЕДІЙСНИЙ: лише для показу',
  ],
  ...STAMP,
  date,
};

/** Lines of the one page of a stamp; y counts from the stamp's top. */
async function stampLines(
  bytes: Buffer,
): Promise<{ readonly text: string; readonly right: number; readonly size: number; readonly y: number }[]> {
  const pages = await printedLines(bytes, STAMP.height);
  expect(pages).toHaveLength(1);
  return (pages[0] ?? []).map(({ text, right, size, y }) => ({ text: words(text), right, size, y }));
}

describe('a stamp', () => {
  it('is one page of the size asked for, with each line on a line of its own', async () => {
    const bytes = await stamps.paint(stamp);
    const lines = await stampLines(bytes);
    expect(lines.map(({ text }) => text)).toEqual([stamp.heading, ...stamp.lines]);
    expect(new Set(lines.map(({ size }) => size))).toEqual(new Set([9]));
    expect(latin1(bytes)).toMatch(/\/MediaBox \[0 0 212\.59\d* 79\.37\d*\]/);
  });

  it('says PDF/A-1b and has no transparency', async () => {
    const bytes = await stamps.paint(stamp);
    expect(xmpOf(bytes)).toMatch(/<pdfaid:part>1<\/pdfaid:part>\s*<pdfaid:conformance>B</);
    expect(latin1(bytes)).not.toMatch(FORBIDDEN);
    expect(new Set(opacitiesOf(bytes))).toEqual(new Set(['1']));
  });

  it('is the same bytes for the same words, and other bytes for others and for another day', async () => {
    const one = await stamps.paint(stamp);
    const [two, other, later] = await Promise.all([
      stamps.paint(stamp),
      stamps.paint({ ...stamp, heading: 'ПЕЧАТКА' }),
      stamps.paint({ ...stamp, date: parseLocalDate('2021-01-20') ?? date }),
    ]);
    expect(two.equals(one)).toBe(true);
    expect(other.equals(one)).toBe(false);
    expect(later.equals(one)).toBe(false);
  });

  it('sets more words in smaller type so that all stay inside the frame', async () => {
    const lines = [
      'Підписувач: Олександра-Вікторія ПЕРЕЯСЛАВСЬКА-ХМЕЛЬНИЦЬКА',
      `Установа: ${'Виконавчий комітет Верхньодніпровської міської ради '.repeat(3).trim()}`,
      'Комунальне підприємство «Міськсвітло» Каховської міської ради, код 12345678',
      'Час: 19.01.2021 11:04',
    ];
    const set = await stampLines(await stamps.paint({ ...stamp, heading: 'КВАЛІФІКОВАНА ЕЛЕКТРОННА ПЕЧАТКА', lines }));
    expect(words(set.map(({ text }) => text).join(' '))).toBe(['КВАЛІФІКОВАНА ЕЛЕКТРОННА ПЕЧАТКА', ...lines].join(' '));
    for (const { right, y, size } of set) {
      expect(size).toBeLessThan(9);
      expect(right).toBeLessThanOrEqual(STAMP.width - 4);
      expect(y).toBeLessThan(STAMP.height - 3);
      expect(y - size * 0.7).toBeGreaterThan(3);
    }
  });

  it('is cut at the foot if its words fit in no type', async () => {
    const far = { ...stamp, lines: Array.from({ length: 80 }, (_, i) => `рядок ${i}`) };
    const lines = await stampLines(await stamps.paint(far));
    expect(lines.map(({ text }) => text)).toContain('рядок 0');
    expect(lines.map(({ text }) => text)).not.toContain('рядок 79');
  });

  it('cuts no word where smaller type can help', async () => {
    const word = 'Ідентифікатор58E2D9E7F900307B0400000058E2D9E7F900307B';
    const lines = await stampLines(await stamps.paint({ ...stamp, heading: 'ПЕЧАТКА', lines: [word] }));
    expect(lines.map(({ text }) => text)).toEqual(['ПЕЧАТКА', word]);
  });

  it('takes no words for line ends or tags', async () => {
    const lines = await stampLines(await stamps.paint({ ...stamp, lines: ['Міський\nголова \\n <b> {x}'] }));
    expect(lines.map(({ text }) => text)).toEqual([stamp.heading, 'Міський голова \\n <b> {x}']);
  });
});
