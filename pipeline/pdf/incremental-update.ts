import { createHash } from 'node:crypto';
import { bytesString, dict, isArray, isString, name, type PdfObject, type PdfRef, type PdfReserved, ref, stream } from './objects.js';
import type { PdfFile } from './pdf-file.js';
import { PdfSink } from './serialize.js';

/** A file with an update behind it; the old file's bytes are its prefix. */
export interface UpdatedFile {
  readonly bytes: Buffer;
  /** Offset of room that an object of the update reserved. */
  placeOf(room: PdfReserved): number;
}

/**
 * An incremental update (ISO 32000-1, 7.5.6): objects that are new or replaced, appended behind the untouched old bytes. A file that ends
 * in a cross-reference table gets a table, one that ends in a stream gets a stream. /Info and the XMP metadata are never touched, so they
 * stay in step as PDF/A wants.
 */
export class IncrementalUpdate {
  private readonly changed = new Map<number, { readonly generation: number; readonly value: PdfObject }>();
  private next: number;

  constructor(private readonly file: PdfFile) {
    this.next = file.size;
  }

  /** Takes a new object number, to be filled by `put`. */
  allocate(): PdfRef {
    return ref(this.next++);
  }

  add(value: PdfObject): PdfRef {
    const made = this.allocate();
    this.put(made, value);
    return made;
  }

  /** Sets the value of a new object, or replaces an old one. */
  put(at: PdfRef, value: PdfObject): void {
    this.changed.set(at.number, { generation: at.generation, value });
  }

  build(): UpdatedFile {
    const old = this.file.bytes;
    const sink = new PdfSink(old);
    const last = old[old.length - 1];
    if (last !== 10 && last !== 13) sink.push('\n');
    const offsets = new Map<number, readonly [offset: number, generation: number]>();
    for (const number of [...this.changed.keys()].sort((a, b) => a - b)) {
      const { generation, value } = this.changed.get(number) as { generation: number; value: PdfObject };
      offsets.set(number, [sink.position, generation]);
      sink.push(`${number} ${generation} obj\n`);
      sink.write(value);
      sink.push('\nendobj\n');
    }
    const at = sink.position;
    const id = this.changedId(sink.appended());
    if (this.file.xref.sections[0].form === 'table') {
      sink.push(`xref\n${tableText(offsets)}trailer\n`);
      sink.write(dict({ Size: this.next, ...this.trailer(id) }));
    } else {
      const own = this.allocate().number;
      offsets.set(own, [at, 0]);
      sink.push(`${own} 0 obj\n`);
      sink.write(this.xrefStream(offsets, id));
      sink.push('\nendobj');
    }
    sink.push(`\nstartxref\n${at}\n%%EOF\n`);
    return { bytes: sink.bytes(), placeOf: (room) => sink.placeOf(room) };
  }

  /** /ID with its first half kept and the second made of what the update says (14.4). */
  private changedId(appended: Buffer): PdfObject | undefined {
    const id = this.file.trailer.get('ID');
    const [first] = isArray(id) ? id : [];
    if (!isString(first)) return undefined;
    return [bytesString(first.bytes), bytesString(createHash('sha256').update(appended).digest().subarray(0, 16))];
  }

  /** What the trailers of all updates say. */
  private trailer(id: PdfObject | undefined): Record<string, PdfObject | undefined> {
    const { trailer, xref } = this.file;
    return { Root: trailer.get('Root'), Info: trailer.get('Info'), ID: id, Prev: xref.startxref };
  }

  private xrefStream(offsets: Offsets, id: PdfObject | undefined): PdfObject {
    const numbers = [...offsets.keys()].sort((a, b) => a - b);
    const rows = Buffer.alloc(numbers.length * 9);
    numbers.forEach((number, i) => {
      const [offset, generation] = offsets.get(number) as readonly [number, number];
      rows[i * 9] = 1;
      rows.writeUIntBE(offset, i * 9 + 1, 6);
      rows.writeUInt16BE(generation, i * 9 + 7);
    });
    const index = runs(numbers).flat();
    return stream(dict({ Type: name('XRef'), Size: this.next, W: [1, 6, 2], Index: index, ...this.trailer(id) }), rows);
  }
}

type Offsets = ReadonlyMap<number, readonly [offset: number, generation: number]>;

/** Runs of numbers that follow one another. */
function runs(sorted: readonly number[]): [from: number, count: number][] {
  const found: [number, number][] = [];
  for (const number of sorted) {
    const run = found.at(-1);
    if (run !== undefined && run[0] + run[1] === number) run[1]++;
    else found.push([number, 1]);
  }
  return found;
}

/** Subsections of a classic table: entries of exactly 20 bytes (7.5.4). */
function tableText(offsets: Offsets): string {
  const numbers = [...offsets.keys()].sort((a, b) => a - b);
  const entry = (number: number): string => {
    const [offset, generation] = offsets.get(number) as readonly [number, number];
    return `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`;
  };
  return runs(numbers)
    .map(
      ([from, count]) =>
        `${from} ${count}\n${numbers
          .filter((n) => n >= from && n < from + count)
          .map(entry)
          .join('')}`,
    )
    .join('');
}
