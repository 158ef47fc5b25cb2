import { isUtf8 } from 'node:buffer';
import { extname } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { sha256 } from '../model/digest.js';
import type { Attachment } from '../model/drop.js';
import type { IntakeLimits } from '../model/office.js';
import type { NonEmpty } from '../model/outcome.js';
import { type Flaw, type Unreadable, unreadable } from './raw.js';
import { zipFlaws } from './zip-flaws.js';
import { endRecordAt, isLaidOutPlainly } from './zip-layout.js';

interface ZipDraft {
  readonly format: 'json' | 'xml';
  readonly bytes: Buffer;
}

interface Readable {
  readonly readable: true;
  /** Sound entries other than the draft; names NFC. */
  readonly attachments: readonly Attachment[];
  /** Names of entries that a flaw keeps out. */
  readonly refusedNames: ReadonlySet<string>;
}

/** What a ZIP holds: its draft, or the flaws for which none can be told. */
export type ZipContent = Readable & { readonly draft: ZipDraft; readonly flaws: readonly Flaw[] };
export type ZipReading = ZipContent | (Readable & { readonly draft: null; readonly flaws: NonEmpty<Flaw> }) | Unreadable;

/**
 * Reads a dropped ZIP: exactly one `.xml` or `.json` at its top and files beside it. Folders, paths, links, encryption, archives in the archive
 * and anything past the limits are flaws; sizes and checksums are verified. One that has no directory at its end yet is broken off.
 */
export async function readZip(bytes: Buffer, limits: IntakeLimits): Promise<ZipReading> {
  if (bytes.length === 0) return zipFlaws.brokenOff('Файл порожній');
  const start = bytes.toString('latin1', 0, 4);
  if (!ZIP_STARTS.some((sign) => sign.startsWith(start))) return zipFlaws.notZip();
  if (!mayHaveDirectory(bytes)) return zipFlaws.brokenOff('Архів обривається: немає його змісту');
  const listing = await listed(bytes, limits);
  if (!listing.ok) return unreadable(listing.flaw);
  const flaws: Flaw[] = [];
  const refusedNames = new Set<string>();
  const files: Attachment[] = [];
  for (const { entry, name } of listing.entries) {
    const found = await contentOf(listing.zip, entry, name, limits);
    if (found.ok) files.push({ name, bytes: found.bytes, sha256: sha256(found.bytes) });
    else {
      flaws.push(found.flaw);
      refusedNames.add(name);
    }
  }
  for (const name of repeated(listing.entries.map((entry) => entry.name))) {
    flaws.push(zipFlaws.repeatedName(name));
  }
  const drafts = files.filter(({ name }) => formatOf(name) !== undefined);
  const attachments = files.filter(({ name }) => formatOf(name) === undefined);
  const [draft, second] = drafts;
  const format = draft && formatOf(draft.name);
  if (draft === undefined || second !== undefined || format === undefined) {
    const refusedDraft = drafts.length === 0 && [...refusedNames].some((name) => formatOf(name) !== undefined);
    const [first, ...others] = refusedDraft ? flaws : [zipFlaws.draftCount(drafts.map(({ name }) => name)), ...flaws];
    return { readable: true, draft: null, attachments, refusedNames, flaws: [first ?? zipFlaws.draftCount([]), ...others] };
  }
  return { readable: true, draft: { format, bytes: draft.bytes }, attachments, refusedNames, flaws };
}

type Listing =
  | { readonly ok: true; readonly zip: ZipFile; readonly entries: readonly { readonly entry: Entry; readonly name: string }[] }
  | { readonly ok: false; readonly flaw: Omit<Flaw, 'pointer'> };

async function listed(bytes: Buffer, limits: IntakeLimits): Promise<Listing> {
  const entries: { entry: Entry; name: string }[] = [];
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: true });
    if (zip.entryCount > limits.zipEntries) return { ok: false, flaw: zipFlaws.tooManyEntries(zip.entryCount, limits.zipEntries) };
    for await (const entry of zip.eachEntry()) entries.push({ entry, name: nameOf(entry) });
    const total = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
    if (total > limits.zipBytes) return { ok: false, flaw: zipFlaws.tooManyBytes(limits.zipBytes) };
    if (
      !isLaidOutPlainly(
        bytes,
        entries.map(({ entry }) => entry),
      )
    )
      return { ok: false, flaw: zipFlaws.layout() };
    return { ok: true, zip, entries };
  } catch (error) {
    if (isProgrammingError(error)) throw error;
    return { ok: false, flaw: zipFlaws.damaged() };
  }
}

/** yauzl reports a damaged archive by a plain `Error`; its subclasses are faults of the program. */
function isProgrammingError(error: unknown): boolean {
  return !(error instanceof Error) || error instanceof TypeError || error instanceof ReferenceError;
}

/**
 * An entry's name, NFC: UTF-8 where its flag, its Unicode field or its bytes say so, else code page 866, which Windows uses for Ukrainian names in
 * a ZIP. A name read wrongly is harmless: it must equal one that the draft gives.
 */
function nameOf(entry: Entry): string {
  const lowLevel = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  const isMarked = (entry.generalPurposeBitFlag & 0x800) !== 0 || entry.extraFields.some(({ id }) => id === UNICODE_PATH);
  if (isMarked) return lowLevel.normalize('NFC');
  const raw = entry.fileNameRaw;
  return (isUtf8(raw) ? raw.toString('utf8') : new TextDecoder('ibm866').decode(raw)).normalize('NFC');
}

