import { describe, expect, it } from 'vitest';
import type { Block } from '../../../pipeline/model/draft.js';
import { words } from '../pdf-text.js';
import { chapters, point, prose, view } from '../views.js';
import { annexLines, annexPages, markedParagraphs, oneLiners, printed } from './printer-under-test.js';

const paragraph = (text: string): Block => ({ type: 'paragraph', text });

describe('a page', () => {
  it('never ends with a heading, nor with words that end with a colon', async () => {
    const seen = new Set<string>();
    for (let lines = 0; lines < 48; lines++) {
      const pages = await annexLines([...oneLiners(lines), ...chapters(2)]);
      for (const page of pages.slice(0, -1)) {
        const foot = words(page.at(-1)?.text ?? '');
        expect(foot, `${lines} lines before`).not.toMatch(/^(?:\d+\. Загальні положення|Отримувачі допомоги|Строки розгляду)$|:$/u);
        seen.add(foot);
      }
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  it('never ends between a heading and two lines of its paragraph, however many headings follow one another', async () => {
    const headings: Block[] = [1, 2, 3].map((level) => ({ type: 'heading', level: level as 1 | 2 | 3, text: `Заголовок ${level}` }));
    for (let lines = 20; lines < 48; lines++) {
      const pages = await annexPages([...oneLiners(lines), ...headings, paragraph(`Початок ${prose(2)}`)]);
      const of = (text: string): number => pages.findIndex((page) => page.includes(text));
      expect(new Set([of('Заголовок 1'), of('Заголовок 2'), of('Заголовок 3'), of('Початок')]).size, `${lines} lines`).toBe(1);
    }
  });

  it('leaves neither the first line of a paragraph at its foot nor the last at its head', async () => {
    let broken = 0;
    for (let lines = 0; lines < 48; lines++) {
      const pages = await annexLines([...oneLiners(lines), ...markedParagraphs(24).map(paragraph)]);
      for (const [index, page] of pages.entries()) {
        const [first = '', last = ''] = [page[0], page.at(-1)].map((line) => words(line?.text ?? ''));
        if (index > 0) expect(first, `${lines} lines before`).not.toMatch(/^(?!Абзац \d).*кінець \d+\.$/u);
        if (index < pages.length - 1) expect(last, `${lines} lines before`).not.toMatch(/^Абзац \d(?!.*кінець \d+\.$)/u);
        if (index > 0 && !/^(?:Абзац \d|Рядок)/u.test(first)) broken++;
      }
    }
    expect(broken, 'paragraphs that go on on another page').toBeGreaterThan(20);
  });

  it('parts the points of an act no worse', async () => {
    for (let shift = 0; shift < 12; shift++) {
      const points = [...Array.from({ length: shift }, () => 'Рядок.'), ...markedParagraphs(20)].map((text, i) => point(`${i + 1}.`, text));
      const pages = await printed(view({ points }));
      for (const [index, page] of pages.entries()) {
        const [first = '', last = ''] = [page[0], page.at(-1)].map((line) => words(line?.text ?? ''));
        if (index > 0) expect(first).not.toMatch(/^(?!\d+\. Абзац).*кінець \d+\.$/u);
        if (index < pages.length - 1) expect(last).not.toMatch(/^\d+\. Абзац (?!.*кінець \d+\.$)/u);
      }
    }
  });

  it('keeps the signature where there is room for it, however much is agreed below', async () => {
    const person = { post: 'Начальник відділу', name: 'Олег ПОГОДЖУВАЧ' };
    const endorsements = Array.from({ length: 8 }, () => ({ lines: ['Справи прийняв:'], person }));
    const pages = await printed(view({ points: [point('1.', 'Рядок.')], endorsements }));
    const pageOf = (text: string): number => pages.findIndex((page) => page.some((line) => words(line.text).includes(text)));
    expect(pages.length).toBeGreaterThan(1);
    expect([pageOf('Рядок.'), pageOf(words(view().signature.name ?? ''))]).toEqual([0, 0]);
    for (const page of pages) expect(words(page.at(-1)?.text ?? '')).not.toContain('Справи прийняв:');
  });

  it('is never empty, though an annex ends right at a page end', async () => {
    const seen = new Set<number>();
    for (let lines = 30; lines < 100; lines++) {
      const pages = await annexPages(oneLiners(lines));
      const counts = pages.map((page) => page.split('Рядок.').length - 1);
      expect(Math.min(...counts), `${lines} lines`).toBeGreaterThan(0);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(lines);
      seen.add(pages.length);
    }
    expect(seen).toEqual(new Set([1, 2, 3]));
  });

  it('is filled: none ends earlier than what follows needs', async () => {
    const [page = []] = await annexLines(oneLiners(100));
    const pitch = (page.at(-1)?.y ?? 0) - (page.at(-2)?.y ?? 0);
    const bottom = ((297 - 20) * 72) / 25.4;
    expect((page.at(-1)?.y ?? 0) + pitch).toBeGreaterThan(bottom - pitch * 0.3);
  });
});
