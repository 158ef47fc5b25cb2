import { deflateRawSync } from 'node:zlib';
import { draftWithFile, type Made, type Makers, soundDraft } from './made.js';
import { type RawEnd, type RawEntry, rawZip, unicodeName, zip64Sizes } from './raw-zip.js';

const FILE = 'план.txt';
const CP866 = Buffer.from([0xaf, 0xab, 0xa0, 0xad, 0x2e, 0x74, 0x78, 0x74]);
const CP1251 = Buffer.from([0xef, 0xeb, 0xe0, 0xed, 0x2e, 0x74, 0x78, 0x74]);
const zipFile = (id: string, bytes: Buffer): Made => ({ name: `${id}.zip`, bytes });

const annex: RawEntry = { name: FILE, bytes: 'План робіт' };
const draft = (id: string, file = FILE): RawEntry => ({ name: 'проєкт.json', bytes: JSON.stringify(draftWithFile(id, file)) });

/** A sound ZIP with more in it. */
const withMore = (id: string, ...more: readonly RawEntry[]) => zipFile(id, rawZip([draft(id), annex, ...more]));
/** A sound ZIP whose annex is otherwise. */
const withAnnex = (id: string, change: Partial<RawEntry>, file = FILE) => zipFile(id, rawZip([draft(id, file), { ...annex, ...change }]));
const withEnd = (id: string, end: RawEnd) => zipFile(id, rawZip([draft(id), annex], end));
const nested = (id: string, name: string, bytes: Buffer | string) => withMore(id, { name, bytes, method: 0 });

const INNER = rawZip([{ name: 'a.txt', bytes: 'a' }]);
const tar = (): Buffer => {
  const bytes = Buffer.alloc(1024);
  bytes.write('ustar', 257, 'latin1');
  return bytes;
};

/** Local headers that quote the ones after them, so that all entries share one kernel of data (D. Fifield, «A better zip bomb»). */
function quoting(id: string): Buffer {
  const kernel = deflateRawSync(Buffer.alloc(100_000));
  const plain = rawZip([draft(id), { name: FILE, bytes: Buffer.alloc(100_000) }]);
  const at = plain.indexOf(Buffer.from('PK\u0003\u0004', 'latin1'), 4);
  const shared = Array.from({ length: 50 }, (_, index) => ({
    name: `${index}.bin`,
    bytes: Buffer.alloc(100_000),
    packed: kernel.length,
    at,
  }));
  return rawZip([draft(id), { name: FILE, bytes: Buffer.alloc(100_000) }, ...shared]);
}

