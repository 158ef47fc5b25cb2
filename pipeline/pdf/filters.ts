import { inflateSync } from 'node:zlib';
import { countOf, isArray, isDict, isName, type PdfObject, type PdfStream } from './objects.js';
import { unreadable } from './parser.js';

/** Largest decoded object or cross-reference stream; a small file must not fill the memory. */
const MAX_DECODED = 64 * 1024 * 1024;

/**
 * The decoded data of a stream. Knows FlateDecode with PNG predictors, which is all that cross-reference and object streams of
 * real files use; any other filter faults.
 */
export function decodeStream(stream: PdfStream): Buffer {
  const filters = listOf(stream.dict.get('Filter'));
  const parameters = listOf(stream.dict.get('DecodeParms'));
  return filters.reduce<Buffer>((data, filter, i) => {
    if (!isName(filter) || filter.value !== 'FlateDecode') throw unreadable('a stream with a filter that is not known here');
    return unpredict(inflate(data), parameters[i] ?? null);
  }, stream.data);
}

const listOf = (object: PdfObject | undefined): readonly PdfObject[] =>
  object === undefined || object === null ? [] : isArray(object) ? object : [object];

function inflate(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: MAX_DECODED });
  } catch (cause) {
    throw Object.assign(unreadable('a compressed stream is damaged or too large'), { cause });
  }
}

function unpredict(data: Buffer, parameters: PdfObject): Buffer {
  if (!isDict(parameters)) return data;
  const predictor = countOf(parameters.get('Predictor')) ?? 1;
  if (predictor === 1) return data;
  const bits = (countOf(parameters.get('Colors')) ?? 1) * (countOf(parameters.get('BitsPerComponent')) ?? 8);
  const columns = countOf(parameters.get('Columns')) ?? 1;
  if (predictor < 10 || bits !== 8 || columns === 0 || columns > data.length) throw unreadable('a predictor that is not known here');
  const rows = Math.floor(data.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const from = row * (columns + 1);
    const to = row * columns;
    const kind = data[from] as number;
    for (let i = 0; i < columns; i++) {
      const left = i > 0 ? (out[to + i - 1] as number) : 0;
      const up = row > 0 ? (out[to + i - columns] as number) : 0;
      const corner = i > 0 && row > 0 ? (out[to + i - columns - 1] as number) : 0;
      out[to + i] = ((data[from + 1 + i] as number) + predicted(kind, left, up, corner)) & 0xff;
    }
  }
  return out;
}

/** The five filters of PNG, clause 9.2. */
function predicted(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const estimate = left + up - corner;
      const [byLeft, byUp, byCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
      return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
    default:
      throw unreadable('a predictor that is not known here');
  }
}
