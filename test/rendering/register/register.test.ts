import PizZip from 'pizzip';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PrintedRegister, RegisterCell } from '../../../pipeline/model/printed-register.js';
import { registerPrinting } from '../../../pipeline/rendering/register/printing.js';
import { day } from '../../store/sample.js';
import { pdfLines } from '../pdf-text.js';

const ROWS = 140;
const LONG = 77;

/** One row is higher than two pages. */
function cells(index: number): RegisterCell[] {
  const long = index === LONG ? Array.from({ length: 130 }, (_, line) => `абзац ${line} рядка`) : [`предмет ${index} & <інше>`];
  return [[`№ ${index}`, '19.01.2021'], long, index % 7 === 0 ? ['перша сторона', 'друга сторона', 'третя сторона'] : []];
}

function register(rows: number): PrintedRegister {
  return {
    properties: { title: 'Журнал', author: 'Виконком', subject: 'Журнал', keywords: [], date: day('2021-12-31') },
    ...{ bodyNames: ['Виконком', 'Юридичний відділ'], title: 'Журнал реєстрації', notes: ['Станом на 31.12.2021'] },
    columns: [
      { title: 'Номер і дата', share: 20 },
      { title: 'Предмет', share: 50 },
      { title: 'Сторони', share: 30 },
    ],
    rows: (async function* () {
      for (let index = 1; index <= rows; index += 1) yield cells(index);
    })(),
  };
}

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const letters = (text: string): string => text.replaceAll(/\s/g, '');
const unescaped = (xml: string): string => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const HEAD = letters('Номер і дата Предмет Сторони 1 2 3');

describe('a register that is printed in parts', () => {
  let pages: Awaited<ReturnType<typeof pdfLines>>;
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await bytesOf(registerPrinting.pdf(register(ROWS)));
    pages = await pdfLines(pdf);
  });

  test('has every row once and in order, one higher than a page too', () => {
    const text = pages.flatMap(({ lines }) => lines).join('\n');
    expect([...text.matchAll(/^№ (\d+)/gm)].map(([, number]) => Number(number))).toEqual(Array.from({ length: ROWS }, (_, n) => n + 1));
    expect([...text.matchAll(/абзац (\d+) рядка/g)].map(([, line]) => Number(line))).toEqual(Array.from({ length: 130 }, (_, n) => n));
    expect([...text.matchAll(/предмет (\d+) & <інше>/g)]).toHaveLength(ROWS - 1);
  });

  test('repeats its head on every page and numbers all but the first; no page ends early', () => {
    expect(pages.length).toBeGreaterThan(6);
    for (const [index, { lines }] of pages.entries()) {
      expect(letters(lines.join(' '))).toContain(HEAD);
      expect(lines.at(-1) === String(index + 1)).toBe(index > 0);
    }
    const rows = pages.slice(1, 4).map(({ lines }) => lines.filter((line) => /^№ \d+/.test(line)).length);
    expect(Math.min(...rows)).toBeGreaterThan(14);
  });

  test('says the same words as the Word document', async () => {
    const docx = new PizZip(await bytesOf(registerPrinting.docx(register(ROWS))));
    const xml = docx.file('word/document.xml')?.asText() ?? '';
    const said = [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => letters(unescaped(text)));
    const printed = pages.map(({ lines }, index) => letters((index === 0 ? lines : lines.slice(0, -1)).join(' ')).replace(HEAD, ''));
    const sorted = (texts: readonly string[]): string => [...texts.join('')].sort().join('');
    expect(sorted(printed)).toBe(sorted([said.join('').replace(HEAD, '')]));
    expect(docx.file('word/header.xml')?.asText()).toContain(' PAGE ');
  });

  test('is the same bytes again', async () => {
    expect((await bytesOf(registerPrinting.pdf(register(ROWS)))).equals(pdf)).toBe(true);
    const [one, other] = await Promise.all([bytesOf(registerPrinting.docx(register(3))), bytesOf(registerPrinting.docx(register(3)))]);
    expect(one.equals(other)).toBe(true);
  });

  test('has its head even where nothing is in it', async () => {
    const [only, ...more] = await pdfLines(await bytesOf(registerPrinting.pdf(register(0))));
    expect(more).toEqual([]);
    expect(letters(only?.lines.join(' ') ?? '')).toContain(letters('Журнал реєстрації Станом на 31.12.2021 Номер і дата'));
  });
});
