import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Fault } from '../../pipeline/model/fault.js';
import { decodeStream } from '../../pipeline/pdf/filters.js';
import { IncrementalUpdate } from '../../pipeline/pdf/incremental-update.js';
import {
  dict,
  isDict,
  isSame,
  isStream,
  isString,
  name,
  type PdfObject,
  ref,
  stream,
  textOf,
  textString,
} from '../../pipeline/pdf/objects.js';
import { PdfParser } from '../../pipeline/pdf/parser.js';
import { PdfFile } from '../../pipeline/pdf/pdf-file.js';
import { PdfSink } from '../../pipeline/pdf/serialize.js';
import { verifyPdf } from '../../pipeline/signing/signing.js';
import { type DemoOffice, demoOffice } from './demo-office.js';
import { withHybridXref, withXrefStream } from './rewritten-pdf.js';
import { samplePdf } from './sample-pdf.js';
import { update } from './tampering.js';

let office: DemoOffice;
let classic: Buffer;
beforeAll(async () => {
  office = await demoOffice();
  classic = await samplePdf();
});

const parse = (text: string): PdfObject => new PdfParser(Buffer.from(text, 'latin1')).object();
const written = (object: PdfObject): string => {
  const sink = new PdfSink(Buffer.alloc(0));
  sink.write(object);
  return sink.bytes().toString('latin1');
};
const fault = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return 'none';
};

describe('objects', () => {
  it('are read as ISO 32000-1 writes them', () => {
    const read = parse('<< /A#20B [1 -2.5 +.5 4. true null 12 0 R] % said\n /S (a\\(b\\)\\051\\n(c)\\\r\nd) /H <4 14> /D<</N/X>> >>');
    expect(isDict(read) && [...read.keys()]).toEqual(['A B', 'S', 'H', 'D']);
    expect(isSame(isDict(read) ? read.get('A B') : null, [1, -2.5, 0.5, 4, true, null, ref(12)])).toBe(true);
    const [said, hex] = isDict(read) ? [read.get('S'), read.get('H')] : [];
    expect(isString(said) && said.bytes.toString()).toBe('a(b))\n(c)d');
    expect(isString(hex) && hex.bytes.toString('hex')).toBe('4140');
  });

  it('are written so that they read the same', () => {
    const objects: PdfObject[] = [
      dict({ 'A B#': name('x/y ї'), N: [0.0000001, -12.75, 3, null, false], S: textString('Їжак & (об’єкт)'), R: ref(7, 2) }),
      [name('')],
      595.28,
    ];
    for (const object of objects) {
      const once = parse(written(object));
      expect(isSame(parse(written(once)), once)).toBe(true);
    }
    expect(written(0.0000001)).toBe('0.0000001');
    expect(textOf(textString('Їжак'))).toBe('Їжак');
  });

  it('that are broken are faults, not guesses', () => {
    for (const text of [
      '<< /A 1 /A 2 >>',
      '<< 1 2 >>',
      '(never closed',
      '<4142',
      '[1 2',
      '--5',
      '<4x>',
      '['.repeat(500),
      '<</L 5>>stream\nab endstream',
      '<</Length 99>>stream\nab endstream',
    ]) {
      expect(
        fault(() => parse(text)),
        text,
      ).toBe('pdf-unreadable');
    }
  });
});

