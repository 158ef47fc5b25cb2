import { describe, expect, it } from 'vitest';
import { type ReadOutcome, reading } from '../../pipeline/intake/reading.js';
import { sha256 } from '../../pipeline/model/digest.js';
import { KINDS, LIMITS } from './sample.js';
import { type ZipEntry, zipOf } from './zip-writer.js';

const DRAFT = JSON.stringify({ kind: 'decision', annexes: [{ n: 1, file: 'план робіт.xlsx' }] });
const draft: ZipEntry = { name: 'проєкт.json', bytes: DRAFT };
const annex: ZipEntry = { name: 'план робіт.xlsx', bytes: 'PK\u0003\u0004 таблиця' };

const readZip = (bytes: Buffer, limits = LIMITS) => reading(KINDS, limits).read({ name: 'пакет.zip', bytes });
const rulesOf = (outcome: ReadOutcome) => (outcome.readable ? outcome.flaws : outcome.findings).map(({ rule }) => rule).sort();

describe('reading a ZIP', () => {
  it('gives its draft and the files that annexes name; the source is the ZIP as received', async () => {
    const bytes = zipOf(annex, draft);
    const outcome = await readZip(bytes);
    if (!outcome.readable) throw new Error(JSON.stringify(outcome.findings));
    expect(outcome.flaws).toEqual([]);
    const file = Buffer.from('PK\u0003\u0004 таблиця');
    expect(outcome.draft.attachments).toEqual([{ name: 'план робіт.xlsx', bytes: file, sha256: sha256(file) }]);
    expect(outcome.draft.source).toMatchObject({ name: 'пакет.zip', format: 'json', sha256: sha256(bytes), bytes });
    expect(outcome.draft.source.position('/annexes/0/file')).toEqual({ line: 1, column: DRAFT.indexOf('"план') + 1 });
  });

  it('takes names as NFC, and names without a flag as UTF-8 or in code page 866', async () => {
    const cp866 = Buffer.from([0xaf, 0xab, 0xa0, 0xad, 0x2e, 0x74, 0x78, 0x74]);
    for (const [name, file, flags] of [
      ['й.txt'.normalize('NFD'), 'й.txt', 0x800],
      ['й.txt', 'й.txt'.normalize('NFD'), 0x800],
      ['план.txt', 'план.txt', 0],
      [cp866, 'план.txt', 0],
    ] as const) {
      const bytes = zipOf(
        { name: 'a.json', bytes: JSON.stringify({ kind: 'decision', annexes: [{ n: 1, file }] }) },
        { name, bytes: 'x', flags },
      );
      const outcome = await readZip(bytes);
      expect(rulesOf(outcome)).toEqual([]);
      expect(outcome.readable && outcome.draft.attachments.map((attachment) => attachment.name)).toEqual([file.normalize('NFC')]);
    }
  });

  it('reads an XML draft whose elements name the file', async () => {
    const xml = '<decision xmlns="urn:regesta:draft:1"><annexes><annex n="1" file="a.pdf"/></annexes></decision>';
    expect(rulesOf(await readZip(zipOf({ name: 'a.xml', bytes: xml, method: 0 }, { name: 'a.pdf', bytes: '%PDF' })))).toEqual([]);
  });

  const wrong: readonly (readonly [string, readonly ZipEntry[], readonly string[]])[] = [
    ['no draft', [annex], ['T-zip-draft']],
    ['two drafts', [draft, { name: 'b.xml', bytes: '<a/>' }, annex], ['T-zip-draft']],
    [
      'a draft in a folder',
      [
        { name: 'тека/', bytes: '', method: 0 },
        { ...draft, name: 'тека/a.json' },
      ],
      ['T-zip-folder', 'T-zip-folder'],
    ],
    ['an annex in a folder', [draft, { ...annex, name: `тека/${String(annex.name)}` }], ['T-zip-folder', 'T-zip-missing']],
    ['an absolute path', [draft, annex, { name: '/etc/passwd', bytes: 'x' }], ['T-zip-path']],
    ['a path upwards', [draft, annex, { name: '../a.txt', bytes: 'x' }], ['T-zip-path']],
    ['a path upwards by backslashes', [draft, annex, { name: '..\\a.txt', bytes: 'x' }], ['T-zip-path']],
    ['a drive letter', [draft, annex, { name: 'C:\\a.txt', bytes: 'x' }], ['T-zip-path']],
    ['a stream name', [draft, annex, { name: 'a.txt:b', bytes: 'x' }], ['T-zip-name']],
    ['a name with a control character', [draft, annex, { name: 'a\u0007.txt', bytes: 'x' }], ['T-zip-name']],
    ['a name past 180 bytes', [draft, annex, { name: `${'a'.repeat(200)}.txt`, bytes: 'x' }], ['T-zip-name']],
    ['a link', [draft, { ...annex, mode: 0o120777 }], ['T-zip-link']],
    ['a device', [draft, { ...annex, mode: 0o020666 }], ['T-zip-link']],
    ['encryption', [draft, { ...annex, flags: 0x801 }], ['T-zip-encrypted']],
    ['an unknown method', [draft, { ...annex, method: 14 }], ['T-zip-damaged']],
    ['a wrong checksum', [draft, { ...annex, crc: 1 }], ['T-zip-damaged']],
    ['a wrong size', [draft, { ...annex, size: 5 }], ['T-zip-damaged']],
    ['an archive by name', [draft, annex, { name: 'a.RAR', bytes: 'x' }], ['T-zip-nested']],
    ['an archive by content', [draft, annex, { name: 'a.bin', bytes: zipOf(draft) }], ['T-zip-nested']],
    ['two files of one name', [draft, annex, annex], ['T-zip-duplicate']],
    ['a file that no annex names', [draft, annex, { name: 'зайве.txt', bytes: 'x' }], ['T-zip-extra']],
    ['no file that an annex names', [draft], ['T-zip-missing']],
    ['a file packed suspiciously well', [draft, annex, { name: 'a.txt', bytes: Buffer.alloc(1_000_000) }], ['T-zip-limits']],
  ];
  for (const [what, entries, rules] of wrong) {
    it(`refuses ${what}`, async () => {
      const outcome = await readZip(zipOf(...entries));
      expect(rulesOf(outcome)).toEqual(rules);
      expect(outcome.readable || !outcome.broken).toBe(true);
      for (const { message, expected, hint, file } of outcome.readable ? outcome.flaws : outcome.findings) {
        expect([message, expected, hint].every(Boolean)).toBe(true);
        expect(message).not.toMatch(/[\u0000-\u001F]/);
        expect(file).toBe('пакет.zip');
      }
    });
  }

  it('refuses more entries or bytes than the limits, before it unpacks any', async () => {
    const many = zipOf(draft, ...Array.from({ length: 20 }, (_, index) => ({ name: `${index}.txt`, bytes: 'x' })));
    expect(rulesOf(await readZip(many, { ...LIMITS, zipEntries: 10 }))).toEqual(['T-zip-limits']);
    const large = zipOf(draft, { ...annex, bytes: Buffer.alloc(5000, 'aбв'), method: 0 });
    expect(rulesOf(await readZip(large, { ...LIMITS, zipBytes: 4000 }))).toEqual(['T-zip-limits']);
  });

  it('tells the flaws of the draft and of the ZIP at once', async () => {
    const outcome = await readZip(
      zipOf({ name: 'a.json', bytes: '{"kind":"decision","title":5}' }, { name: 'x.txt', bytes: 'x' }, { name: 'y.rar', bytes: 'y' }),
    );
    expect(rulesOf(outcome)).toEqual(['T-type', 'T-zip-extra', 'T-zip-nested']);
    expect(rulesOf(await readZip(zipOf({ name: 'a.json', bytes: '{' }, { name: 'y.rar', bytes: 'y' })))).toEqual([
      'T-broken-off',
      'T-zip-nested',
    ]);
  });

  it('is broken off wherever it is cut, and damaged, not broken off, where its directory is wrong', async () => {
    const bytes = zipOf(draft, annex);
    for (let end = 0; end < bytes.length; end += 7) {
      expect(await readZip(bytes.subarray(0, end)), `cut at ${end}`).toMatchObject({ readable: false, broken: true });
    }
    const damaged = Buffer.from(bytes);
    damaged.writeUInt32LE(bytes.length + 1000, bytes.length - 6);
    expect(await readZip(damaged)).toMatchObject({ readable: false, broken: false, findings: [{ rule: 'T-zip-damaged' }] });
    expect(await readZip(Buffer.from('%PDF-1.4 not a ZIP at all'))).toMatchObject({ broken: false, findings: [{ rule: 'T-zip-damaged' }] });
  });

  it('never takes an archive with one byte altered for sound and other than it was', async () => {
    const bytes = zipOf(draft, annex);
    let refusals = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 0xff;
      const outcome = await readZip(altered);
      if (rulesOf(outcome).length > 0) refusals += 1;
      else if (outcome.readable) expect(outcome.draft.attachments.map(({ bytes: content }) => content)).toEqual([Buffer.from(annex.bytes)]);
    }
    expect(refusals).toBeGreaterThan(bytes.length / 2);
  });
});
