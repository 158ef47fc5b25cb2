import { expect, it } from 'vitest';
import type { View } from '../../../pipeline/model/kind.js';
import { pdfLines, pdfWords, words } from '../pdf-text.js';
import { annex, chapters, point, prose, table, threeLevels, twoPages, view } from '../views.js';
import { freshPrinter, testPrinter } from './printer-under-test.js';

const printer = testPrinter();

/** All words of a view in the order they are printed, tables apart. */
function printedWords({ bodyNames, kindName, date, place, number, title, stating, keyword, points, signature }: View): string {
  const parts = [...bodyNames, kindName, date, place, number, title, ...stating, keyword, ...points.map((p) => `${p.number} ${p.text}`)];
  return words([...parts, signature.post, signature.name].join(' '));
}

it.each([
  ['a plain decision', twoPages],
  ['points of three levels', threeLevels],
  [
    'compounds with hyphens',
    view({ points: Array.from({ length: 40 }, (_, i) => point(`${i + 1}.`, `${'соціально-економічний '.repeat(i % 9)}${prose(1, i)}`)) }),
  ],
])('prints the words of %s and no others, hyphenated ones whole', async (_, act) => {
  const { bytes } = await printer.printAct(act);
  expect(await pdfWords(bytes)).toBe(printedWords(act));
});

it('ends no line after №, an abbreviation or an initial, nor before a dash or a unit', async () => {
  const text = 'та за ст. 59 і № 27 – у с. Лугове на суму 12 грн до 1 січня від О. Щербʼяк '.repeat(3);
  const { bytes } = await printer.printAct(
    view({ points: Array.from({ length: 24 }, (_, i) => point(`${i + 1}.`, `${'а'.repeat(i)} ${text}`)) }),
  );
  const lines = (await pdfLines(bytes)).flatMap((page) => page.lines).map(words);
  expect(lines.length).toBeGreaterThan(70);
  expect(lines.filter((line) => /(?:^|\s)(?:№|ст\.|с\.|О\.|12|1)$|^(?:–|грн|січня)/u.test(line))).toEqual([]);
});

it('prints marks of lists and words of cells', async () => {
  const act = view({ annexes: [annex({ body: [...chapters(1), table(2)] })] });
  const text = await pdfWords((await printer.printAct(act)).bytes);
  for (const part of ['1) копія паспорта', 'а) довідка про склад', 'б) посвідчення', '– перша група;', 'Сума, ₴', 'Олена ЩЕРБʼЯК'])
    expect(text).toContain(part);
});

it('reads a no-break space back as a space, whichever document came first', async () => {
  const first = freshPrinter();
  const { bytes } = await first.printAct(view({ title: 'Про\u00a0склад комісії' }));
  expect(words(await pdfWords(bytes))).toContain('Про склад комісії');
  expect((await pdfLines(bytes)).flatMap((page) => page.lines).join('')).not.toContain('\u00a0');
});

it('prints the letters of a ligature', async () => {
  const { bytes } = await freshPrinter().printAct(view({ title: 'Про Wi-Fi, profile office та flat' }));
  expect(await pdfWords(bytes)).toContain('profile office та flat');
});
