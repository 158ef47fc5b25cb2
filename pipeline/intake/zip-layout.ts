import type { Entry } from 'yauzl';

/** The part of a central directory's entry that its local header must repeat. */
export type ListedEntry = Pick<
  Entry,
  | 'fileNameRaw'
  | 'generalPurposeBitFlag'
  | 'compressionMethod'
  | 'crc32'
  | 'compressedSize'
  | 'uncompressedSize'
  | 'relativeOffsetOfLocalHeader'
  | 'fileNameLength'
  | 'extraFieldLength'
  | 'fileCommentLength'
>;

/** Offset of the end-of-directory record whose comment ends the file, -1 if there is none (APPNOTE 4.3.16). */
export function endRecordAt(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - END_RECORD - LONGEST_COMMENT);
  for (let at = bytes.length - END_RECORD; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === END && at + END_RECORD + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return -1;
}

/**
 * True for an archive in which every program must see the same: its entries lie one after another from the first byte on, each as the directory
 * says, then the directory, then its end; nothing overlaps and nothing lies between, before or after. Entries that share their bytes (a bomb), a
 * second directory, and a local header that names another file are so refused.
 */
export function isLaidOutPlainly(bytes: Buffer, entries: readonly ListedEntry[]): boolean {
  const end = endRecordAt(bytes);
  if (end < 0) return false;
  const directory = directoryOf(bytes, end);
  if (directory === null) return false;
  const size = entries.reduce(
    (sum, entry) => sum + DIRECTORY_ENTRY + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength,
    0,
  );
  if (directory.entries !== entries.length || directory.size !== size || directory.at + size !== directory.end) return false;
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  const starts = [...inOrder.map((entry) => entry.relativeOffsetOfLocalHeader), directory.at];
  return starts[0] === 0 && inOrder.every((entry, index) => fills(bytes, entry, starts[index + 1] ?? 0));
}

interface Directory {
  readonly at: number;
  readonly size: number;
  /** Offset after it: of the end record, or of the ZIP64 one before that. */
  readonly end: number;
  readonly entries: number;
}

function directoryOf(bytes: Buffer, end: number): Directory | null {
  const locator = end - ZIP64_LOCATOR;
  if (locator < 0 || bytes.readUInt32LE(locator) !== ZIP64_LOCATOR_SIGN) {
    return { at: bytes.readUInt32LE(end + 16), size: bytes.readUInt32LE(end + 12), end, entries: bytes.readUInt16LE(end + 10) };
  }
  const record = Number(bytes.readBigUInt64LE(locator + 8));
  if (record + ZIP64_END_RECORD !== locator || bytes.readUInt32LE(record) !== ZIP64_END) return null;
  const number = (at: number) => Number(bytes.readBigUInt64LE(record + at));
  return { at: number(48), size: number(40), end: record, entries: number(32) };
}

/** Whether an entry's local header agrees with the directory and its bytes reach exactly to what comes next. */
function fills(bytes: Buffer, entry: ListedEntry, next: number): boolean {
  const at = entry.relativeOffsetOfLocalHeader;
  if (at + LOCAL_HEADER > next || bytes.readUInt32LE(at) !== LOCAL) return false;
  const nameLength = bytes.readUInt16LE(at + 26);
  const extraAt = at + LOCAL_HEADER + nameLength;
  const dataAt = extraAt + bytes.readUInt16LE(at + 28);
  const dataEnd = dataAt + entry.compressedSize;
  if (dataEnd > next || !bytes.subarray(at + LOCAL_HEADER, extraAt).equals(entry.fileNameRaw)) return false;
  const flags = bytes.readUInt16LE(at + 6);
  if ((flags & KNOWN_FLAGS) !== (entry.generalPurposeBitFlag & KNOWN_FLAGS)) return false;
  if (bytes.readUInt16LE(at + 8) !== entry.compressionMethod) return false;
  const told: Facts = { crc: entry.crc32, compressed: entry.compressedSize, whole: entry.uncompressedSize };
  const local = localFacts(bytes, at, bytes.subarray(extraAt, dataAt));
  if ((flags & DESCRIPTOR_FOLLOWS) === 0) return dataEnd === next && agree(local, told);
  // Of what the descriptor will tell, Info-ZIP 3.0 says the whole size here already, others nothing.
  const isUntold = (number: number, later: number) => number === later || number === 0 || number === NOT_HERE;
  const mayAgree = isUntold(local.crc, told.crc) && isUntold(local.compressed, told.compressed) && isUntold(local.whole, told.whole);
  return mayAgree && isDescriptor(bytes.subarray(dataEnd, next), told);
}

interface Facts {
  readonly crc: number;
  readonly compressed: number;
  readonly whole: number;
}

function agree(a: Facts, b: Facts): boolean {
  return a.crc === b.crc && a.compressed === b.compressed && a.whole === b.whole;
}

/** Sizes of a local header, those of ZIP64 from its extra field. */
function localFacts(bytes: Buffer, at: number, extra: Buffer): Facts {
  const facts = { crc: bytes.readUInt32LE(at + 14), compressed: bytes.readUInt32LE(at + 18), whole: bytes.readUInt32LE(at + 22) };
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== ZIP64_FIELD || field + 20 > extra.length) continue;
    const whole = Number(extra.readBigUInt64LE(field + 4));
    const compressed = Number(extra.readBigUInt64LE(field + 12));
    return {
      crc: facts.crc,
      compressed: facts.compressed === NOT_HERE ? compressed : facts.compressed,
      whole: facts.whole === NOT_HERE ? whole : facts.whole,
    };
  }
  return facts;
}

/** A data descriptor: with or without its signature, with sizes of four bytes or of eight (APPNOTE 4.3.9). */
function isDescriptor(bytes: Buffer, told: Facts): boolean {
  const hasSign = bytes.length === 16 || bytes.length === 24;
  if (hasSign && bytes.readUInt32LE(0) !== DESCRIPTOR) return false;
  const facts = hasSign ? bytes.subarray(4) : bytes;
  if (facts.length === 12)
    return agree({ crc: facts.readUInt32LE(0), compressed: facts.readUInt32LE(4), whole: facts.readUInt32LE(8) }, told);
  if (facts.length !== 20) return false;
  return agree(
    { crc: facts.readUInt32LE(0), compressed: Number(facts.readBigUInt64LE(4)), whole: Number(facts.readBigUInt64LE(12)) },
    told,
  );
}

const LOCAL = 0x04034b50;
const LOCAL_HEADER = 30;
const DIRECTORY_ENTRY = 46;
const DESCRIPTOR = 0x08074b50;
const END = 0x06054b50;
const END_RECORD = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR_SIGN = 0x07064b50;
const ZIP64_LOCATOR = 20;
const ZIP64_END = 0x06064b50;
const ZIP64_END_RECORD = 56;
const ZIP64_FIELD = 0x0001;
/** Of a size that stands in the ZIP64 field. */
const NOT_HERE = 0xffffffff;
const DESCRIPTOR_FOLLOWS = 0x0008;
/** Encryption, descriptor, strong encryption, UTF-8: what changes how an entry is read. */
const KNOWN_FLAGS = 0x0849;
