import { crc32, deflateRawSync } from 'node:zlib';

/** Fields of a header of which each can be made to lie. */
interface Header {
  readonly name?: string | Buffer;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly packed?: number;
  readonly size?: number;
  readonly extra?: Buffer;
}

export interface RawEntry extends Header {
  readonly name: string | Buffer;
  readonly bytes: Buffer | string;
  /** Mode of Unix, e.g. 0o120777 for a link. */
  readonly mode?: number;
  /** What the local header says instead. */
  readonly local?: Header;
  /** Sizes and checksum after the data: 12, 16, 20 or 24 bytes. */
  readonly descriptor?: 12 | 16 | 20 | 24;
  /** No bytes of its own: the directory points here. */
  readonly at?: number;
  /** Bytes before its local header. */
  readonly gap?: Buffer;
}

export interface RawEnd {
  readonly comment?: Buffer;
  readonly entries?: number;
  readonly disk?: number;
  readonly after?: Buffer;
  readonly zip64?: boolean;
}

/** An archive written byte by byte, so that anything in it can be wrong. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const add = (piece: Buffer): void => {
    pieces.push(piece);
    offset += piece.length;
  };
  for (const entry of entries) {
    const content = Buffer.from(entry.bytes);
    const method = entry.method ?? 8;
    const data = method === 8 ? deflateRawSync(content) : content;
    const facts = { method, flags: 0x800, crc: crc32(content), packed: data.length, size: content.length, extra: Buffer.alloc(0) };
    const stated = { ...facts, ...entry, flags: (entry.flags ?? facts.flags) | (entry.descriptor ? 8 : 0) };
    if (entry.gap) add(entry.gap);
    const at = entry.at ?? offset;
    if (entry.at === undefined) {
      const silent = entry.descriptor ? { crc: 0, packed: 0, size: 0 } : {};
      add(Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), header({ ...stated, ...silent, ...entry.local })]));
      add(data);
      if (entry.descriptor) add(descriptor(entry.descriptor, stated));
    }
    directory.push(directoryEntry(stated, entry.mode ?? 0o100644, at));
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...pieces, listing, ending(entries.length, listing.length, offset, end)]);
}

type Stated = Required<Header>;

function header({ name, flags, method, crc, packed, size, extra }: Stated): Buffer {
  const raw = Buffer.from(name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(raw.length, 22);
  fields.writeUInt16LE(extra.length, 24);
  return Buffer.concat([fields, raw, extra]);
}

function directoryEntry(stated: Stated, mode: number, at: number): Buffer {
  const whole = header(stated);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((mode << 16) >>> 0, 6);
  tail.writeUInt32LE(at, 10);
  return Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), whole.subarray(0, 26), tail, whole.subarray(26)]);
}

function descriptor(length: 12 | 16 | 20 | 24, { crc, packed, size }: Stated): Buffer {
  const bytes = Buffer.alloc(length);
  const sign = length === 16 || length === 24 ? bytes.write('PK\u0007\u0008', 'latin1') : 0;
  bytes.writeUInt32LE(crc, sign);
  if (length - sign === 12) {
    bytes.writeUInt32LE(packed, sign + 4);
    bytes.writeUInt32LE(size, sign + 8);
  } else {
    bytes.writeBigUInt64LE(BigInt(packed), sign + 4);
    bytes.writeBigUInt64LE(BigInt(size), sign + 12);
  }
  return bytes;
}

/** The end of an archive whose directory has `size` bytes at `at`. */
function ending(
  count: number,
  size: number,
  at: number,
  { comment = Buffer.alloc(0), entries = count, disk = 0, after, zip64 }: RawEnd,
): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(disk, 4);
  end.writeUInt16LE(zip64 ? 0xffff : entries, 8);
  end.writeUInt16LE(zip64 ? 0xffff : entries, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...(zip64 ? [zip64Ending(entries, size, at)] : []), end, comment, ...(after ? [after] : [])]);
}

function zip64Ending(entries: number, size: number, at: number): Buffer {
  const record = Buffer.alloc(56 + 20);
  record.write('PK\u0006\u0006', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  for (const [place, value] of [
    [24, entries],
    [32, entries],
    [40, size],
    [48, at],
  ] as const)
    record.writeBigUInt64LE(BigInt(value), place);
  record.write('PK\u0006\u0007', 56, 'latin1');
  record.writeBigUInt64LE(BigInt(at + size), 64);
  record.writeUInt32LE(1, 72);
  return record;
}

/** The extra field that holds sizes of eight bytes. */
export function zip64Sizes(size: number, packed: number): Buffer {
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(BigInt(size), 4);
  field.writeBigUInt64LE(BigInt(packed), 12);
  return field;
}

/** The extra field that gives a name in UTF-8 beside the raw one. */
export function unicodeName(raw: Buffer, name: string): Buffer {
  const utf8 = Buffer.from(name);
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(5 + utf8.length, 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(raw), 5);
  return Buffer.concat([head, utf8]);
}
