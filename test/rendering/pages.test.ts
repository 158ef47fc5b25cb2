import { describe, expect, it } from 'vitest';
import type { Block } from '../../pipeline/model/draft.js';
import type { View } from '../../pipeline/model/kind.js';
import { type Layout, layOut, SHEET } from '../../pipeline/rendering/pdf/act-layout.js';
import { loadTinos } from '../../pipeline/rendering/pdf/fonts.js';
import type { PlacedPage } from '../../pipeline/rendering/pdf/paginate.js';
import type { TextItem } from '../../pipeline/rendering/pdf/slices.js';
import { pdfLines } from './pdf-text.js';
import { testRendering } from './rendering-under-test.js';
import { annex, chapters, point, prose, table, twoPages, view } from './views.js';

const faces = loadTinos();
const TEXT_HEIGHT = SHEET.height - SHEET.top - SHEET.bottom;

interface PlacedText {
  readonly text: string;
  readonly item: TextItem;
  /** Baseline below the top of the text area. */
  readonly y: number;
}

function texts(page: PlacedPage | undefined): PlacedText[] {
  return (page ?? []).flatMap(({ item, top }) =>
    item.kind === 'text'
      ? [{ text: item.pieces.map(({ shape, space }) => (space === 'none' ? '' : ' ') + shape.text).join(''), item, y: top + item.y }]
      : [],
  );
}

function stampTops(page: PlacedPage | undefined): number[] {
  return (page ?? []).flatMap(({ item, top }) => (item.kind === 'stamp' ? [top + item.y] : []));
}

const wordsOfText = (count: number): string => prose(20).split(' ').slice(0, count).join(' ');

describe('the signature', () => {
  it('never stands on a page without text of the act, wherever the page ends', () => {
    const pagesSeen = new Set<number>();
    for (let count = 1; count <= 330; count++) {
      const layout = layOut(faces, view({ points: [...view().points.slice(0, 3), point('4.', wordsOfText(count))] }));
      const signed = layout.pages.at(-1);
      const lines = texts(signed);
      const at = lines.findIndex(({ text }) => text === 'Міський голова');
      pagesSeen.add(layout.pages.length);
      expect(at, `${count} words`).toBeGreaterThanOrEqual(Math.min(2, texts(signed).length - 2));
      expect(at, `${count} words`).toBeGreaterThanOrEqual(2);
      expect(lines[at + 1]?.text).toBe('Віталій НЕМЕРЕЦЬ');
      expect(lines[at + 1]?.y).toBe(lines[at]?.y);
      const [left, right] = stampTops(signed);
      expect(left).toBe(right);
      expect(left).toBeGreaterThan((lines.at(-1)?.y ?? Number.NaN) + 4);
      expect((left ?? Number.NaN) + 79.37).toBeLessThanOrEqual(TEXT_HEIGHT + 0.01);
    }
    expect([...pagesSeen]).toEqual([1, 2]);
  });

  it('has room for two stamps side by side under it, in points from the lower left corner', async () => {
    const { stampPlaces, pdf } = await (await testRendering()).render('decision.docx', twoPages);
    const [signatory, seal] = stampPlaces;
    if (signatory === undefined || seal === undefined) throw new Error('no places');
    expect(signatory).toMatchObject({ role: 'signatory', page: 1 });
    expect(seal).toMatchObject({ role: 'seal', page: 1 });
    for (const { rect } of stampPlaces) {
      expect(rect[2] - rect[0]).toBeCloseTo((75 * 72) / 25.4, 1);
      expect(rect[3] - rect[1]).toBeCloseTo((28 * 72) / 25.4, 1);
    }
    expect(signatory.rect[2]).toBeLessThan(seal.rect[0]);
    expect(seal.rect[2]).toBeLessThanOrEqual(595.28 - (10 * 72) / 25.4 + 0.01);
    expect((await pdfLines(pdf))[1]?.lines.at(-1)).toContain('Віталій НЕМЕРЕЦЬ');
  });

  it('puts the name on the level of the last line of a long post', () => {
    const { pages } = layOut(
      faces,
      view({
        signature: {
          post: 'Перший заступник міського голови з питань діяльності виконавчих органів ради',
          name: 'Олександр-Максиміліан ЗАПОРОЖЧЕНКО-НЕМЕРЕЦЬ',
        },
      }),
    );
    const lines = texts(pages.at(-1));
    const name = lines.at(-1);
    expect(name?.y).toBe(lines.at(-2)?.y);
    expect(lines.at(-2)?.text).toBe('виконавчих органів ради');
    expect(name?.item.overflow).toBeNull();
  });
});

