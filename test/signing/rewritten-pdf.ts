import { deflateSync } from 'node:zlib';
import { dict, isDict, isStream, name, nameOf, type PdfObject, ref, stream } from '../../pipeline/pdf/objects.js';
import { PdfFile } from '../../pipeline/pdf/pdf-file.js';
import { PdfSink } from '../../pipeline/pdf/serialize.js';

const HEADER = Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1');

interface Laid {
  readonly sink: PdfSink;
  /** Rows of a cross-reference stream: kind, offset or object stream, generation or index. */
  readonly rows: Map<number, readonly [number, number, number]>;
  readonly size: number;
  readonly trailer: Record<string, PdfObject | undefined>;
}

/** The same document with plain objects in an object stream, as PDF 1.5 writers lay it out. */
function layOut(bytes: Buffer, isPacked: (object: PdfObject) => boolean): Laid {
  const file = new PdfFile(bytes);
  const sink = new PdfSink(HEADER);
  const rows = new Map<number, readonly [number, number, number]>([[0, [0, 0, 65_535]]]);
  const plain: [number, PdfObject][] = [];
  const write = (number: number, value: PdfObject): void => {
    rows.set(number, [1, sink.position, 0]);
    sink.push(`${number} 0 obj\n`);
    sink.write(value);
    sink.push('\nendobj\n');
  };
  for (let number = 1; number < file.size; number++) {
    const value = file.resolve(ref(number));
    if (value !== null && !isStream(value) && isPacked(value)) plain.push([number, value]);
    else if (value !== null) write(number, value);
  }
  const container = file.size;
  const bodies = plain.map(([, value]) => {
    const body = new PdfSink(Buffer.alloc(0));
    body.write(value);
    return Buffer.concat([body.bytes(), Buffer.from('\n')]);
  });
  let at = 0;
  const header = plain.map(([number], i) => {
    rows.set(number, [2, container, i]);
    const pair = `${number} ${at} `;
    at += bodies[i]?.length ?? 0;
    return pair;
  });
  const head = Buffer.from(header.join(''));
  write(
    container,
    stream(
      dict({ Type: name('ObjStm'), N: plain.length, First: head.length, Filter: name('FlateDecode') }),
      deflateSync(Buffer.concat([head, ...bodies])),
    ),
  );
  return {
    sink,
    rows,
    size: container + 2,
    trailer: { Root: file.trailer.get('Root'), Info: file.trailer.get('Info'), ID: file.trailer.get('ID') },
  };
}

/** Rows as PNG's "up" filter writes them, the predictor that PDF writers choose. */
function xrefData(rows: readonly (readonly [number, number, number])[]): Buffer {
  const plain = rows.map(([kind, second, third]) =>
    Buffer.from([kind, (second >> 16) & 0xff, (second >> 8) & 0xff, second & 0xff, third >> 8, third & 0xff]),
  );
  return deflateSync(
    Buffer.concat(plain.map((row, i) => Buffer.concat([Buffer.from([2]), row.map((byte, j) => (byte - (plain[i - 1]?.[j] ?? 0)) & 0xff)]))),
  );
}

const parameters = dict({ Predictor: 12, Columns: 6 });

/** The document with a cross-reference stream. */
export function withXrefStream(bytes: Buffer): Buffer {
  const { sink, rows, size, trailer } = layOut(bytes, () => true);
  const at = sink.position;
  rows.set(size - 1, [1, at, 0]);
  const listed = [...rows].sort(([a], [b]) => a - b);
  const index = listed.flatMap(([number]) => [number, 1]);
  sink.push(`${size - 1} 0 obj\n`);
  const entries = {
    Type: name('XRef'),
    Size: size,
    W: [1, 3, 2],
    Index: index,
    Filter: name('FlateDecode'),
    DecodeParms: parameters,
    ...trailer,
  };
  sink.write(stream(dict(entries), xrefData(listed.map(([, row]) => row))));
  sink.push(`\nendobj\nstartxref\n${at}\n%%EOF\n`);
  return sink.bytes();
}

/** The document with a table for old readers and a stream beside it for what they cannot see (7.5.8.4). */
export function withHybridXref(bytes: Buffer): Buffer {
  const { sink, rows, size, trailer } = layOut(bytes, (object) => isDict(object) && /^Font/.test(nameOf(object.get('Type')) ?? ''));
  const streamAt = sink.position;
  const hidden = [...rows].filter(([, [kind]]) => kind === 2);
  sink.push(`${size - 1} 0 obj\n`);
  const entries = {
    Type: name('XRef'),
    Size: size,
    W: [1, 3, 2],
    Index: hidden.flatMap(([number]) => [number, 1]),
    Filter: name('FlateDecode'),
    DecodeParms: parameters,
    ...trailer,
  };
  sink.write(stream(dict(entries), xrefData(hidden.map(([, row]) => row))));
  sink.push('\nendobj\n');
  const at = sink.position;
  rows.set(size - 1, [1, streamAt, 0]);
  sink.push(`xref\n0 ${size}\n`);
  for (let number = 0; number < size; number++) {
    const [kind, offset] = rows.get(number) ?? [0, 0];
    sink.push(kind === 1 ? `${String(offset).padStart(10, '0')} 00000 n \n` : '0000000000 00000 f \n');
  }
  sink.push('trailer\n');
  sink.write(dict({ Size: size, ...trailer, XRefStm: streamAt }));
  sink.push(`\nstartxref\n${at}\n%%EOF\n`);
  return sink.bytes();
}
