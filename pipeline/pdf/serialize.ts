import { isArray, isDict, isName, isRef, isStream, isString, type PdfObject, type PdfReserved } from './objects.js';

/** Collects the bytes of a file being written and remembers where room was reserved. */
export class PdfSink {
  private readonly parts: Buffer[] = [];
  private readonly places = new Map<PdfReserved, number>();
  position: number;

  constructor(start: Buffer) {
    this.parts.push(start);
    this.position = start.length;
  }

  push(part: string | Buffer): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    this.parts.push(bytes);
    this.position += bytes.length;
  }

  /** Writes an object as ISO 32000-1, 7.3 says; strings always in hexadecimal. */
  write(object: PdfObject): void {
    if (isArray(object)) {
      this.push('[');
      object.forEach((item, i) => {
        if (i > 0) this.push(' ');
        this.write(item);
      });
      this.push(']');
    } else if (isDict(object)) {
      this.push('<<');
      for (const [key, value] of object) {
        this.push(`/${escapeName(key)} `);
        this.write(value);
      }
      this.push('>>');
    } else if (isStream(object)) {
      this.write(new Map([...object.dict, ['Length', object.data.length]]));
      this.push('\nstream\n');
      this.push(object.data);
      this.push('\nendstream');
    } else if (isName(object)) this.push(`/${escapeName(object.value)}`);
    else if (isString(object)) this.push(`<${object.bytes.toString('hex')}>`);
    else if (isRef(object)) this.push(`${object.number} ${object.generation} R`);
    else if (typeof object === 'number') this.push(numberText(object));
    else if (typeof object === 'object' && object !== null) {
      this.places.set(object, this.position);
      this.push(object.text);
    } else this.push(String(object));
  }

  /** Where reserved room begins; it must have been written. */
  placeOf(room: PdfReserved): number {
    const place = this.places.get(room);
    if (place === undefined) throw new Error('room was reserved and never written');
    return place;
  }

  /** What was written behind the bytes it began with. */
  appended(): Buffer {
    return Buffer.concat(this.parts.slice(1));
  }

  bytes(): Buffer {
    return Buffer.concat(this.parts, this.position);
  }
}

const escapeName = (text: string): string =>
  text.replace(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** PDF knows no exponents. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : /e/.test(String(value)) ? value.toFixed(10).replace(/\.?0+$/, '') : String(value);