type Content = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly flaw: Flaw };

async function contentOf(zip: ZipFile, entry: Entry, name: string, limits: IntakeLimits): Promise<Content> {
  const flaw = entryFlaw(entry, name, limits);
  if (flaw !== null) return { ok: false, flaw };
  const bytes = await inflated(zip, entry);
  if (bytes === null || crc32(bytes) !== entry.crc32) return { ok: false, flaw: zipFlaws.damagedEntry(name) };
  if (isArchive(name, bytes)) return { ok: false, flaw: zipFlaws.nested(name) };
  return { ok: true, bytes };
}

function entryFlaw(entry: Entry, name: string, limits: IntakeLimits): Flaw | null {
  const isUnix = entry.versionMadeBy >> 8 === UNIX;
  const unixType = (entry.externalFileAttributes >>> 16) & 0xf000;
  if (isUnix && unixType === UNIX_LINK) return zipFlaws.link(name);
  if (/^(?:[A-Za-z]:)?[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(name)) return zipFlaws.path(name);
  if (/[\\/]/.test(name)) return zipFlaws.folder(name);
  if (name === '' || name === '.' || /[<>:"|?*\uFFFD]|[. ]$|\p{C}|[\u2028\u2029]/u.test(name) || Buffer.byteLength(name) > LONGEST_NAME)
    return zipFlaws.name(name);
  if (isUnix && unixType !== 0 && unixType !== UNIX_FILE) return zipFlaws.link(name);
  if (entry.isEncrypted()) return zipFlaws.encrypted(name);
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return zipFlaws.method(name);
  if (entry.uncompressedSize > Math.max(entry.compressedSize, 1) * limits.zipRatio) return zipFlaws.ratio(name, limits.zipRatio);
  return ARCHIVES.has(extname(name).toLowerCase()) ? zipFlaws.nested(name) : null;
}

/** The bytes of an entry, never more than it declares; null if they cannot be had. */
async function inflated(zip: ZipFile, entry: Entry): Promise<Buffer | null> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    if (isProgrammingError(error)) throw error;
    return null;
  }
}

function isArchive(name: string, bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 8);
  if (ARCHIVE_STARTS.some((sign) => start.startsWith(sign))) return true;
  if (bytes.toString('latin1', 257, 262) === 'ustar') return true;
  // A self-extracting archive begins with a program: only its end tells.
  const isWholeZip = endRecordAt(bytes) >= 0;
  if (ZIP_BASED.has(extname(name).toLowerCase())) return isWholeZip && !ZIP_DOCUMENT_PARTS.some((part) => bytes.includes(part));
  return isWholeZip || ZIP_STARTS.some((sign) => start.startsWith(sign));
}

function formatOf(name: string): 'json' | 'xml' | undefined {
  const extension = extname(name).toLowerCase();
  return extension === '.json' ? 'json' : extension === '.xml' ? 'xml' : undefined;
}

function repeated(names: readonly string[]): Set<string> {
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

/** An end-of-directory record, whole, near the end of the file: what lies after it is judged by the layout. */
function mayHaveDirectory(bytes: Buffer): boolean {
  const earliest = Math.max(0, bytes.length - END_RECORD - LONGEST_COMMENT);
  for (let at = bytes.length - END_RECORD; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at + END_RECORD + bytes.readUInt16LE(at + 20) <= bytes.length;
  }
  return false;
}

/** Of a first entry, and of an archive without entries. */
const ZIP_STARTS = ['PK\u0003\u0004', 'PK\u0005\u0006'];
const END_SIGNATURE = 0x06054b50;
const END_RECORD = 22;
const LONGEST_COMMENT = 0xffff;
const UNIX = 3;
const UNIX_LINK = 0xa000;
const UNIX_FILE = 0x8000;
const STORED = 0;
const DEFLATED = 8;
const UNICODE_PATH = 0x7075;
/** Bytes; leaves room for the number that the archive puts before the name. */
const LONGEST_NAME = 180;
const ARCHIVES: ReadonlySet<string> = new Set([
  '.zip',
  '.rar',
  '.7z',
  '.tar',
  '.gz',
  '.tgz',
  '.bz2',
  '.xz',
  '.zst',
  '.arj',
  '.cab',
  '.lzh',
]);
/** Of RAR, 7z, gzip, bzip2, xz, zstd, cab, compress. */
const ARCHIVE_STARTS = ['Rar!', "7z\u00BC\u00AF'", '\u001F\u008B', 'BZh', '\u00FD7zXZ', '(\u00B5/\u00FD', 'MSCF', '\u001F\u009D'];
/** One of these is in every document that is a ZIP inside: OOXML, then ODF, EPUB and ASiC, then KMZ. */
const ZIP_DOCUMENT_PARTS = ['[Content_Types].xml', 'mimetype', 'doc.kml'];
/** Formats of documents that are ZIP files inside. */
const ZIP_BASED: ReadonlySet<string> = new Set([
  '.docx',
  '.xlsx',
  '.pptx',
  '.dotx',
  '.xltx',
  '.odt',
  '.ods',
  '.odp',
  '.odg',
  '.epub',
  '.vsdx',
  '.kmz',
  '.asice',
  '.asics',
]);
