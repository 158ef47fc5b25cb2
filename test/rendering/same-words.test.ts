import { describe, expect, it } from 'vitest';
import type { View } from '../../pipeline/model/kind.js';
import { documentText } from '../../pipeline/rendering/docx/docx-template.js';
import { wordsOf } from '../../pipeline/rendering/view-words.js';
import { pdfWords, words } from './pdf-text.js';
import { act, FORM, testRendering } from './rendering-under-test.js';
import { annex, chapters, point, TABLE_HEAD, table, threeLevels, twoPages, view } from './views.js';

const longTitle = `Про внесення змін до ${'Порядку використання коштів місцевого бюджету, '.repeat(4)}на 2021 рік`;

const views: Record<string, View> = {
  'a decision of two pages': twoPages,
  'three levels of points': threeLevels,
  'a table across pages': view({ annexes: [annex({ body: [table(30)] })] }),
  'headings and nested lists': view({ annexes: [annex({ body: chapters(3) }), annex({ n: 2, title: 'СКЛАД комісії', preparedBy: null })] }),
  'a title over 150 characters': view({ title: longTitle }),
  'signs that mean something in XML, in templates and in PDF': view({
    title: 'Про «А & Б», <b> і "лапки" (100 % \\ {title})',
    points: [point('1.', "{#points} {@annexBody} {/points} {title} &amp; <w:p/> ]]> (дужки) \\n \\) й апостроф: обʼєкт, п’ять, п'ять")],
    annexes: [annex({ title: '{annexTitle}', body: [{ type: 'paragraph', text: '{@annexBody} </w:p><w:p> & {/annexes}' }, table(2)] })],
  }),
};

describe('the two renditions', async () => {
  const rendering = await testRendering();
  it.each(Object.entries(views))('say the same words: %s', async (_, each) => {
    const { docx, pdf } = await rendering.render(FORM, each);
    const expected = words([...wordsOf(each)].join(' '));
    expect(await pdfWords(pdf, TABLE_HEAD)).toBe(expected);
    expect(words(documentText(docx).join(' '))).toBe(expected);
  });

  it('are the same bytes each time, whatever was rendered in between', async () => {
    const first = await rendering.render(FORM, twoPages);
    await rendering.render(FORM, threeLevels);
    const again = await rendering.render(FORM, twoPages);
    const anew = await (await testRendering()).render(FORM, twoPages);
    for (const other of [again, anew]) {
      expect(other.pdf.equals(first.pdf)).toBe(true);
      expect(other.docx.equals(first.docx)).toBe(true);
    }
  });

  it('do not depend on the acts rendered before', async () => {
    const latin = view({ title: 'Про обʼєкти A, a, B, e, i, o, p, c, x, y' });
    const alone = await (await testRendering()).render(FORM, latin);
    for (const each of Object.values(views)) await rendering.render(FORM, each);
    const later = await rendering.render(FORM, latin);
    expect(later.pdf.equals(alone.pdf)).toBe(true);
  });

  it('are the same bytes when rendered side by side', async () => {
    const alone = await rendering.render(FORM, twoPages);
    const together = await Promise.all(Array.from({ length: 6 }, () => rendering.render(FORM, twoPages)));
    for (const each of together) expect(each.pdf.equals(alone.pdf) && each.docx.equals(alone.docx)).toBe(true);
  });
});

describe('the rendering stage', async () => {
  const rendering = await testRendering();

  it('gives both renditions with digests, pages and places for signatures', async () => {
    const trial = await rendering.measure(twoPages);
    const outcome = await rendering.stage.run(act(twoPages, trial));
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.value.pdf.runs).toEqual([{ annex: null, pages: 2 }]);
    expect(outcome.value.pdf.stampPlaces.map((place) => place.role)).toEqual(['signatory', 'seal']);
    expect(outcome.value.pdf.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(outcome.value.docx.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('stops if the pages are not those of the trial', async () => {
    const trial = { ...(await rendering.measure(twoPages)), runs: [{ annex: null, pages: 3 }] };
    await expect(rendering.stage.run(act(twoPages, trial))).rejects.toMatchObject({ code: 'rendition-differs' });
  });

  it('stops at a sign the fonts do not have', async () => {
    const strange = view({ title: 'Про 漢字' });
    expect([...(await rendering.measure(strange)).missingGlyphs]).toEqual([0x6f22, 0x5b57]);
    await expect(rendering.render(FORM, strange)).rejects.toMatchObject({ code: 'rendition-differs' });
  });

  it('finds every Ukrainian sign in its fonts, and no control character', async () => {
    const signs = view({
      title: 'АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ абвгґдеєжзиіїйклмнопрстуфхцчшщьюя ʼ ’ № § ₴ « » „ “ – — … ° % до\u0301ма',
    });
    expect((await rendering.measure(signs)).missingGlyphs.size).toBe(0);
    const controls = await rendering.measure(view({ title: 'а\u0000б\u0007в\ufffeг' }));
    expect([...controls.missingGlyphs].sort((a, b) => a - b)).toEqual([0, 7, 0xfffe]);
  });

  it('names the template that is not there', async () => {
    await expect(rendering.render({ ...FORM, template: 'none.docx' }, twoPages)).rejects.toMatchObject({
      code: 'template-missing',
      message: expect.stringContaining('none.docx'),
    });
  });
});
