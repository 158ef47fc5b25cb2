/** Objects of ISO 32000-1, 7.3. Numbers, booleans and null are JavaScript's own; dictionaries keep the order of the file. */
export type PdfObject = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream | PdfReserved;

export type PdfArray = readonly PdfObject[];
export type PdfDict = ReadonlyMap<string, PdfObject>;

export interface PdfName {
  readonly type: 'name';
  /** Decoded, one character a byte. */
  readonly value: string;
}

export interface PdfString {
  readonly type: 'string';
  readonly bytes: Buffer;
  /** Where it stands in the file, delimiters included; null for one that was made here. */
  readonly span: readonly [start: number, end: number] | null;
}

export interface PdfRef {
  readonly type: 'ref';
  readonly number: number;
  readonly generation: number;
}

export interface PdfStream {
  readonly type: 'stream';
  readonly dict: PdfDict;
  /** As it stands in the file, still encoded. */
  readonly data: Buffer;
}

/** Room in a file being written that is filled once the rest of the bytes is known; `text` stands there until then. */
export interface PdfReserved {
  readonly type: 'reserved';
  readonly text: string;
}

export const name = (value: string): PdfName => ({ type: 'name', value });
export const bytesString = (bytes: Buffer): PdfString => ({ type: 'string', bytes, span: null });
export const ref = (number: number, generation = 0): PdfRef => ({ type: 'ref', number, generation });
export const stream = (dict: PdfDict, data: Buffer): PdfStream => ({ type: 'stream', dict, data });
export const reserved = (text: string): PdfReserved => ({ type: 'reserved', text });

/** A dictionary of the entries that are not undefined. */
export function dict(entries: Readonly<Record<string, PdfObject | undefined>>): PdfDict {
  const made = new Map<string, PdfObject>();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) made.set(key, value);
  return made;
}

/** A text string (7.9.2.2): ASCII as it is, anything else as UTF-16BE with its mark. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return bytesString(Buffer.from(text, 'latin1'));
  return bytesString(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]));
}

/** What a text string says; bytes without a mark are read as Latin-1. */
export function textOf(string: PdfString): string {
  const { bytes } = string;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const units = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
    return units.swap16().toString('utf16le');
  }
  return bytes.toString('latin1');
}

export const isArray = (object: PdfObject | undefined): object is PdfArray => Array.isArray(object);
export const isDict = (object: PdfObject | undefined): object is PdfDict => object instanceof Map;

type Tagged = PdfName | PdfString | PdfRef | PdfStream | PdfReserved;
function isTagged<T extends Tagged['type']>(object: PdfObject | undefined, type: T): object is Extract<Tagged, { readonly type: T }> {
  return typeof object === 'object' && object !== null && 'type' in object && object.type === type;
}
export const isName = (object: PdfObject | undefined): object is PdfName => isTagged(object, 'name');
export const isString = (object: PdfObject | undefined): object is PdfString => isTagged(object, 'string');
export const isRef = (object: PdfObject | undefined): object is PdfRef => isTagged(object, 'ref');
export const isStream = (object: PdfObject | undefined): object is PdfStream => isTagged(object, 'stream');

/** The text of a name object, undefined for anything else. */
export const nameOf = (object: PdfObject | undefined): string | undefined => (isName(object) ? object.value : undefined);

/** A whole number that is not negative, undefined for anything else. */
export const countOf = (object: PdfObject | undefined): number | undefined =>
  typeof object === 'number' && Number.isSafeInteger(object) && object >= 0 ? object : undefined;

/** True if both say the same; references are compared, not followed, and the place in the file does not count. */
export function isSame(a: PdfObject | undefined, b: PdfObject | undefined): boolean {
  if (a === b) return true;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  if (isDict(a)) return isDict(b) && a.size === b.size && [...a].every(([key, value]) => b.has(key) && isSame(value, b.get(key)));
  if (isName(a)) return isName(b) && a.value === b.value;
  if (isString(a)) return isString(b) && a.bytes.equals(b.bytes);
  if (isRef(a)) return isRef(b) && a.number === b.number && a.generation === b.generation;
  if (isStream(a)) return isStream(b) && isSame(a.dict, b.dict) && a.data.equals(b.data);
  return false;
}
