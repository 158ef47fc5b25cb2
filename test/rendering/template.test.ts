import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { documentText } from '../../pipeline/rendering/docx/docx-template.js';
import { lintTemplate } from '../../pipeline/rendering/rendering.js';
import { FORM, ownTemplate, testRendering } from './rendering-under-test.js';
import { annex, chapters, table, twoPages, view } from './views.js';

const template = await ownTemplate('decision.docx');

const lint = (bytes: Uint8Array): string[] => lintTemplate(bytes, FORM.parts);

/** The template with its main part changed, as an office might in Word. */
function changed(from: string | RegExp, to: string): Buffer {
  const zip = new PizZip(template);
  const xml = zip.file('word/document.xml')?.asText() ?? '';
  const result = xml.replace(from, to);
  expect(result).not.toBe(xml);
  zip.file('word/document.xml', result);
  return zip.generate({ type: 'nodebuffer' });
}

describe('the lint of a template', () => {
  it('finds nothing in our own', () => {
    expect(lint(template)).toEqual([]);
  });

  it('lets an office add words, and split a tag by formatting', () => {
    expect(lint(changed('{kindName}', 'Проєкт {kindName} (бланк 7)'))).toEqual([]);
    expect(lint(changed('{kindName}', '{kind</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Name}'))).toEqual([]);
  });

  it.each([
    ['an unknown tag', '{kindName}', '{kindName} {mayor}', ['{mayor} is not known to this program']],
    [
      'a tag in the wrong place',
      '{kindName}',
      '{kindName} {annexTitle}',
      ['{annexTitle} is not known here: it belongs between {#annexes} and {/annexes}'],
    ],
    ['a missing tag', '{keyword}', 'ВИРІШИВ:', ['{keyword} is missing']],
    ['a tag without its closing brace', '{place}', '{place', ['"{place" has no closing brace']],
    ['a tag without its opening brace', '{place}', 'place}', ['"place}" has a closing brace without an opening one']],
    ['a section that is not closed', '{/annexes}', '', ['{#annexes} is not closed: {/annexes} is missing']],
    ['a section that was not opened', '{#stating}', '', ['{/stating} closes a section that was not opened']],
    ['a body of annexes that would be printed as code', '{@annexBody}', '{annexBody}', ['{annexBody} must be written {@annexBody}']],
    [
      'a list that is not a section',
      /\{#bodyNames\}|\{\/bodyNames\}/g,
      '{bodyNames}',
      ['{bodyNames} must be written {#bodyNames}', '{.} is not known to this program'],
    ],
  ])('names %s', (_, from, to, flaws) => {
    expect(lint(changed(from, to))).toEqual(flaws);
  });

  it('names the points and titles that would be left out', () => {
    expect(lint(changed(/\{([#/])level2\}/g, '{$1level1}'))).toEqual([
      '{pointNumber} for points of level 2 ({#level2}) is missing',
      '{pointText} for points of level 2 ({#level2}) is missing',
    ]);
    expect(lint(changed('{^titleIsBrief}', '{#titleIsBrief}'))).toEqual([
      '{title} for long titles, outside {#titleIsBrief} or in {^titleIsBrief}, is missing',
    ]);
  });

  it('knows a file that is no Word document', () => {
    expect(lint(Buffer.from('not a zip'))).toEqual(['the file is not a Word document (.docx)']);
    expect(lint(new PizZip().file('a.txt', 'a').generate({ type: 'nodebuffer' }))).toEqual(['the file is not a Word document (.docx)']);
  });

  it('stops a rendering, naming the template and the tag', async () => {
    const rendering = await testRendering(async () => changed('{keyword}', '{keywrod}'));
    await expect(rendering.render(FORM, twoPages)).rejects.toMatchObject({
      code: 'template-broken',
      message: 'The template decision.docx is broken: {keywrod} is not known to this program',
    });
  });

  it('is asked again when the office mends the template', async () => {
    let current = changed('{keyword}', 'ВИРІШИВ:');
    const rendering = await testRendering(async () => current);
    await expect(rendering.render(FORM, twoPages)).rejects.toMatchObject({ code: 'template-broken' });
    current = template;
    expect(documentText((await rendering.render(FORM, twoPages)).docx)).toContain('ВИРІШИВ:');
  });
});

describe('the Word document', () => {
  const part = (docx: Buffer, name: string): string => new PizZip(docx).file(name)?.asText() ?? '';

  it('begins each annex in a section of its own with its own page numbers', async () => {
    const { docx } = await (await testRendering()).render(FORM, view({ annexes: [annex(), annex({ n: 2 }), annex({ n: 3 })] }));
    const sections = [...part(docx, 'word/document.xml').matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([xml]) => xml);
    expect(sections).toHaveLength(4);
    for (const section of sections) {
      expect(section).toContain('<w:pgNumType w:start="1"/>');
      expect(section).toContain('<w:titlePg/>');
      expect(section).toContain('<w:type w:val="nextPage"/>');
    }
    expect(sections[0]).toContain('headerReference');
    expect(part(docx, 'word/header1.xml')).toContain(' PAGE ');
  });

  it('has one section without annexes', async () => {
    const { docx } = await (await testRendering()).render(FORM, twoPages);
    expect(part(docx, 'word/document.xml').match(/<w:sectPr/g)).toHaveLength(1);
  });

  it('repeats table heads, divides no row, and ends each table', async () => {
    const { docx } = await (await testRendering()).render(FORM, view({ annexes: [annex({ body: [table(3), table(2), ...chapters(1)] })] }));
    const xml = part(docx, 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(7);
    expect(xml).not.toContain('</w:tbl><w:tbl>');
  });

  it('sets a table off from the text above it, and only there', async () => {
    const body = [
      { type: 'paragraph' as const, text: 'Перший.' },
      { type: 'paragraph' as const, text: 'Над таблицею.' },
      table(1),
      ...chapters(1),
    ];
    const { docx } = await (await testRendering()).render(FORM, view({ annexes: [annex({ body })] }));
    const spaced = [...part(docx, 'word/document.xml').matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:spacing w:after="120"\/>.*?<\/w:p>/gs)];
    expect(spaced).toHaveLength(1);
    expect(spaced[0]?.[0]).toContain('Над');
  });

  it('keeps the last point with the signature', async () => {
    const { docx } = await (await testRendering()).render(FORM, twoPages);
    const xml = part(docx, 'word/document.xml');
    expect(xml.match(/<w:pStyle w:val="LastPoint"\/>/g)).toHaveLength(1);
    expect(xml.indexOf('w:val="LastPoint"')).toBeLessThan(xml.indexOf('w:val="SignaturePost"'));
    expect(part(docx, 'word/styles.xml')).toMatch(/w:styleId="LastPoint".*?<w:keepNext\/>/s);
  });

  it('carries the properties of the act and no date of the clock', async () => {
    const { docx } = await (await testRendering()).render(FORM, view({ properties: { ...twoPages.properties, title: 'А & <Б>' } }));
    const core = part(docx, 'docProps/core.xml');
    expect(core).toContain('<dc:title>А &amp; &lt;Б&gt;</dc:title>');
    expect(core.match(/2021-01-19T12:00:00Z/g)).toHaveLength(2);
    for (const entry of Object.values(new PizZip(docx).files)) expect(entry.date.getFullYear()).toBe(1980);
  });

  it('holds numbers and short words together with no-break spaces', async () => {
    const { docx } = await (await testRendering()).render(FORM, twoPages);
    const text = documentText(docx).join('\n');
    for (const bound of ['№\u00a027', 'ст.\u00a034', 'О.\u00a0Щербʼяк', '1\u00a0245\u00a0600,00\u00a0грн', '01\u00a0квітня'])
      expect(text).toContain(bound);
  });
});