describe('page ends', () => {
  const lastFaces = (layout: Layout): (string | undefined)[] => layout.pages.slice(0, -1).map((page) => texts(page).at(-1)?.item.face);

  it('never follow a heading', () => {
    for (let lines = 0; lines < 48; lines++) {
      const before = Array.from({ length: lines }, (): Block => ({ type: 'paragraph', text: 'Рядок.' }));
      const layout = layOut(faces, view({ annexes: [annex({ preparedBy: null, body: [...before, ...chapters(2)] })] }));
      expect(lastFaces(layout), `${lines} lines before`).not.toContain('bold');
      expect(lastFaces(layout), `${lines} lines before`).not.toContain('italic');
    }
  });

  it('leave no line of a paragraph alone', () => {
    const starts = (page: PlacedPage): number => texts(page)[0]?.item.x ?? -1;
    for (let lines = 0; lines < 48; lines++) {
      const before = Array.from({ length: lines }, (): Block => ({ type: 'paragraph', text: 'Рядок.' }));
      const layout = layOut(
        faces,
        view({ annexes: [annex({ preparedBy: null, body: [...before, { type: 'paragraph', text: prose(6) }] })] }),
      );
      const annexPages = layout.pages.slice(-(layout.runs[1]?.pages ?? 0));
      if (annexPages.length < 2) continue;
      const [first = [], second = []] = annexPages;
      const broken = starts(second) === 0;
      if (!broken) continue;
      expect(texts(second).length).toBeGreaterThanOrEqual(2);
      const tail = texts(first).slice(-2);
      expect(tail.every(({ text }) => text !== 'Рядок.')).toBe(true);
    }
  });

  it('never follow a table head, and the head is set again on each page of the table', () => {
    for (let lines = 0; lines < 48; lines += 1) {
      const before = Array.from({ length: lines }, (): Block => ({ type: 'paragraph', text: 'Рядок.' }));
      const layout = layOut(faces, view({ annexes: [annex({ preparedBy: null, body: [...before, table(12)] })] }));
      const pages = layout.pages.slice(2);
      const withRows = pages.filter((page) => texts(page).some(({ text }) => /^\d+\.$/.test(text)));
      for (const page of withRows) expect(texts(page).filter(({ text }) => text === 'Найменування заходу')).toHaveLength(1);
      for (const page of pages) expect(texts(page).at(-1)?.item.face).toBe('regular');
      expect(withRows.flatMap((page) => texts(page).filter(({ text }) => /^\d+\.$/.test(text)))).toHaveLength(12);
    }
  });

  it('move a low row whole, and divide one higher than a page without losing a line', () => {
    const high: Block = {
      type: 'table',
      head: [['Захід', 'Стан']],
      rows: [
        ['перший', 'а'],
        [prose(60), 'б'],
        ['третій', 'в'],
      ],
      widths: [70, 30],
    };
    const layout = layOut(faces, view({ annexes: [annex({ preparedBy: null, body: [high] })] }));
    const cells = layout.pages
      .slice(2)
      .flatMap((page) => texts(page).filter(({ item }) => item.face === 'regular' && item.size === 12 && item.x < 200));
    expect(
      cells
        .map(({ text }) => text)
        .join(' ')
        .replace(/([-/]) /g, '$1'),
    ).toContain(prose(60).replace(/([-/]) /g, '$1'));
    expect(layout.runs[1]?.pages).toBeGreaterThan(2);
  });

  it('leave no empty page when an annex ends right at a page end', () => {
    for (let lines = 30; lines < 100; lines++) {
      const body = Array.from({ length: lines }, (): Block => ({ type: 'paragraph', text: 'Рядок.' }));
      const { pages, runs } = layOut(faces, view({ annexes: [annex({ preparedBy: null, body })] }));
      const printed = pages.slice(2).map((page) => texts(page).filter(({ text }) => text === 'Рядок.').length);
      expect(printed.every((count) => count > 0)).toBe(true);
      expect(printed.reduce((sum, count) => sum + count, 0)).toBe(lines);
      expect(runs[1]?.pages).toBe(printed.length);
    }
  });

  it('keep all text inside the margins', () => {
    const layout = layOut(faces, view({ annexes: [annex({ body: [...chapters(6), table(30)] })] }));
    for (const page of layout.pages)
      for (const { item, y } of texts(page)) {
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThanOrEqual(TEXT_HEIGHT);
        const width = item.pieces.reduce(
          (sum, { shape, space }) =>
            sum +
            (shape.width * item.size) / 1000 +
            (space === 'none' ? 0 : 3.5 * (item.size / 14) + (space === 'stretching' ? item.stretch : 0)),
          0,
        );
        expect(item.x + width).toBeLessThanOrEqual(SHEET.width - SHEET.left - SHEET.right + 0.1);
      }
  });
});

