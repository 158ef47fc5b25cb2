import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Measured, measure } from '../../pipeline/originals/measure.js';
import { readFixture } from '../fixtures/fixture-files.js';
import { line, pdfOf } from './hand-made.js';

async function measured(bytes: Buffer): Promise<Exclude<Measured['outcome'], string>> {
  const { outcome } = await measure(bytes);
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}

async function paperOf(path: string): Promise<Buffer> {
  const { draft } = await readFixture({ name: 'drop.zip', bytes: readFileSync(path) });
  const paper = draft.attachments.find(({ name }) => name === draft.content.original?.file);
  if (paper === undefined) throw new Error(`${path} has no paper`);
  return paper.bytes;
}

const TWO = { content: line('1.1. The text') };

describe('pages of a PDF', () => {
  it.each(['samples/15-orenda-prymishchennia', 'samples/17-posluhy-zviazku', 'kinds/contract/strakhuvannia-avtobusiv'])(
    'of %s are A4, numbered, black, with all their words',
    async (name) => {
      const found = await measured(await paperOf(`fixtures/${name}.zip`));
      expect(found.sheets.map(({ widthMm, heightMm }) => [widthMm, heightMm])).toEqual([
        [210, 297],
        [210, 297],
      ]);
      expect({ ...found, sheets: [], text: '' }).toEqual({
        sheets: [],
        unnumbered: [],
        coloured: [],
        corrections: [],
        scanned: [],
        text: '',
      });
      expect(found.text).toMatch(/ДОГОВІР/);
      expect(found.text).toMatch(/IBAN UA\d{27}/);
      expect(found.text).not.toMatch(/^\d$/m);
    },
  );

  it('are measured as they are shown: turned, in larger units, cut', async () => {
    const { sheets } = await measured(
      pdfOf([
        { content: line('a'), more: '/Rotate 90' },
        { box: [0, 0, 297.64, 420.945], content: line('a', 10, 10), more: '/UserUnit 2' },
        { box: [0, 0, 700, 900], content: line('a'), more: '/CropBox [50 20 645.28 861.89]' },
      ]),
    );
    expect(sheets.map(({ widthMm, heightMm }) => [widthMm, heightMm])).toEqual([
      [297, 210],
      [210, 297],
      [210, 297],
    ]);
  });

  it.each([
    ['2', true],
    ['- 2 -', true],
    ['2/7', true],
    ['3', false],
    ['II', false],
    ['of 2021', false],
  ])('have a number in the margin: %s', async (text, isNumber) => {
    for (const y of [810, 30]) {
      const { unnumbered } = await measured(pdfOf([TWO, { content: line('The text goes on') + line(text, 300, y) }]));
      expect(unnumbered).toEqual(isNumber ? [] : [2]);
    }
  });

  it('have no number in the middle of the text, and the first wants none', async () => {
    expect((await measured(pdfOf([TWO, { content: `${line('2', 100, 400)}${line('The text')}` }]))).unnumbered).toEqual([2]);
    expect((await measured(pdfOf([TWO]))).unnumbered).toEqual([]);
  });

  it('that show no words are scanned, whatever lies unseen on them', async () => {
    const picture = 'q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u0000 EI Q\n';
    const unseen = [line('unseen', 100, 700, '3 Tr'), line('unseen', 100, 2000)];
    for (const content of [picture, `${picture}${unseen[0]}`, `${picture}${unseen[1]}`, '']) {
      const found = await measured(pdfOf([TWO, { content }]));
      expect(found).toMatchObject({ scanned: [2], unnumbered: [], text: '1.1. The text' });
    }
  });
});

