/** Tags of X.690 that certificates and CMS use. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Bytes that are not DER. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** One value: its tag, its content, and both with the length as they stand. */
export interface Tlv {
  readonly tag: number;
  readonly bytes: Buffer;
  readonly content: Buffer;
}

/** A value of any tag; `content` is joined. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  const head = length < 128 ? [tag, length] : [tag, 0x80 | octets.length, ...octets];
  return Buffer.concat([Buffer.from(head), ...content]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(TAG.sequence, ...parts);
export const set = (...parts: readonly Uint8Array[]): Buffer => der(TAG.set, ...parts);
/** SET OF: sorted as DER wants (X.690, 11.6). */
export const setOf = (...parts: readonly Uint8Array[]): Buffer => der(TAG.set, ...parts.toSorted(Buffer.compare));
export const octetString = (bytes: Uint8Array): Buffer => der(TAG.octetString, bytes);
export const bitString = (bytes: Uint8Array, unused = 0): Buffer => der(TAG.bitString, Buffer.from([unused]), bytes);
export const boolean = (value: boolean): Buffer => der(TAG.boolean, Buffer.from([value ? 0xff : 0]));
export const nothing = (): Buffer => der(TAG.null);
export const utf8String = (text: string): Buffer => der(TAG.utf8String, Buffer.from(text));
export const printableString = (text: string): Buffer => der(TAG.printableString, Buffer.from(text, 'latin1'));
export const ia5String = (text: string): Buffer => der(TAG.ia5String, Buffer.from(text, 'latin1'));
/** [n] around what it holds; `constructed` false for an implicit tag over a plain value. */
export const context = (n: number, constructed: boolean, ...parts: readonly Uint8Array[]): Buffer =>
  der(0x80 | (constructed ? 0x20 : 0) | n, ...parts);

/** A whole number that is not negative: as a number, or as big-endian bytes. */
export function integer(value: number | Buffer): Buffer {
  let bytes =
    typeof value === 'number'
      ? Buffer.from(value.toString(16).padStart(value.toString(16).length + (value.toString(16).length % 2), '0'), 'hex')
      : value;
  while (bytes.length > 1 && bytes[0] === 0) bytes = bytes.subarray(1);
  return (bytes[0] as number) & 0x80 ? der(TAG.integer, Buffer.from([0]), bytes) : der(TAG.integer, bytes);
}

export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return der(TAG.oid, Buffer.from(octets));
}

/** Time to the second: UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5). */
export function time(instant: Date): Buffer {
  const digits = `${instant.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  return instant.getUTCFullYear() < 2050 ? der(TAG.utcTime, Buffer.from(digits.slice(2))) : der(TAG.generalizedTime, Buffer.from(digits));
}

/** The value that begins at `at`; lengths are definite and shortest, tags of one byte. */
export function readDer(bytes: Buffer, at = 0): Tlv {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new DerError('a value breaks off');
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag of several bytes');
  let start = at + 2;
  let length = first;
  if (first & 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4 || start + count > bytes.length) throw new DerError('an indefinite or overlong length');
    length = bytes.readUIntBE(start, count);
    start += count;
    if (length < 128 || length < 256 ** (count - 1)) throw new DerError('a length that is not the shortest');
  }
  if (start + length > bytes.length) throw new DerError('a value breaks off');
  return { tag, bytes: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) };
}

/** A value that must be all there is. */
export function readWhole(bytes: Buffer): Tlv {
  const value = readDer(bytes);
  if (value.bytes.length !== bytes.length) throw new DerError('bytes behind a value');
  return value;
}

/** The values inside a constructed one. */
export function parts(value: Tlv): Tlv[] {
  if (!(value.tag & 0x20)) throw new DerError('a plain value where a constructed one is due');
  const found: Tlv[] = [];
  for (let at = 0; at < value.content.length; ) {
    const part = readDer(value.content, at);
    found.push(part);
    at += part.bytes.length;
  }
  return found;
}

/** The value, if there is one and it has that tag. */
export function demand(value: Tlv | undefined, tag: number): Tlv {
  if (value?.tag !== tag) throw new DerError(`tag ${tag} expected, ${value?.tag ?? 'nothing'} found`);
  return value;
}

export const isContext = (value: Tlv | undefined, n: number): value is Tlv => value !== undefined && (value.tag & 0xdf) === (0x80 | n);

export function readOid(value: Tlv | undefined): string {
  const { content } = demand(value, TAG.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const [i, byte] of content.entries()) {
    arc = arc * 128 + (byte & 0x7f);
    if (!Number.isSafeInteger(arc)) throw new DerError('an overlong object identifier');
    if (!(byte & 0x80)) {
      arcs.push(arc);
      arc = 0;
    } else if (i === content.length - 1) throw new DerError('an object identifier breaks off');
  }
  const [head = 0, ...rest] = arcs;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join('.');
}

/** A small whole number. */
export function readSmallInteger(value: Tlv | undefined): number {
  const { content } = demand(value, TAG.integer);
  if (content.length === 0 || content.length > 4) throw new DerError('a number too large');
  return content.readIntBE(0, content.length);
}

export function readTime(value: Tlv | undefined): Date {
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/.exec(value?.content.toString('latin1') ?? '');
  if (value === undefined || (value.tag !== TAG.utcTime && value.tag !== TAG.generalizedTime) || match === null)
    throw new DerError('no time');
  const [, year = '', month, day, hour, minute, second] = match;
  const full = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
  const instant = new Date(`${full}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(instant.getTime())) throw new DerError('no time');
  return instant;
}

/** Text of any of the string types that names use. */
export function readText(value: Tlv): string {
  if (value.tag === TAG.bmpString)
    return Buffer.from(value.content.subarray(0, value.content.length & ~1))
      .swap16()
      .toString('utf16le');
  return value.content.toString(value.tag === TAG.utf8String ? 'utf8' : 'latin1');
}