export const zipMakers: Makers = {
  'zip-sound': () => withMore('zip-sound'),
  'zip-path-up': () => withMore('zip-path-up', { name: '../../sentinel/keep.txt', bytes: 'x' }),
  'zip-path-middle': () => withMore('zip-path-middle', { name: 'a/../../../sentinel/x.txt', bytes: 'x' }),
  'zip-path-absolute': () => withMore('zip-path-absolute', { name: '/tmp/regesta-hostile', bytes: 'x' }),
  'zip-path-backslash': () => withMore('zip-path-backslash', { name: '..\\..\\sentinel\\x.txt', bytes: 'x' }),
  'zip-path-drive': () => withMore('zip-path-drive', { name: 'C:\\Windows\\x.txt', bytes: 'x' }),
  'zip-path-unc': () => withMore('zip-path-unc', { name: '\\\\server\\share\\x.txt', bytes: 'x' }),
  'zip-path-dots': () => withMore('zip-path-dots', { name: '..', bytes: 'x' }),
  'zip-folder': () => withMore('zip-folder', { name: 'тека/', bytes: '', method: 0, mode: 0o040755 }, { name: 'тека/x.txt', bytes: 'x' }),
  'zip-folder-mac': () => withMore('zip-folder-mac', { name: `__MACOSX/._${FILE}`, bytes: 'x' }),
  'zip-folder-here': () => withMore('zip-folder-here', { name: './x.txt', bytes: 'x' }),
  'zip-name-empty': () => withMore('zip-name-empty', { name: '', bytes: 'x' }),
  'zip-name-dot': () => withMore('zip-name-dot', { name: '.', bytes: 'x' }),
  'zip-name-stream': () => withMore('zip-name-stream', { name: 'plan.txt:hidden', bytes: 'x' }),
  'zip-name-newline': () => withMore('zip-name-newline', { name: 'a\nb.txt', bytes: 'x' }),
  'zip-name-nul': () => withMore('zip-name-nul', { name: 'a.txt\u0000.exe', bytes: 'x' }),
  'zip-name-turned': () => withAnnex('zip-name-turned', { name: 'план\u202Etxt.exe' }, 'план\u202Etxt.exe'),
  'zip-name-long': () => withMore('zip-name-long', { name: `${'я'.repeat(200)}.txt`, bytes: 'x' }),
  'zip-name-last-dot': () => withMore('zip-name-last-dot', { name: 'план.', bytes: 'x' }),
  'zip-name-windows': () => withAnnex('zip-name-windows', { name: 'CON.txt' }, 'CON.txt'),
  'zip-name-signs': () => withAnnex('zip-name-signs', { name: '{#x}{{y}} &amp; %s $(x).txt' }, '{#x}{{y}} &amp; %s $(x).txt'),
  'zip-name-markup': () => withMore('zip-name-markup', { name: '<b>план.txt', bytes: 'x' }),
  'zip-name-cp866': () => withAnnex('zip-name-cp866', { name: CP866, flags: 0 }),
  'zip-name-utf8-unsaid': () => withAnnex('zip-name-utf8-unsaid', { flags: 0 }),
  'zip-name-utf8-field': () => withAnnex('zip-name-utf8-field', { name: CP866, flags: 0, extra: unicodeName(CP866, FILE) }),
  'zip-name-nfd': () => withAnnex('zip-name-nfd', { name: 'їй.txt'.normalize('NFD') }, 'їй.txt'),
  'zip-name-nfd-in-draft': () => withAnnex('zip-name-nfd-in-draft', { name: 'їй.txt' }, 'їй.txt'.normalize('NFD')),
  'zip-name-cp1251': () => withAnnex('zip-name-cp1251', { name: CP1251, flags: 0 }),
  'zip-name-garbage': () => withMore('zip-name-garbage', { name: Buffer.from([0xff, 0xfe, 0x80, 0x81]), bytes: 'x', flags: 0 }),
  'zip-name-no-utf8': () => withMore('zip-name-no-utf8', { name: Buffer.from([0xff, 0xfe, 0x80, 0x2e, 0x61]), bytes: 'x' }),
  'zip-path-in-draft': () => zipFile('zip-path-in-draft', rawZip([draft('zip-path-in-draft', '../../../../sentinel/keep.txt'), annex])),
  'zip-twins': () => withMore('zip-twins', annex),
  'zip-twins-nfd': () => withMore('zip-twins-nfd', { ...annex, name: 'й.txt' }, { ...annex, name: 'й.txt'.normalize('NFD') }),
  'zip-twins-case': () => withMore('zip-twins-case', { ...annex, name: 'ПЛАН.TXT' }),
  'zip-twin-drafts': () => zipFile('zip-twin-drafts', rawZip([draft('zip-twin-drafts'), draft('zip-twin-drafts-2'), annex])),
  'zip-two-drafts': () => withMore('zip-two-drafts', { name: 'b.xml', bytes: '<a/>' }),
  'zip-no-draft': () => zipFile('zip-no-draft', rawZip([annex])),
  'zip-nothing': () => zipFile('zip-nothing', rawZip([])),
  'zip-bomb-ratio': () => withMore('zip-bomb-ratio', { name: 'a.txt', bytes: Buffer.alloc(20_000_000) }),
  'zip-bomb-size': () =>
    withMore(
      'zip-bomb-size',
      ...Array.from({ length: 4 }, (_, n) => ({ name: `${n}.txt`, bytes: 'x', size: 100_000_000, packed: 1_000_000 })),
    ),
  'zip-bomb-entries': () => withMore('zip-bomb-entries', ...Array.from({ length: 1000 }, (_, n) => ({ name: `${n}.txt`, bytes: 'x' }))),
  'zip-bomb-overlap': () =>
    withMore('zip-bomb-overlap', ...Array.from({ length: 100 }, (_, n) => ({ name: `${n}.txt`, bytes: 'x'.repeat(1000), at: 0 }))),
  'zip-bomb-quoting': () => zipFile('zip-bomb-quoting', quoting('zip-bomb-quoting')),
  'zip-bomb-liar': () => withAnnex('zip-bomb-liar', { bytes: Buffer.alloc(1_000_000, 'а'), size: 10 }),
  'zip-itself': () => nested('zip-itself', 'r.zip', rawZip([{ name: 'r.zip', bytes: INNER }])),
  'zip-nested-content': () => nested('zip-nested-content', 'дані.bin', INNER),
  'zip-nested-document': () => nested('zip-nested-document', 'план.docx', INNER),
  'zip-nested-program': () => nested('zip-nested-program', 'план.exe', Buffer.concat([Buffer.from('MZ program'), INNER])),
  'zip-nested-rar': () => nested('zip-nested-rar', 'план.dat', 'Rar!\u001A\u0007'),
  'zip-nested-7z': () => nested('zip-nested-7z', 'план.dat', Buffer.from('377abcaf271c', 'hex')),
  'zip-nested-gz': () => nested('zip-nested-gz', 'план.dat', Buffer.from('1f8b0800', 'hex')),
  'zip-nested-bz2': () => nested('zip-nested-bz2', 'план.dat', 'BZh91AY'),
  'zip-nested-xz': () => nested('zip-nested-xz', 'план.dat', Buffer.from('fd377a585a00', 'hex')),
  'zip-nested-zst': () => nested('zip-nested-zst', 'план.dat', Buffer.from('28b52ffd00', 'hex')),
  'zip-nested-tar': () => nested('zip-nested-tar', 'план.dat', tar()),
  'zip-link': () => withAnnex('zip-link', { bytes: '/etc/passwd', mode: 0o120777 }),
  'zip-device': () => withAnnex('zip-device', { mode: 0o020666 }),
  'zip-pipe': () => withAnnex('zip-pipe', { mode: 0o010666 }),
  'zip-encrypted': () => withAnnex('zip-encrypted', { flags: 0x801 }),
  'zip-encrypted-strongly': () => withAnnex('zip-encrypted-strongly', { flags: 0x841 }),
  'zip-method': () => withAnnex('zip-method', { method: 14 }),
  'zip-checksum': () => withAnnex('zip-checksum', { crc: 1 }),
  'zip-descriptor': () => withAnnex('zip-descriptor', { descriptor: 16 }),
  'zip-descriptor-unsigned': () => withAnnex('zip-descriptor-unsigned', { descriptor: 12 }),
  'zip-descriptor-64': () => withAnnex('zip-descriptor-64', { descriptor: 24 }),
  'zip-descriptor-lies': () => withAnnex('zip-descriptor-lies', { descriptor: 16, local: { crc: 5 } }),
  'zip-64-end': () => withEnd('zip-64-end', { zip64: true }),
  'zip-64-sizes': () => {
    const content = Buffer.from('План робіт');
    const wide = { method: 0, packed: 0xffffffff, size: 0xffffffff, extra: zip64Sizes(content.length, content.length) };
    return withAnnex('zip-64-sizes', { ...wide, bytes: content });
  },
  'zip-comment': () => withEnd('zip-comment', { comment: Buffer.from('Архів відділу освіти') }),
  'zip-second-end': () => {
    const other = rawZip([draft('zip-second-end-hidden'), annex]);
    return withEnd('zip-second-end', { comment: other });
  },
  'zip-junk-after': () => withEnd('zip-junk-after', { after: Buffer.from('зайве') }),
  'zip-junk-before': () =>
    zipFile('zip-junk-before', Buffer.concat([Buffer.from('MZ program'), rawZip([draft('zip-junk-before'), annex])])),
  'zip-junk-between': () => withAnnex('zip-junk-between', { gap: Buffer.from('зайве') }),
  'zip-hidden-entry': () => {
    const hidden = rawZip([{ name: 'hidden.json', bytes: JSON.stringify(soundDraft('zip-hidden')) }]);
    return withAnnex('zip-hidden-entry', { gap: hidden.subarray(0, hidden.indexOf('PK\u0001\u0002', 0, 'latin1')) });
  },
  'zip-local-name': () => withAnnex('zip-local-name', { local: { name: 'act.txt' } }),
  'zip-local-method': () => withAnnex('zip-local-method', { local: { method: 0 } }),
  'zip-local-size': () => withAnnex('zip-local-size', { local: { size: 5 } }),
  'zip-local-flags': () => withAnnex('zip-local-flags', { local: { flags: 0x801 } }),
  'zip-count-less': () => withEnd('zip-count-less', { entries: 1 }),
  'zip-count-more': () => withEnd('zip-count-more', { entries: 3 }),
  'zip-many-disks': () => withEnd('zip-many-disks', { disk: 2 }),
  'zip-cut': () => {
    const whole = rawZip([draft('zip-cut'), annex]);
    return zipFile('zip-cut', whole.subarray(0, whole.length - 30));
  },
  'zip-none': () => zipFile('zip-none', Buffer.from('%PDF-1.7 not a ZIP')),
  'zip-draft-flaws': () =>
    zipFile(
      'zip-draft-flaws',
      rawZip([
        { ...draft('x'), bytes: '{"kind":"decision","title":5}' },
        { name: 'a.rar', bytes: 'x' },
      ]),
    ),
};