describe('a file', () => {
  const layouts = { 'a table': (bytes: Buffer) => bytes, 'a cross-reference stream': withXrefStream, 'both (hybrid)': withHybridXref };
  for (const [what, layOut] of Object.entries(layouts)) {
    it(`with ${what} is read, and updated in its own way with the old bytes as prefix`, () => {
      const bytes = layOut(classic);
      const file = new PdfFile(bytes);
      expect([...file.pages()].length).toBe(2);
      const before = new PdfFile(classic);
      for (let number = 1; number < before.size; number++)
        expect(isSame(before.resolve(ref(number)), file.resolve(ref(number))), `object ${number}`).toBe(true);
      const longer = update(bytes, (_, to) => to.add(textString('нове')));
      expect(longer.subarray(0, bytes.length).equals(bytes)).toBe(true);
      expect(new PdfFile(longer).xref.sections[0].form).toBe(file.xref.sections[0].form);
      const added = new PdfFile(longer).resolve(ref(file.size));
      expect(isString(added) && textOf(added)).toBe('нове');
    });

    it(`with ${what} is signed twice and verifies`, async () => {
      const { signed } = await office.sign(layOut(classic));
      const { problems, signatures } = verifyPdf(signed.bytes, { file: 'act.pdf', trust: [office.root] });
      expect(problems).toEqual([]);
      expect(signatures.map(({ laterChanges, trusted }) => [laterChanges, trusted])).toEqual([
        ['allowed', true],
        ['none', true],
      ]);
    });
  }

  it('keeps the first half of its /ID and changes the second', () => {
    const half = (bytes: Buffer, i: number): PdfObject => (new PdfFile(bytes).trailer.get('ID') as readonly PdfObject[])[i] ?? null;
    const longer = update(classic, (_, to) => to.add(1));
    expect(isSame(half(longer, 0), half(classic, 0))).toBe(true);
    expect(isSame(half(longer, 1), half(classic, 1))).toBe(false);
  });

  it('is refused by the verifier when an update replaces the object stream that its pages lie in', async () => {
    const { signed } = await office.sign(withXrefStream(classic));
    const file = new PdfFile(signed.bytes);
    const page = file.entry(file.page(0).ref.number);
    const { container } = page as { readonly container: number };
    const old = file.resolve(ref(container));
    if (!isStream(old)) throw new Error('no object stream');
    const changed = Buffer.from(decodeStream(old).toString('latin1').replaceAll('/MediaBox', '/MediaBux'), 'latin1');
    const attacked = update(signed.bytes, (_, to) => to.put(ref(container), stream(old.dict, deflateSync(changed))));
    expect(verifyPdf(attacked, { file: 'act.pdf' }).problems.map(({ code }) => code)).toContain('later-changes');
  });
});

describe('hostile structure', () => {
  const document = (objects: readonly string[], trailer = ''): Buffer => {
    let body = '%PDF-1.4\n';
    const offsets = objects.map((object, i) => {
      const at = body.length;
      body += `${i + 1} 0 obj\n${object}\nendobj\n`;
      return at;
    });
    const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
    return Buffer.from(
      `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`,
      'latin1',
    );
  };
  const sound = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>',
  ];

  it('is told from the sound one', () => expect(fault(() => new PdfFile(document(sound)).page(0))).toBe('none'));

  it('ends in a fault and not in a loop', () => {
    const table = document(sound).indexOf('xref\n0');
    expect(fault(() => new PdfFile(document(sound, `/Prev ${table}`)))).toBe('pdf-unreadable');
    expect(fault(() => new PdfFile(document(sound, '/Prev 99999999')))).toBe('pdf-unreadable');
    expect(fault(() => new PdfFile(document(['2 0 R', '1 0 R'])).catalog)).toBe('pdf-unreadable');
    expect(fault(() => [...new PdfFile(document([sound[0] ?? '', '<</Type /Pages /Kids [2 0 R]>>'])).pages()])).toBe('pdf-unreadable');
    expect(fault(() => new PdfFile(document([...sound, '<</Length 4 0 R>>stream\nx\nendstream'])).resolve(ref(4)))).toBe('pdf-unreadable');
    expect(fault(() => new PdfFile(document(sound, '/Encrypt 3 0 R')))).toBe('pdf-unreadable');
    const fields = ['<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R]>>>>', ...sound.slice(1), '<</T (a) /Kids [4 0 R]>>'];
    expect(verifyPdf(document(fields), { file: 'x' }).problems.map(({ code }) => code)).toEqual(['pdf-unreadable']);
  });

  it('does not fill the memory', () => {
    const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(fault(() => decodeStream(stream(dict({ Filter: name('FlateDecode') }), bomb)))).toBe('pdf-unreadable');
  });

  it('does not make an update out of a broken file', () => {
    expect(fault(() => new IncrementalUpdate(new PdfFile(Buffer.from('%PDF-1.4'))))).toBe('pdf-unreadable');
  });
});

describe('predictors', () => {
  it('undo each filter of PNG', () => {
    const rows = Buffer.from([0, 1, 2, 3, 1, 1, 2, 3, 2, 1, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5]);
    const decoded = decodeStream(
      stream(dict({ Filter: [name('FlateDecode')], DecodeParms: [dict({ Predictor: 15, Columns: 3 })] }), deflateSync(rows)),
    );
    // Worked out by hand from PNG 9.2: none, sub, up, average, Paeth.
    expect([...decoded]).toEqual([1, 2, 3, 1, 3, 6, 2, 5, 9, 5, 9, 13, 10, 15, 20]);
  });
});