describe('page runs', () => {
  it('number each annex for itself, its first sheet without a number', async () => {
    const each: View = view({
      annexes: [annex({ body: chapters(9) }), annex({ n: 2, title: 'СКЛАД комісії' }), annex({ n: 3, body: [table(22)] })],
    });
    const { pdf, runs } = await (await testRendering()).render('decision.docx', each);
    const expected = runs.flatMap(({ pages }) => [null, ...Array.from({ length: pages - 1 }, (_, i) => String(i + 2))]);
    expect((await pdfLines(pdf)).map(({ number }) => number)).toEqual(expected);
    expect(runs.map(({ annex: n }) => n)).toEqual([null, 1, 2, 3]);
    expect(runs[1]?.pages).toBeGreaterThan(3);
  });

  it('begin each annex on a new page with its reference', async () => {
    const { pdf, runs } = await (await testRendering()).render(
      'decision.docx',
      view({ annexes: [annex({ body: chapters(4) }), annex({ n: 2, reference: ['Додаток 2', 'до рішення', '19.01.2021 № 27'] })] }),
    );
    const pages = await pdfLines(pdf);
    const first = runs[0]?.pages ?? 0;
    const second = first + (runs[1]?.pages ?? 0);
    expect(pages[first]?.lines[0]).toBe('Додаток');
    expect(pages[first]?.lines.slice(0, 5).join(' ')).toContain('19.01.2021 № 27');
    expect(pages[second]?.lines.slice(0, 3)).toEqual(['Додаток 2', 'до рішення', '19.01.2021 № 27']);
  });

  it('are the same for the trial and for the rendition', async () => {
    const rendering = await testRendering();
    const each = view({ annexes: [annex({ body: chapters(12) })] });
    expect((await rendering.measure(each)).runs).toEqual((await rendering.render('decision.docx', each)).runs);
  });
});

describe('what runs out of its place', () => {
  const wide = 'Дуже'.repeat(60);

  it('is reported once, with its page, and printed nevertheless', () => {
    const layout = layOut(faces, view({ annexes: [annex({ body: [{ type: 'paragraph', text: `Ось ${wide} кінець` }] })] }));
    expect(layout.overflows).toEqual([{ page: 3, text: wide }]);
    expect(
      texts(layout.pages[2])
        .map(({ text }) => text)
        .join(''),
    ).toContain(wide.slice(0, 20));
    expect(
      texts(layout.pages[2])
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', ''),
    ).toContain(wide);
  });

  it('is reported in a narrow column of a table', () => {
    const narrow: Block = {
      type: 'table',
      head: [['№', 'Назва']],
      rows: [
        ['1', 'Найменування'],
        ['Найменування', 'так'],
      ],
      widths: [5, 95],
    };
    expect(layOut(faces, view({ annexes: [annex({ body: [narrow] })] })).overflows).toEqual([{ page: 3, text: 'Найменування' }]);
  });

  it('is not found in an ordinary act', () => {
    expect(layOut(faces, view({ annexes: [annex({ body: [...chapters(3), table(10)] })] })).overflows).toEqual([]);
  });
});

describe('the first page', () => {
  it('keeps a brief title within 73 mm and lets one over 150 characters run to the right margin', () => {
    const titleWidths = (title: string): number[] =>
      texts(layOut(faces, view({ title })).pages[0])
        .filter(({ item }) => item.face === 'bold' && item.size === 14 && item.x === 0)
        .slice(0, -1)
        .map(({ item }) => item.pieces.reduce((sum, { shape }) => sum + (shape.width * 14) / 1000 + 3.5, -3.5));
    expect(Math.max(...titleWidths('Про внесення змін до Порядку використання коштів місцевого бюджету на 2021 рік'))).toBeLessThanOrEqual(
      (73 * 72) / 25.4,
    );
    expect(Math.max(...titleWidths(`Про ${'внесення змін до Порядку використання коштів '.repeat(4)}`))).toBeGreaterThan((120 * 72) / 25.4);
  });

  it('sets date, place and number on one line, or under one another if they do not fit', () => {
    const lineOf = (place: string): number[] => {
      const all = texts(layOut(faces, view({ place })).pages[0]);
      return ['19.01.2021', place.split(' ').at(-1) ?? '', '№ 27'].map(
        (part) => all.find(({ text }) => text.endsWith(part))?.y ?? Number.NaN,
      );
    };
    expect(new Set(lineOf('м. Каховка')).size).toBe(1);
    expect(new Set(lineOf('селище Верхньодніпровське-Нижньосірогозьке Каховського району Херсонської області')).size).toBe(3);
  });
});
