import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { type Measured, measure } from '../../pipeline/originals/measure.js';
import { docxOf, type HandMadePart, paragraph, section } from './hand-made.js';

async function measured(bytes: Buffer): Promise<Exclude<Measured['outcome'], string>> {
  const { outcome } = await measure(bytes);
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}

const LONG = Array.from({ length: 40 }, (_, index) => paragraph(`1.${index + 1}. Замовник оплачує послуги щомісяця.`)).join('');

function header(xml: string, type = 'header', name = 'header1.xml'): HandMadePart {
  const tag = type === 'header' ? 'hdr' : 'ftr';
  return { type, name, xml: `<w:${tag} xmlns:W>${xml}</w:${tag}>` };
}

const SIMPLE = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>';
const field = (...instruction: readonly string[]): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${instruction.map((part) => `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
/** What Word puts in from its gallery: a field inside a control, here in a text box. */
const GALLERY = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of Page)"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:pict><w:txbxContent>${field(' PAGE   \\* MERGEFORMAT ')}</w:txbxContent></w:pict></w:r></w:p></w:sdtContent></w:sdt>`;
const reference = (type = 'default', id = 1, kind = 'header'): string => `<w:${kind}Reference w:type="${type}" r:id="rId${id}"/>`;

describe('sections of a DOCX', () => {
  it('have each the size that it says, Letter where it says none', async () => {
    const inner = `<w:p><w:pPr>${section('', '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')}</w:pPr></w:p>`;
    const { sheets } = await measured(docxOf(`${inner}${paragraph('б')}${section('', '<w:pgSz w:w="210mm" w:h="297mm"/>')}`));
    expect(sheets).toEqual([
      { sheet: 1, widthMm: 297, heightMm: 210 },
      { sheet: 2, widthMm: 210, heightMm: 297 },
    ]);
    expect((await measured(docxOf(`${paragraph('б')}<w:sectPr/>`))).sheets).toEqual([{ sheet: 1, widthMm: 215.9, heightMm: 279.4 }]);
  });

  it.each([
    ['a simple field', SIMPLE, true],
    ['a complex one', field(' PAGE '), true],
    ['one whose instruction is split', field(' PA', 'GE \\* ', 'Arabic'), true],
    ['one of the gallery in a text box', GALLERY, true],
    ['the number of pages', field(' NUMPAGES '), false],
    ['a reference to a page', field(' PAGEREF _Ref1 '), false],
    ['a typed number', '<w:p><w:r><w:t>2</w:t></w:r></w:p>', false],
  ])('are numbered by a field: %s', async (_what, xml, isNumber) => {
    expect((await measured(docxOf(LONG + section(reference()), [header(xml)]))).unnumbered).toEqual(isNumber ? [] : [2]);
    const foot = docxOf(LONG + section(reference('default', 1, 'footer')), [header(xml, 'footer', 'footer1.xml')]);
    expect((await measured(foot)).unnumbered).toEqual(isNumber ? [] : [2]);
  });

  it('want it on every page but the first', async () => {
    const parts = [header(SIMPLE), header('<w:p/>', 'header', 'header2.xml')];
    const settings = { type: 'settings', name: 'settings.xml', xml: '<w:settings xmlns:W><w:evenAndOddHeaders/></w:settings>' };
    const unnumbered = async (end: string, more: readonly HandMadePart[] = [], text = LONG): Promise<readonly number[]> =>
      (await measured(docxOf(text + end, [...parts, ...more]))).unnumbered;
    expect(await unnumbered(section(`${reference()}${reference('first', 2)}<w:titlePg/>`))).toEqual([]);
    expect(await unnumbered(section(`${reference('first')}<w:titlePg/>`))).toEqual([2]);
    expect(await unnumbered(section(reference()), [settings])).toEqual([2]);
    expect(await unnumbered(section(`${reference()}${reference('even')}`), [settings])).toEqual([]);
    const before = `<w:p><w:pPr>${section(reference())}</w:pPr></w:p>`;
    expect(await unnumbered(before + LONG + section())).toEqual([]);
    expect(await unnumbered(before + LONG + section('<w:titlePg/>'))).toEqual([2]);
    expect(await unnumbered(before + LONG + section(reference('default', 2)))).toEqual([2]);
  });

  it('of a few lines have no second page, unless it is begun', async () => {
    expect((await measured(docxOf(paragraph('Коротко') + section()))).unnumbered).toEqual([]);
    expect((await measured(docxOf(`${paragraph('Коротко')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${section()}`))).unnumbered).toEqual([
      2,
    ]);
  });
});

const THEME: HandMadePart = {
  type: 'theme',
  name: 'theme1.xml',
  xml: '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="o"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent2><a:srgbClr val="C0504D"/></a:accent2><a:hlink><a:srgbClr val="0000FF"/></a:hlink></a:clrScheme></a:themeElements></a:theme>',
};
const STYLES: HandMadePart = {
  type: 'styles',
  name: 'styles.xml',
  xml: '<w:styles xmlns:W><w:style w:type="paragraph" w:default="1" w:styleId="n"/><w:style w:type="paragraph" w:styleId="h"><w:rPr><w:color w:val="2E74B5"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h"/></w:style><w:style w:type="character" w:styleId="link"><w:basedOn w:val="link"/><w:rPr><w:color w:val="auto" w:themeColor="hyperlink"/></w:rPr></w:style><w:style w:type="character" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
};

describe('colours in a DOCX', () => {
  it.each([
    ['its own', '<w:color w:val="FF0000"/>', '#ff0000'],
    ['of the theme, whatever is written beside', '<w:color w:val="000000" w:themeColor="accent2"/>', '#c0504d'],
    ['of the theme, made lighter', '<w:color w:val="7F7F7F" w:themeColor="text1" w:themeTint="80"/>', '#7f7f7f'],
    ['of its style', '<w:rStyle w:val="link"/>', '#0000ff'],
    [
      'of an effect',
      '<w:color w:val="000000"/><w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:solidFill><w14:srgbClr w14:val="00B050"/></w14:solidFill></w14:textFill>',
      '#00b050',
    ],
    ['black', '<w:color w:val="000000"/>', null],
    ['automatic', '<w:color w:val="auto"/>', null],
    ['black of the theme', '<w:color w:val="FF0000" w:themeColor="text1"/>', null],
  ])('of a run: %s', async (_what, properties, colour) => {
    const { coloured } = await measured(docxOf(`${paragraph('чорний')}${paragraph('інший', properties)}${section()}`, [STYLES, THEME]));
    expect(coloured).toEqual(colour === null ? [] : [{ sheet: 1, colour, text: 'інший' }]);
  });

  it('of a paragraph come from its style and from those that this rests on, unless the run says another', async () => {
    const styled = (properties: string): string =>
      paragraph('Заголовок', properties).replace('<w:p>', '<w:p><w:pPr><w:pStyle w:val="h2"/></w:pPr>');
    expect((await measured(docxOf(styled('') + section(), [STYLES]))).coloured).toEqual([
      { sheet: 1, colour: '#2e74b5', text: 'Заголовок' },
    ]);
    expect((await measured(docxOf(styled('<w:color w:val="auto"/>') + section(), [STYLES]))).coloured).toEqual([]);
  });
});

describe('corrections in a DOCX', () => {
  const by = 'w:id="1" w:author="Юрист"';

  it.each([
    ['inserted', `<w:p><w:ins ${by}><w:r><w:t>слово</w:t></w:r></w:ins></w:p>`, 'слово'],
    ['deleted', `<w:p><w:del ${by}><w:r><w:delText>слово</w:delText></w:r></w:del></w:p>`, 'слово'],
    ['moved', `<w:p><w:moveFrom ${by}><w:r><w:t>слово</w:t></w:r></w:moveFrom></w:p>`, 'слово'],
    ['reformatted', `<w:p><w:r><w:rPr><w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange></w:rPr><w:t>слово</w:t></w:r></w:p>`, 'слово'],
    ['inserted', `<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr></w:p>`, ''],
  ])('are told: %s', async (what, xml, text) => {
    expect((await measured(docxOf(xml + section()))).corrections).toEqual([{ sheet: null, what, text }]);
  });

  it('are told in margins, and comments with their words', async () => {
    const comments = {
      type: 'comments',
      name: 'comments.xml',
      xml: '<w:comments xmlns:W><w:comment w:id="0"><w:p><w:r><w:t>Чому?</w:t></w:r></w:p></w:comment></w:comments>',
    };
    const margin = header(`<w:p><w:ins ${by}><w:r><w:t>ще</w:t></w:r></w:ins></w:p>`);
    const { corrections } = await measured(docxOf(paragraph('а') + section(reference()), [margin, comments]));
    expect(corrections).toEqual([
      { sheet: null, what: 'inserted', text: 'ще' },
      { sheet: null, what: 'comment', text: 'Чому?' },
    ]);
  });
});

describe('words of a DOCX', () => {
  it('are those that are shown: of tables, boxes, notes and margins; not what was deleted or is hidden', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('Код')}</w:tc><w:tc>${paragraph('00000017')}</w:tc></w:tr></w:tbl>`;
    const box = `<w:p><w:r><w:t>перед</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:txbxContent>${paragraph('рамка')}</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('рамка')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> після</w:t></w:r></w:p>`;
    const gone = `<w:p><w:del w:id="1"><w:r><w:delText>старе</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>нове</w:t></w:r></w:ins></w:p>`;
    const notes = {
      type: 'footnotes',
      name: 'footnotes.xml',
      xml: `<w:footnotes xmlns:W><w:footnote w:id="1">${paragraph('виноска')}</w:footnote></w:footnotes>`,
    };
    const split =
      '<w:p><w:r><w:t>125</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">000,00 </w:t></w:r><w:r><w:t>&#1075;рн &amp;</w:t></w:r></w:p>';
    const { text } = await measured(
      docxOf(
        table +
          box +
          gone +
          split +
          paragraph('таємне', '<w:vanish/>') +
          paragraph('приховане', '<w:rStyle w:val="gone"/>') +
          section(reference()),
        [header(`${paragraph('у полі')}${field(' PAGE ')}`), STYLES, notes],
      ),
    );
    expect(text.split('\n')).toEqual(['Код', '00000017', 'рамка', 'перед після', 'нове', '125 000,00 грн &', 'виноска', 'у полі', '2']);
  });

  it('are found whatever prefixes the file has, and in the strict form', async () => {
    const uri = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const root = `<x:document xmlns:x="${uri}"><x:body><x:p><x:r><x:rPr><x:color x:val="FF0000"/></x:rPr><x:t>Договір</x:t></x:r></x:p></x:body></x:document>`;
    expect(await measured(docxOf('', [], root))).toMatchObject({ text: 'Договір', coloured: [{ colour: '#ff0000' }] });
    const plain = `<document xmlns="${uri}" xmlns:w="${uri}"><body><p><r><t>Договір</t></r></p></body></document>`;
    expect(await measured(docxOf('', [], plain))).toMatchObject({ text: 'Договір' });
  });
});

describe('a DOCX made to harm', () => {
  const outcomeOf = async (bytes: Buffer): Promise<Measured['outcome']> => (await measure(bytes)).outcome;

  it.each([
    [
      'entities',
      docxOf(
        '',
        [],
        '<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&a;</w:document>',
      ),
    ],
    ['depth', docxOf('<w:p>'.repeat(100_000))],
    ['bytes that are no text', docxOf('', [], '\uD800')],
    ['a part that is no XML', docxOf(paragraph('а') + section(), [{ type: 'styles', name: 'styles.xml', xml: 'none' }])],
    ['an end that is cut off', docxOf(paragraph('а')).subarray(0, 400)],
  ])('is broken: %s', async (_what, bytes) => {
    expect(await outcomeOf(bytes)).toBe('broken');
  });

  it('is excessive when it unpacks to more than any contract', async () => {
    expect(await outcomeOf(docxOf(' '.repeat(65 * 1024 * 1024)))).toBe('excessive');
  });

  it('unpacks to no more than it says', async () => {
    const bytes = docxOf(' '.repeat(1024 * 1024) + paragraph('а'));
    for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) bytes.writeUInt32LE(10, at + 24);
    expect(await outcomeOf(bytes)).toBe('broken');
  });

  it('may be another archive, or an encrypted document', async () => {
    expect(await measure(new PizZip().file('a.txt', 'a').generate({ type: 'nodebuffer' }))).toEqual({
      format: null,
      outcome: 'unknown-format',
    });
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await measure(compound)).toEqual({ format: 'docx', outcome: 'encrypted' });
  });
});
