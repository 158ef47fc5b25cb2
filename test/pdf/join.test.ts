import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { joinPdfs, pageCount } from '../../pipeline/pdf/join.js';
import { press } from '../../pipeline/rendering/press.js';
import { twoPages, view } from '../rendering/views.js';

const printed = press();
const one = (await printed.pages(view({ title: 'Про перше питання' }))).bytes;
const two = (await printed.pages(twoPages)).bytes;

const BOOKMARKS = [
  { title: 'Порядок денний', page: 0, inside: [] },
  { title: '1. Про допомогу', page: pageCount(one), inside: [{ title: 'Проєкт', page: pageCount(one), inside: [] }] },
];

async function opened(bytes: Buffer) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

async function textOf(bytes: Buffer, n: number): Promise<string> {
  const { items } = await (await (await opened(bytes)).getPage(n)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

describe('PDFs joined', () => {
  const joined = joinPdfs({ title: 'Матеріали', parts: [one, two], bookmarks: BOOKMARKS });
  const pages = pageCount(one) + pageCount(two);

  it('are all their pages in order, each numbered over the whole', async () => {
    expect(pageCount(joined)).toBe(pages);
    for (let n = 1; n <= pages; n += 1) expect(await textOf(joined, n)).toContain(`${n} / ${pages}`);
    expect(await textOf(joined, 1)).toContain('Про перше питання');
    expect(await textOf(joined, pageCount(one) + 1)).toContain('Про надання матеріальної допомоги');
  });

  it('have the outline that was asked for, and each entry leads to its page', async () => {
    const document = await opened(joined);
    const outline = await document.getOutline();
    const at = async (dest: unknown) => document.getPageIndex((dest as [{ num: number; gen: number }])[0]);
    expect(outline.map(({ title }) => title)).toEqual(['Порядок денний', '1. Про допомогу']);
    expect(outline[1]?.items.map(({ title }) => title)).toEqual(['Проєкт']);
    expect(await at(outline[0]?.dest)).toBe(0);
    expect(await at(outline[1]?.items[0]?.dest)).toBe(pageCount(one));
  });

  it('are the same bytes for the same parts', () => {
    expect(joinPdfs({ title: 'Матеріали', parts: [one, two], bookmarks: BOOKMARKS }).equals(joined)).toBe(true);
  });

  it('may be joined again', () => {
    expect(pageCount(joinPdfs({ title: 'Двічі', parts: [joined, joined], bookmarks: [] }))).toBe(2 * pages);
  });

  it('are not joined where one is no PDF', () => {
    expect(() => joinPdfs({ title: '', parts: [one, Buffer.from('не PDF')], bookmarks: [] })).toThrow(
      expect.objectContaining({ code: 'pdf-unreadable' }),
    );
  });
});
