import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../pipeline/model/kind.js';
import { FontShelf } from '../../../pipeline/rendering/pdf/font-shelf.js';
import { installedVersion, PDFMAKE_VERSION, PrinterClass, UrlResolverClass } from '../../../pipeline/rendering/pdf/internals.js';
import { annex, chapters, point, prose, twoPages, view } from '../views.js';
import { faces, freshPrinter, latin1, testPrinter } from './printer-under-test.js';

const printer = testPrinter();
const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const named = (title: string): View =>
  view({ properties: { ...twoPages.properties, title, author: title, subject: title, keywords: [title] } });

it('is made for the version of pdfmake that is installed', () => {
  expect(installedVersion).toBe(PDFMAKE_VERSION);
});

it('says PDF/A-1b, sRGB and the language of the act', async () => {
  const file = latin1((await printer.printAct(twoPages)).bytes);
  expect(file.startsWith('%PDF-1.4')).toBe(true);
  expect(file).toMatch(/<pdfaid:part>1<\/pdfaid:part>\s*<pdfaid:conformance>B</);
  expect(file).toContain('/S /GTS_PDFA1');
  expect(file).toContain('/Lang (uk-UA)');
});

it('writes any title into the properties and the XMP packet so that both read the same', async () => {
  const title = 'Про «А & Б» <i>"1 > 0"</i> і сімʼю';
  const { bytes } = await printer.printAct(named(title));
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info, metadata } = await document.getMetadata();
  expect(info).toMatchObject({ Title: title, Author: title, Subject: title, Keywords: title, CreationDate: 'D:20210119120000Z' });
  expect(metadata.get('dc:title')).toBe(title);
  expect(metadata.get('pdf:keywords') ?? metadata.get('pdf:Keywords')).toBe(title);
  await document.destroy();
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
    for (const act of acts) one.push(digest((await printer.printAct(act)).bytes));
    const both = await Promise.all([...acts, ...acts].map(async (act) => digest((await printer.printAct(act)).bytes)));
    const other = testPrinter();
    const reversed: string[] = [];
    for (const act of [...acts].reverse()) reversed.unshift(digest((await other.printAct(act)).bytes));
    expect(both).toEqual([...one, ...one]);
    expect(reversed).toEqual(one);
    expect(new Set(one).size).toBe(acts.length);
  });

  it('whatever signs that share a glyph other documents met before', async () => {
    const act = view({ title: 'Про одне; друге' });
    const { bytes } = await printer.printAct(act);
    const fresh = freshPrinter();
    // A Greek question mark, two spaces and two signs of a fraction, each of which shares its glyph with another sign.
    await fresh.printAct(view({ title: 'Про\u037e \u202f\u2009 \u2215\u2044' }));
    expect(digest((await fresh.printAct(act)).bytes)).toBe(digest(bytes));
  });
});

it('reads nothing from a disk or a network for a document', async () => {
  const shelf = new FontShelf(faces);
  const print = async (extra: object): Promise<unknown> => {
    const resolver = new UrlResolverClass(shelf);
    resolver.setUrlAccessPolicy(() => false);
    const document = { content: [], defaultStyle: { font: 'Tinos' }, ...extra };
    return new PrinterClass({ Tinos: { normal: 'regular' } }, shelf, resolver, () => false).createPdfKitDocument(document);
  };
  await expect(print({ content: [{ image: '/etc/hostname' }] })).rejects.toThrow('denied');
  await expect(print({ images: { logo: 'http://127.0.0.1:9/' } })).rejects.toThrow('denied');
});

it('takes words that look like addresses or files for words', async () => {
  const { bytes } = await printer.printAct(
    view({ title: 'http://127.0.0.1/ file:///etc/passwd data:text/plain,1', points: [point('1.', '/etc/passwd {{x}} <b>')] }),
  );
  expect(latin1(bytes)).not.toMatch(/\/(?:URI|Launch|JavaScript|EmbeddedFile)\b/);
});

it('has no transparency and no more than one font file a face', async () => {
  const { bytes } = await printer.printAct(view({ annexes: [annex({ body: chapters(1) })] }));
  const file = latin1(bytes);
  expect(file).not.toMatch(/\/SMask (?!\/None)|\/ca 0|\/CA 0/);
  expect(file.match(/\/FontFile2/g)).toHaveLength(3);
});

it.skipIf(!hasQpdf())('passes the syntax check of qpdf', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'regesta-'));
  try {
    const { bytes } = await printer.printAct(view({ annexes: [annex({ body: chapters(2) })] }));
    await writeFile(join(folder, 'act.pdf'), bytes);
    expect(execFileSync('qpdf', ['--check', join(folder, 'act.pdf')]).toString()).toContain('No syntax or stream encoding errors');
  } finally {
    await rm(folder, { recursive: true });
  }
});

function hasQpdf(): boolean {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
