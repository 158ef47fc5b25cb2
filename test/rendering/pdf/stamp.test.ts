import { expect, it } from 'vitest';
import { parseLocalDate } from '../../../pipeline/model/date.js';
import { STAMP } from '../../../pipeline/rendering/pdf/sheet.js';
import { pdfLines, words } from '../pdf-text.js';
import { latin1, testPrinter } from './printer-under-test.js';

const { stamps } = testPrinter();
const date = parseLocalDate('2021-01-19');
if (date === undefined) throw new Error('unreachable');
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

it('draws a stamp of one page and of the size asked for, with all its words', async () => {
  const bytes = await stamps.paint(stamp);
  const pages = await pdfLines(bytes);
  expect(pages).toHaveLength(1);
  expect(words(pages[0]?.lines.join(' ') ?? '')).toBe(words([stamp.heading, ...stamp.lines].join(' ')));
  expect(latin1(bytes)).toMatch(/\/MediaBox \[0 0 212\.59\d* 79\.37\d*\]/);
});

it('says PDF/A-1b and has no transparency', async () => {
  const file = latin1(await stamps.paint(stamp));
  expect(file).toMatch(/<pdfaid:part>1<\/pdfaid:part>\s*<pdfaid:conformance>B</);
  expect(file).not.toMatch(/\/SMask (?!\/None)|\/ca 0|\/CA 0/);
});

it('draws the same bytes for the same stamp', async () => {
  const one = await stamps.paint(stamp);
  const [two, three] = await Promise.all([stamps.paint(stamp), stamps.paint({ ...stamp, heading: 'ПЕЧАТКА' })]);
  expect(two.equals(one)).toBe(true);
  expect(three.equals(one)).toBe(false);
});

it('sets more words in smaller type, and cuts what does not fit even so', async () => {
  const long = {
    ...stamp,
    lines: [...stamp.lines, 'Комунальне підприємство «Міськсвітло» Каховської міської ради, код 12345678', ...stamp.lines],
  };
  const all = await pdfLines(await stamps.paint(long));
  expect(words(all[0]?.lines.join(' ') ?? '')).toBe(words([long.heading, ...long.lines].join(' ')));
  const far = { ...stamp, lines: Array.from({ length: 80 }, (_, i) => `рядок ${i}`) };
  const cut = await pdfLines(await stamps.paint(far));
  expect(cut).toHaveLength(1);
  expect(cut[0]?.lines.join(' ')).toContain('рядок 0');
});

it('cuts no word where smaller type can help', async () => {
  const word = 'Ідентифікатор-58E2D9E7F900307B0400000058E2D9E7F900307B';
  const pages = await pdfLines(await stamps.paint({ ...stamp, heading: 'ПЕЧАТКА', lines: [word.replaceAll('-', '')] }));
  expect(pages[0]?.lines.map(words)).toContain(word.replaceAll('-', ''));
});
