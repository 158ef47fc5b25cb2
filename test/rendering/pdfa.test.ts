import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { pdfLines, pdfWords } from './pdf-text.js';
import { testRendering } from './rendering-under-test.js';
import { point, twoPages, view } from './views.js';

const rendering = await testRendering();
const render = async (each = twoPages): Promise<Buffer> => (await rendering.render('decision.docx', each)).pdf;

/** The XMP packet, which PDF/A keeps uncompressed. */
function metadata(pdf: Buffer): string {
  const text = pdf.toString('utf8');
  return text.slice(text.indexOf('<?xpacket'), text.indexOf('<?xpacket end="w"?>') + 19);
}

/** Decompressed content streams of the pages. */
function contents(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const found = [...text.matchAll(/\/Filter \/FlateDecode\s*>>\s*stream\r?\n/g)].map((match) => {
    const from = (match.index ?? 0) + match[0].length;
    return inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1');
  });
  return found.filter((stream) => / Td \[/.test(stream));
}

describe('the PDF', () => {
  it('is PDF 1.4 and says that it is PDF/A-1b in Ukrainian', async () => {
    const pdf = await render();
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-1.4')).toBe(true);
    expect(metadata(pdf)).toMatch(/<pdfaid:part>1<\/pdfaid:part>\s*<pdfaid:conformance>B<\/pdfaid:conformance>/);
    expect(text).toContain('/Lang (uk-UA)');
    expect(text).toContain('/S /GTS_PDFA1');
    expect(text).toContain('/CIDSet');
    expect(text).not.toMatch(/\/(?:ca|CA|SMask|JavaScript|EmbeddedFiles|Encrypt)\b/);
  });

  it('carries properties with signs of XML in Info and XMP alike', async () => {
    const title = 'Про «А & Б» <b> і "лапки", об\'єкти > 5';
    const pdf = await render(
      view({ properties: { ...twoPages.properties, title, author: 'A & B', subject: '<s>', keywords: ['<один>', '&два'] } }),
    );
    const packet = metadata(pdf);
    expect(XMLValidator.validate(packet.replace(/<\?xpacket.*?\?>/g, ''))).toBe(true);
    const read = new XMLParser({ ignoreAttributes: true, removeNSPrefix: true }).parse(packet);
    const flat = JSON.stringify(read);
    for (const value of [title, 'A & B', '<s>', '<один>, &два']) expect(flat).toContain(JSON.stringify(value).slice(1, -1));
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({
      Title: title,
      Author: 'A & B',
      Subject: '<s>',
      Keywords: '<один>, &два',
      Producer: 'Regesta (pdfkit 0.19.1)',
    });
  });

  it('takes its dates from the act, never from the clock', async () => {
    const pdf = await render();
    expect(pdf.toString('latin1')).toContain('(D:20210119120000Z)');
    expect(metadata(pdf)).toContain('2021-01-19T12:00:00Z');
    expect(pdf.toString('latin1')).not.toContain(`D:${new Date().getFullYear()}`);
  });

  it('adds no space after a hyphen of a justified line', async () => {
    const text =
      'Розвиток соціально-економічний, культурно-освітній, житлово-комунальний та науково-технічний, будівельно-монтажний і контрольно-ревізійний. ';
    const pdf = await render(view({ points: [point('1.', text.repeat(6).trim()), point('2.', 'Контроль.')] }));
    expect((await pdfLines(pdf)).flatMap((page) => page.lines).filter((line) => /\p{L}- \p{L}/u.test(line))).toEqual([]);
    expect(await pdfWords(pdf)).toContain(text.repeat(6).trim());
  });

  it('says the characters of the text, though Latin and Cyrillic letters look alike', async () => {
    const text = 'АВСЕНІКМОРТХ ABCEHIKMOPTX авсеіорхху abceiopxxy № 5-к «ʼ»';
    expect(await pdfWords(await render(view({ title: text })))).toContain(text);
  });

  it('lifts a stress mark over its letter and keeps it in the text', async () => {
    const pdf = await render(view({ title: 'Про до\u0301ма й за\u0301мок' }));
    expect(await pdfWords(pdf)).toContain('Про до\u0301ма й за\u0301мок');
    expect(contents(pdf).join('\n')).toMatch(/-?\d+(?:\.\d+)? Ts \[/);
  });

  it('writes a line of text as one operator, without moving from word to word', async () => {
    const [page] = contents(await render());
    const lines = (await pdfLines(await render()))[0]?.lines.length ?? 0;
    expect(page?.match(/\bTJ\b/g)?.length).toBeLessThanOrEqual(lines + 4);
  });

  it('reads no file once the fonts are there', async () => {
    await render();
    const fs = createRequire(import.meta.url)('node:fs') as { readFileSync: unknown; openSync: unknown };
    const { readFileSync, openSync } = fs;
    const opened: unknown[] = [];
    fs.readFileSync = (path: unknown) => opened.push(path);
    fs.openSync = (path: unknown) => opened.push(path);
    try {
      await rendering.stamps.paint({ heading: 'Знак', lines: ['рядок'], width: 200, height: 80, date: twoPages.properties.date });
      await rendering.measure(twoPages);
    } finally {
      Object.assign(fs, { readFileSync, openSync });
    }
    expect(opened).toEqual([]);
  });
});

describe('a stamp', () => {
  const paint = (heading: string, lines: string[]): Promise<Buffer> =>
    rendering.stamps.paint({ heading, lines, width: 212.6, height: 79.37, date: twoPages.properties.date });

  it('is one page of PDF/A-1b of the size asked for, with its words', async () => {
    const pdf = await paint('КВАЛІФІКОВАНИЙ ПІДПИС', [
      'Підписувач: Віталій НЕМЕРЕЦЬ',
      'Посада: Міський голова',
      'Сертифікат: 3ED5083160DBC59B04000000',
    ]);
    expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 212.6 79.37]');
    expect(metadata(pdf)).toContain('<pdfaid:part>1</pdfaid:part>');
    expect((await pdfLines(pdf)).map((page) => page.lines)).toEqual([
      ['КВАЛІФІКОВАНИЙ ПІДПИС', 'Підписувач: Віталій НЕМЕРЕЦЬ', 'Посада: Міський голова', 'Сертифікат: 3ED5083160DBC59B04000000'],
    ]);
  });

  it('sets long words smaller so that all stay inside the frame', async () => {
    const lines = [
      'Підписувач: Олександра-Вікторія ПЕРЕЯСЛАВСЬКА-ХМЕЛЬНИЦЬКА',
      `Установа: ${'Виконавчий комітет Верхньодніпровської міської ради '.repeat(3).trim()}`,
      'Час: 19.01.2021 11:04',
    ];
    const pdf = await paint('КВАЛІФІКОВАНА ЕЛЕКТРОННА ПЕЧАТКА', lines);
    expect(await pdfWords(pdf)).toBe(['КВАЛІФІКОВАНА ЕЛЕКТРОННА ПЕЧАТКА', ...lines].join(' '));
  });

  it('is the same bytes each time', async () => {
    expect((await paint('Знак', ['а'])).equals(await paint('Знак', ['а']))).toBe(true);
  });
});
