import { Fault } from '../model/fault.js';
import { countOf, isDict, isRef, name, type PdfDict, type PdfObject, type PdfRef, ref, stream } from './objects.js';

/** Arrays and dictionaries inside one another; no real file comes near. */
const MAX_DEPTH = 100;

const SPACE = 1;
const DELIMITER = 2;
const CLASS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASS[byte] = SPACE;
for (const byte of Buffer.from('()<>[]{}/%', 'latin1')) CLASS[byte] = DELIMITER;

const ESCAPES: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };

/** An object of the body with the bytes it takes: from its number to the end of `endobj`. */
export interface IndirectObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfObject;
  readonly start: number;
  readonly end: number;
}

/** The fault of a file whose structure cannot be followed; `at` is a byte offset. */
export function unreadable(what: string, at?: number): Fault {
  return new Fault('pdf-unreadable', `PDF cannot be read: ${what}${at === undefined ? '' : ` at byte ${at}`}`);
}

/** Reads objects of ISO 32000-1, 7.2 and 7.3 from `position` on; anything out of order is the fault `pdf-unreadable`. */
export class PdfParser {
  constructor(
    readonly bytes: Buffer,
    public position = 0,
    /** Looks up the indirect /Length of a stream. */
    private readonly lengthOf: (length: PdfRef) => PdfObject = () => null,
  ) {}

  /** Skips white space and comments. */
  skip(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined) return;
      if (byte === 0x25) {
        while (this.position < this.bytes.length && this.bytes[this.position] !== 10 && this.bytes[this.position] !== 13) this.position++;
      } else if (CLASS[byte] === SPACE) this.position++;
      else return;
    }
  }

  /** The regular characters that follow, after white space. */
  token(): string {
    this.skip();
    return this.regular();
  }

  /** Takes `keyword`, or faults. */
  expect(keyword: string): void {
    const at = this.position;
    if (this.token() !== keyword) throw unreadable(`"${keyword}" expected`, at);
  }

  /** A whole number that is not negative, or a fault. */
  count(): number {
    const at = this.position;
    const text = this.token();
    if (!/^\d{1,15}$/.test(text)) throw unreadable('a whole number expected', at);
    return Number(text);
  }

  object(depth = 0): PdfObject {
    if (depth > MAX_DEPTH) throw unreadable('objects nested too deeply', this.position);
    this.skip();
    const at = this.position;
    const byte = this.bytes[at];
    switch (byte) {
      case 0x2f:
        this.position++;
        return name(this.regular().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
      case 0x28:
        return this.literalString();
      case 0x5b:
        return this.array(depth);
      case 0x3c:
        return this.bytes[at + 1] === 0x3c ? this.dictOrStream(depth) : this.hexString();
      default:
        return this.plain();
    }
  }

  /** `n g obj … endobj` at the position. */
  indirect(): IndirectObject {
    this.skip();
    const start = this.position;
    const number = this.count();
    const generation = this.count();
    this.expect('obj');
    const value = this.object();
    this.expect('endobj');
    return { number, generation, value, start, end: this.position };
  }

  private regular(): string {
    const start = this.position;
    while (this.position < this.bytes.length && CLASS[this.bytes[this.position] as number] === 0) this.position++;
    return this.bytes.toString('latin1', start, this.position);
  }

  private plain(): PdfObject {
    const at = this.position;
    const text = this.regular();
    if (text === 'true') return true;
    if (text === 'false') return false;
    if (text === 'null') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw unreadable('no object', at);
    if (/^\d{1,10}$/.test(text)) {
      const after = this.position;
      const generation = this.token();
      if (/^\d{1,5}$/.test(generation) && this.token() === 'R') return ref(Number(text), Number(generation));
      this.position = after;
    }
    return Number(text);
  }

  private array(depth: number): PdfObject {
    const items: PdfObject[] = [];
    this.position++;
    for (;;) {
      this.skip();
      if (this.bytes[this.position] === 0x5d) {
        this.position++;
        return items;
      }
      items.push(this.object(depth + 1));
    }
  }

  private dictOrStream(depth: number): PdfObject {
    const dict = this.dict(depth);
    const after = this.position;
    this.skip();
    if (this.bytes.toString('latin1', this.position, this.position + 6) !== 'stream') {
      this.position = after;
      return dict;
    }
    this.position += 6;
    if (this.bytes[this.position] === 13) this.position++;
    if (this.bytes[this.position] === 10) this.position++;
    const stated = dict.get('Length');
    const length = countOf(isRef(stated) ? this.lengthOf(stated) : stated);
    const end = this.position + (length ?? Number.POSITIVE_INFINITY);
    if (length === undefined || end > this.bytes.length) throw unreadable('a stream without a sound /Length', after);
    const data = this.bytes.subarray(this.position, end);
    this.position = end;
    this.expect('endstream');
    return stream(dict, data);
  }

  private dict(depth: number): PdfDict {
    const entries = new Map<string, PdfObject>();
    this.position += 2;
    for (;;) {
      this.skip();
      const at = this.position;
      if (this.bytes[at] === 0x3e && this.bytes[at + 1] === 0x3e) {
        this.position += 2;
        return entries;
      }
      if (this.bytes[at] !== 0x2f) throw unreadable('a dictionary key expected', at);
      const key = this.object(depth + 1);
      const value = this.object(depth + 1);
      const text = (key as { readonly value: string }).value;
      // Readers differ on which of two equal keys counts, so a file with both says two things.
      if (entries.has(text)) throw unreadable('a dictionary with the same key twice', at);
      entries.set(text, value);
    }
  }

  private hexString(): PdfObject {
    const start = this.position;
    const close = this.bytes.indexOf(0x3e, start);
    if (close < 0) throw unreadable('an unclosed string', start);
    const raw = this.bytes.toString('latin1', start + 1, close);
    const digits = /^[0-9a-fA-F]*$/.test(raw) ? raw : raw.replace(/[\0\t\n\f\r ]/g, '');
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw unreadable('a string that is not hexadecimal', start);
    this.position = close + 1;
    return { type: 'string', bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'), span: [start, this.position] };
  }

  private literalString(): PdfObject {
    const start = this.position;
    const out: number[] = [];
    let open = 1;
    this.position++;
    for (;;) {
      const byte = this.bytes[this.position++];
      if (byte === undefined) throw unreadable('an unclosed string', start);
      if (byte === 0x5c) this.escape(out);
      else if (byte === 0x29 && --open === 0) return { type: 'string', bytes: Buffer.from(out), span: [start, this.position] };
      else {
        if (byte === 0x28) open++;
        out.push(byte);
      }
    }
  }

  private escape(out: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.position, this.position + 3))?.[0];
    if (octal !== undefined) {
      this.position += octal.length;
      out.push(Number.parseInt(octal, 8) & 0xff);
      return;
    }
    const byte = this.bytes[this.position++];
    if (byte === 13) {
      if (this.bytes[this.position] === 10) this.position++;
    } else if (byte !== undefined && byte !== 10) out.push(ESCAPES[byte] ?? byte);
  }
}

/** Narrows to a dictionary, or faults with what was looked for. */
export function demandDict(object: PdfObject | undefined, what: string): PdfDict {
  if (!isDict(object)) throw unreadable(`${what} is not a dictionary`);
  return object;
}
