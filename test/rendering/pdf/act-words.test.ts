import { describe, expect, it } from 'vitest';
import type { View } from '../../../pipeline/model/kind.js';
import { pdfLines, pdfWords, words } from '../pdf-text.js';
import { annex, chapters, point, prose, table, threeLevels, twoPages, view } from '../views.js';
import { freshPrinter, testPrinter } from './printer-under-test.js';

const printer = testPrinter();
const wordsOfPrint = async (act: View): Promise<string> => pdfWords((await printer.printAct(act)).bytes);

/** All words of a view in the order they are printed, annexes apart. */
function printedWords({ bodyNames, kindName, date, place, number, title, stating, keyword, points, signature }: View): string {
  const parts = [...bodyNames, kindName, date, place, number, title, ...stating, keyword, ...points.map((p) => `${p.number} ${p.text}`)];
  return words([...parts, signature.post, signature.name].join(' '));
}

describe('a reader finds in the PDF', () => {
  it.each([
    ['a plain decision', twoPages],
    ['points of three levels', threeLevels],
    [
      'compounds with hyphens',
      view({ points: Array.from({ length: 40 }, (_, i) => point(`${i + 1}.`, `${'соціально-економічний '.repeat(i % 9)}${prose(1, i)}`)) }),
    ],
  ])('the words of %s and no others, none of them in pieces', async (_, act) => {
    expect(await wordsOfPrint(act)).toBe(printedWords(act));
  });

  it('marks of lists and words of cells', async () => {
    const text = await wordsOfPrint(view({ annexes: [annex({ body: [...chapters(1), table(2)] })] }));
    for (const part of ['1) копія паспорта', 'а) довідка про склад', 'б) посвідчення', '– перша група;', 'Сума, ₴', 'Олена ЩЕРБʼЯК'])
      expect(text).toContain(part);
  });

  it.each([
    ['letters that look alike in Latin and Cyrillic', 'АВСЕНІКМОРТХ ABCEHIKMOPTX авсеіорхху abceiopxxy № 5-к «ʼ»'],
    ['stress marks', 'Про до\u0301ма й за\u0301мок'],
    ['ligatures', 'Про Wi-Fi, profile office та flat'],
    ['signs that mean something in PDF', '(дужки) \\n \\) <41> /Name 100 % [ґ]'],
  ])('%s as they were written', async (_, title) => {
    expect(await wordsOfPrint(view({ title }))).toContain(title);
    expect(await pdfWords((await freshPrinter().printAct(view({ title }))).bytes)).toContain(title);
  });

  it('a space for a no-break space, whichever document came first', async () => {
    const { bytes } = await freshPrinter().printAct(view({ title: 'Про\u00a0склад комісії' }));
    expect(words(await pdfWords(bytes))).toContain('Про склад комісії');
    expect((await pdfLines(bytes)).flatMap((page) => page.lines).join('')).not.toContain('\u00a0');
  });
});