describe('colours in a PDF', () => {
  it.each([
    ['1 0 0 rg', '#ff0000'],
    ['0 0 0.5 rg', '#000080'],
    ['0 1 1 0 k', null],
    ['1 g', '#ffffff'],
    ['/G2 gs', '#808080'],
    ['/G1 gs', '#ffffff'],
    ['/DeviceRGB cs 0 1 0 sc', '#00ff00'],
    ['1 Tr 1 0 0 RG', '#ff0000'],
  ])('are those of the letters: %s', async (before, colour) => {
    const { coloured } = await measured(pdfOf([{ content: line('black') + line('other words', 100, 600, before) }]));
    expect(coloured).toEqual([{ sheet: 1, colour: colour ?? expect.stringMatching(/^#(?!000000)[0-9a-f]{6}$/), text: 'other words' }]);
  });

  it('of what is no text, and of strokes around filled letters, are not asked', async () => {
    const { coloured } = await measured(pdfOf([{ content: `1 0 0 rg 0 0 600 100 re f 0 g 1 0 0 RG ${line('black')}` }]));
    expect(coloured).toEqual([]);
  });
});

describe('notes in a PDF', () => {
  const note = (type: string, more = ''): string =>
    `<< /Type /Annot /Subtype /${type} /Rect [10 10 50 50] /F 4 /Contents (look) ${more} >>`;

  it.each(['StrikeOut', 'Highlight', 'Squiggly', 'Caret', 'Text', 'FreeText', 'Ink', 'Redact', 'Stamp', 'Line'])(
    'that correct are told: %s',
    async (type) => {
      const quads = '/QuadPoints [10 50 50 50 10 10 50 10] /InkList [[10 10 20 20]] /L [1 1 2 2] /DA (/F1 9 Tf)';
      const { corrections } = await measured(pdfOf([{ content: line('text'), more: '/Annots [100 0 R]' }], [note(type, quads)]));
      expect(corrections).toEqual([{ sheet: 1, what: type === 'StrikeOut' ? 'strikeout' : 'annotation', text: 'look' }]);
    },
  );

  it.each([
    ['Link', ''],
    ['Popup', ''],
    ['Widget', '/FT /Sig /T (s)'],
  ])('that correct nothing are not: %s', async (type, more) => {
    const { corrections } = await measured(pdfOf([{ content: line('text'), more: '/Annots [100 0 R]' }], [note(type, more)]));
    expect(corrections).toEqual([]);
  });
});

describe('words of a PDF', () => {
  it('are lines, in the order in which they were written, with spaces where there are jumps', async () => {
    const content = 'BT /F1 12 Tf 100 700 Td [(125) -600 (000,00)] TJ 0 -14 Td (grn) Tj T* ET\n';
    const cells = `${line('Left', 100, 600)}${line('below', 100, 586)}${line('Right', 300, 600)}`;
    expect((await measured(pdfOf([{ content: content + cells }]))).text).toBe('125 000,00\ngrn\nLeft\nbelow\nRight');
  });
});

describe('a PDF made to harm', () => {
  it.each([
    ['cut off', pdfOf([TWO]).subarray(0, 300)],
    ['without pages', Buffer.from('%PDF-1.7\n%%EOF')],
  ])('is broken: %s', async (_what, bytes) => {
    expect(await measure(bytes)).toEqual({ format: 'pdf', outcome: 'broken' });
  });

  it('is excessive with more pages or more text than any contract', async () => {
    const pages = Array.from({ length: 1001 }, () => ({ content: '' }));
    expect(await measure(pdfOf(pages))).toEqual({ format: 'pdf', outcome: 'excessive' });
    const bytes = deflateSync(Buffer.concat([Buffer.from('BT /F1 1 Tf '), Buffer.alloc(5_000_000, `(${'a'.repeat(990)}) Tj `)]));
    const heavy = { content: { filter: '/Filter /FlateDecode', bytes } };
    expect(await measure(pdfOf([heavy, heavy]))).toEqual({ format: 'pdf', outcome: 'excessive' });
  });

  it('may hold itself: forms that run in a loop end', async () => {
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 100 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream';
    const page = { content: `${line('text')} /X Do`, more: '' };
    const { outcome } = await measure(pdfOf([{ ...page, more: '/Group << /S /Transparency >>' }], [form]));
    expect(outcome).toMatchObject({ text: 'text' });
  });
});

it('is of no known format otherwise', async () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('договір'),
    Buffer.from('{\\rtf1 dohovir}'),
    Buffer.alloc(3000, '%PDF-'.padStart(1500)),
  ])
    expect(await measure(bytes)).toEqual({ format: null, outcome: 'unknown-format' });
});
