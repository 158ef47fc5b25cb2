import { describe, expect, it } from 'vitest';
import { SHEET } from '../../../pipeline/rendering/pdf/sheet.js';
import { printedLines, words } from '../pdf-text.js';
import { annex, point, prose, view } from '../views.js';
import { AREA, oneLiners, printed, testPrinter } from './printer-under-test.js';

const printer = testPrinter();
const mm = (length: number): number => (length * 72) / 25.4;
const wordsOfText = (count: number): string => prose(20).split(' ').slice(0, count).join(' ');

describe('the signature', () => {
  it('never stands on a page without text of the act, wherever the page ends, and has room for the stamps under it', async () => {
    const pagesSeen = new Set<number>();
    for (let count = 1; count <= 330; count += 3) {
      const act = view({ points: [...view().points.slice(0, 3), point('4.', wordsOfText(count))] });
      const { bytes, runs, stampPlaces } = await printer.printAct(act);
      const pages = await printedLines(bytes);
      pagesSeen.add(pages.length);
      expect(runs).toEqual([{ annex: null, pages: pages.length }]);
      const signed = pages.at(-1) ?? [];
      const at = signed.findIndex(({ text }) => text === 'Міський голова');
      expect(at, `${count} words`).toBeGreaterThanOrEqual(2);
      expect(signed[at + 1]?.text).toBe('Віталій НЕМЕРЕЦЬ');
      expect(signed[at + 1]?.y).toBeCloseTo(signed[at]?.y ?? 0, 2);
      expect(signed).toHaveLength(at + 2);
      expect(stampPlaces.map(({ role, page }) => [role, page])).toEqual([
        ['signatory', pages.length - 1],
        ['seal', pages.length - 1],
      ]);
      for (const { rect } of stampPlaces) {
        expect(SHEET.height - rect[3]).toBeGreaterThan((signed[at]?.y ?? Number.NaN) + 4);
        expect(rect[1]).toBeGreaterThanOrEqual(SHEET.bottom - 0.01);
      }
    }
    expect([...pagesSeen]).toEqual([1, 2]);
  });

  it('stays with the last two lines of text though each is a point of its own, or the last of a long paragraph', async () => {
    const seen = new Set<number>();
    for (let count = 10; count <= 34; count++) {
      const points = Array.from({ length: count }, (_, i) => point(`${i + 1}.`, 'Рядок.'));
      const pages = await printed(view({ points, stating: ['Текст'] }));
      const signed = pages.at(-1) ?? [];
      seen.add(pages.length);
      const at = signed.findIndex(({ text }) => text === 'Міський голова');
      expect(at, `${count} points`).toBeGreaterThanOrEqual(2);
      expect(words(signed[at - 1]?.text ?? '')).toBe(`${count}. Рядок.`);
      expect(words(signed[at - 2]?.text ?? '')).toBe(`${count - 1}. Рядок.`);
    }
    expect(seen).toEqual(new Set([1, 2]));
  });

  it('leaves places for two stamps of 75 by 28 mm side by side, between the margins', async () => {
    const { stampPlaces } = await printer.measureAct(view());
    const [signatory, seal] = stampPlaces;
    if (signatory === undefined || seal === undefined) throw new Error('no places');
    for (const { rect } of stampPlaces) {
      expect(rect[2] - rect[0]).toBeCloseTo(mm(75), 1);
      expect(rect[3] - rect[1]).toBeCloseTo(mm(28), 1);
    }
    expect(signatory.rect[0]).toBeCloseTo(AREA.left, 1);
    expect(signatory.rect[2]).toBeLessThan(seal.rect[0]);
    expect(seal.rect[1]).toBe(signatory.rect[1]);
    expect(seal.rect[2]).toBeCloseTo(AREA.right, 1);
  });

  it('stands before the annexes, and the places of the stamps with it', async () => {
    const act = view({ annexes: [annex({ body: oneLiners(60) })] });
    const { runs, stampPlaces } = await printer.measureAct(act);
    expect(stampPlaces.map(({ page }) => page)).toEqual([(runs[0]?.pages ?? 0) - 1, (runs[0]?.pages ?? 0) - 1]);
  });

  it('has the name 125 mm from the margin', async () => {
    const line = (await printed(view())).flat().find(({ text }) => text === 'Віталій НЕМЕРЕЦЬ');
    expect(line?.left).toBeCloseTo(AREA.left + mm(125), 1);
  });

  it('puts the name on the level of the last line of a long post, whole and inside the margin', async () => {
    const name = 'Олександр-Максиміліан ЗАПОРОЖЧЕНКО-НЕМЕРЕЦЬ';
    const act = view({ signature: { post: 'Перший заступник міського голови з питань діяльності виконавчих органів ради', name } });
    const lines = (await printed(act)).at(-1) ?? [];
    expect(lines.slice(-5).map(({ text }) => words(text))).toEqual([
      'Перший заступник міського',
      'голови з питань діяльності',
      'виконавчих органів ради',
      'Олександр-Максиміліан',
      'ЗАПОРОЖЧЕНКО-НЕМЕРЕЦЬ',
    ]);
    const [, higher, post, first, last] = lines.slice(-5);
    expect(first?.y).toBeCloseTo(higher?.y ?? 0, 2);
    expect(last?.y).toBeCloseTo(post?.y ?? 0, 2);
    for (const part of [first, last]) expect(part?.right).toBeLessThanOrEqual(AREA.right);
    for (const part of [higher, post]) expect(part?.right).toBeLessThanOrEqual(AREA.left + mm(73));
    expect((await printer.measureAct(act)).overflows).toEqual([]);
  });
});

describe('the line of who prepared an annex', () => {
  it('never stands on a page without text of the annex, and its name is on the level of the last line of the post', async () => {
    const seen = new Set<number>();
    for (let count = 20; count <= 45; count++) {
      const { bytes, runs } = await printer.printAct(view({ annexes: [annex({ body: oneLiners(count) })] }));
      const last = (await printedLines(bytes)).at(-1) ?? [];
      seen.add(runs[1]?.pages ?? 0);
      const name = last.at(-1);
      expect(name?.text).toBe('Олена ЩЕРБʼЯК');
      expect(name?.y).toBeCloseTo(last.at(-2)?.y ?? 0, 2);
      expect(last.filter(({ text }) => text === 'Рядок.').length, `${count} lines`).toBeGreaterThanOrEqual(2);
    }
    expect(seen).toEqual(new Set([1, 2]));
  });

  it('stays with the last row of a table', async () => {
    for (let count = 24; count <= 40; count++) {
      const rows = Array.from({ length: count }, (_, i) => [`ряд ${i}`]);
      const pages = await printed(view({ annexes: [annex({ body: [{ type: 'table', head: [], rows, widths: [] }] })] }));
      const last = pages.at(-1)?.map(({ text }) => words(text)) ?? [];
      expect(last.at(-1)).toBe('Олена ЩЕРБʼЯК');
      expect(last).toContain(`ряд ${count - 1}`);
    }
  });
});
