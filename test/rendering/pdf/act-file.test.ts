import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as fontkit from 'fontkit';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../pipeline/model/kind.js';
import { FontShelf } from '../../../pipeline/rendering/pdf/font-shelf.js';
import { installedVersion, PDFMAKE_VERSION, PrinterClass, UrlResolverClass } from '../../../pipeline/rendering/pdf/internals.js';
import { STAMP } from '../../../pipeline/rendering/pdf/sheet.js';
import { annex, chapters, point, prose, table, twoPages, view } from '../views.js';
import { contentsOf, FORBIDDEN, latin1, opacitiesOf, streamsOf, xmpOf } from './pdf-parts.js';
import { faces, freshPrinter, testPrinter } from './printer-under-test.js';

const printer = testPrinter();
const print = async (act: View): Promise<Buffer> => (await printer.printAct(act)).bytes;
const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const named = (title: string): View =>
  view({ properties: { ...twoPages.properties, title, author: title, subject: title, keywords: [title] } });
const everything = view({ annexes: [annex({ body: [...chapters(2), table(20)] })] });

it('is made for the version of pdfmake that is installed', () => {
  expect(installedVersion).toBe(PDFMAKE_VERSION);
});

describe('the PDF of an act', () => {
  it('is PDF 1.4 and says that it is PDF/A-1b, sRGB, in Ukrainian', async () => {
    const bytes = await print(twoPages);
    const file = latin1(bytes);
    expect(file.startsWith('%PDF-1.4')).toBe(true);
    expect(xmpOf(bytes)).toMatch(/<pdfaid:part>1<\/pdfaid:part>\s*<pdfaid:conformance>B<\/pdfaid:conformance>/);
    expect(file).toContain('/Lang (uk-UA)');
    expect(file).toContain('/S /GTS_PDFA1');
    expect(file).toContain('/DisplayDocTitle true');
  });

  it('embeds each face once, as a subset that names its glyphs', async () => {
    const file = latin1(await print(everything));
    expect(file.match(/\/FontFile2/g)).toHaveLength(3);
    expect(file.match(/\/CIDSet/g)).toHaveLength(3);
    expect(file.match(/\/ToUnicode/g)).toHaveLength(3);
    expect(file.match(/\/FontName \/[A-Z]{6}\+Tinos/g)).toHaveLength(3);
  });

  it('names every glyph of a subset in its CIDSet, the parts of composite glyphs too', async () => {
    const bytes = await print(everything);
    const [sets, fonts] = [streamsOf(bytes, 'CIDSet'), streamsOf(bytes, 'FontFile2')];
    expect(fonts).toHaveLength(3);
    for (const [index, file] of fonts.entries()) {
      const { numGlyphs } = fontkit.create(file) as fontkit.Font;
      const bits = [...(sets[index] ?? [])].map((byte) => byte.toString(2).padStart(8, '0')).join('');
      expect(bits.replace(/0+$/, '')).toBe('1'.repeat(numGlyphs));
    }
  });

  it('has no transparency, no annotation, no script, no file in it, no encryption', async () => {
    const bytes = await print(everything);
    expect(latin1(bytes)).not.toMatch(FORBIDDEN);
    expect(new Set(opacitiesOf(bytes))).toEqual(new Set(['1']));
  });

  it('carries properties with signs of XML in Info and XMP alike', async () => {
    const title = 'Про «А & Б» <b> і "лапки", об\'єкти > 5';
    const properties = { ...twoPages.properties, title, author: 'A & B', subject: '<s>', keywords: ['<один>', '&два'] };
    const bytes = await print(view({ properties }));
    const packet = xmpOf(bytes);
    expect(XMLValidator.validate(packet.replace(/<\?xpacket.*?\?>/g, ''))).toBe(true);
    const flat = JSON.stringify(new XMLParser({ ignoreAttributes: true, removeNSPrefix: true }).parse(packet));
    for (const value of [title, 'A & B', '<s>', '<один>, &два']) expect(flat).toContain(JSON.stringify(value).slice(1, -1));
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({
      Title: title,
      Author: 'A & B',
      Subject: '<s>',
      Keywords: '<один>, &два',
      Creator: 'Regesta',
      Producer: `Regesta (pdfmake ${PDFMAKE_VERSION})`,
      CreationDate: 'D:20210119120000Z',
    });
    expect(metadata.get('dc:title')).toBe(title);
    await document.destroy();
  });

  it('takes its dates from the act, never from the clock', async () => {
    const bytes = await print(twoPages);
    expect(latin1(bytes)).toContain('(D:20210119120000Z)');
    expect(xmpOf(bytes)).toContain('2021-01-19T12:00:00Z');
    expect(latin1(bytes)).not.toContain(`D:${new Date().getFullYear()}`);
    expect(latin1(bytes)).not.toContain(`${new Date().getFullYear()}-`);
  });

  it('moves a stress mark to its letter', async () => {
    const [page = ''] = contentsOf(await print(view({ title: 'Про до\u0301ма й за\u0301мок', stating: [], keyword: '' })));
    const places = [...page.matchAll(/^1 0 0 1 ([\d.]+) ([\d.]+) Tm$/gm)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
    const title = places.find(({ x, y }) => Math.abs(x - 85.04) < 0.1 && y < 610)?.y ?? Number.NaN;
    const moved = places.filter(({ y }) => y !== title && Math.abs(y - title) < 4);
    expect(moved).toHaveLength(2);
    for (const { x } of moved) expect(x).toBeGreaterThan(110);
  });

  it('takes words that look like addresses, files or code for words', async () => {
    const title = 'http://127.0.0.1/ file:///etc/passwd data:text/plain,1';
    const bytes = await print(view({ title, points: [point('1.', '/etc/passwd {{x}} <b> (дужки) \\n \\)')] }));
    expect(latin1(bytes)).not.toMatch(FORBIDDEN);
  });

  it.skipIf(!hasQpdf())('passes the syntax check of qpdf', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regesta-'));
    try {
      await writeFile(join(folder, 'act.pdf'), await print(everything));
      expect(execFileSync('qpdf', ['--check', join(folder, 'act.pdf')]).toString()).toContain('No syntax or stream encoding errors');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('same view, same bytes', () => {
  const acts = [
    twoPages,
    view({ annexes: [annex({ body: chapters(2) })] }),
    named('Про Wi-Fi\u00a0та flat'),
    view({ points: [point('1.', prose(3))] }),
  ];

  it('one after another, at the same time and from another printer', async () => {
    const one: string[] = [];
    for (const act of acts) one.push(digest(await print(act)));
    const both = await Promise.all([...acts, ...acts].map(async (act) => digest(await print(act))));
    const other = freshPrinter();
    const reversed: string[] = [];
    for (const act of [...acts].reverse()) reversed.unshift(digest((await other.printAct(act)).bytes));
    expect(both).toEqual([...one, ...one]);
    expect(reversed).toEqual(one);
    expect(new Set(one).size).toBe(acts.length);
  });

  it('whatever signs that share a glyph other documents met before', async () => {
    const act = view({ title: 'Про одне; друге' });
    const fresh = freshPrinter();
    // A Greek question mark, two spaces and two signs of a fraction, each of which shares its glyph with another sign.
    await fresh.printAct(view({ title: 'Про\u037e \u202f\u2009 \u2215\u2044' }));
    expect(digest((await fresh.printAct(act)).bytes)).toBe(digest(await print(act)));
  });

  it('though trials and stamps are laid out in between', async () => {
    const alone = digest(await print(twoPages));
    const mixed = await Promise.all([
      printer.measureAct(everything),
      print(twoPages),
      printer.stamps.paint({ heading: 'Знак', lines: ['рядок'], ...STAMP, date: twoPages.properties.date }),
      printer.measureAct(twoPages),
    ]);
    expect(digest(mixed[1])).toBe(alone);
  });
});

describe('a document', () => {
  it('reads no file once the printer is there', async () => {
    await print(everything);
    const fs = createRequire(import.meta.url)('node:fs') as { readFileSync: unknown; openSync: unknown; readFile: unknown };
    const real = { ...fs };
    const opened: unknown[] = [];
    for (const way of ['readFileSync', 'openSync', 'readFile'] as const) fs[way] = (path: unknown) => opened.push(path);
    syncBuiltinESMExports();
    try {
      await printer.measureAct(everything);
      await print(everything);
      await printer.stamps.paint({ heading: 'Знак', lines: ['рядок'], ...STAMP, date: twoPages.properties.date });
    } finally {
      Object.assign(fs, { readFileSync: real.readFileSync, openSync: real.openSync, readFile: real.readFile });
      syncBuiltinESMExports();
    }
    expect(opened).toEqual([]);
  });

  it('may ask for nothing from a disk or a network', async () => {
    const shelf = new FontShelf(faces);
    const printRaw = async (extra: object): Promise<unknown> => {
      const resolver = new UrlResolverClass(shelf);
      resolver.setUrlAccessPolicy(() => false);
      const document = { content: [], defaultStyle: { font: 'Tinos' }, ...extra };
      return new PrinterClass({ Tinos: { normal: 'regular' } }, shelf, resolver, () => false).createPdfKitDocument(document);
    };
    await expect(printRaw({ content: [{ image: '/etc/hostname' }] })).rejects.toThrow('denied');
    await expect(printRaw({ images: { logo: 'http://127.0.0.1:9/' } })).rejects.toThrow('denied');
  });
});

function hasQpdf(): boolean {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
