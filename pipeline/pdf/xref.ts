import { decodeStream } from './filters.js';
import { countOf, isArray, isStream, nameOf, type PdfDict } from './objects.js';
import { demandDict, PdfParser, unreadable } from './parser.js';

export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'compressed'; readonly container: number; readonly index: number };

/** One cross-reference section (ISO 32000-1, 7.5.4 and 7.5.8) with its trailer. */
export interface XrefSection {
  readonly offset: number;
  readonly form: 'table' | 'stream';
  /** What the section itself lists; of a hybrid one, its stream's objects too. */
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfDict;
  readonly hybrid: boolean;
  /** Where its last token ends: the trailer dictionary or `endobj`. */
  readonly end: number;
}

/** All sections of a file, newest first. */
export interface XrefChain {
  readonly startxref: number;
  readonly sections: readonly [XrefSection, ...XrefSection[]];
}

const MAX_SECTIONS = 1000;
/** `startxref` must stand this near to the end. */
const TAIL = 2048;

/** Follows `startxref` and every /Prev; loops and offsets outside the file fault. */
export function readXrefChain(bytes: Buffer): XrefChain {
  const from = Math.max(0, bytes.length - TAIL);
  const at = bytes.subarray(from).lastIndexOf('startxref');
  if (at < 0) throw unreadable('no startxref');
  const startxref = new PdfParser(bytes, from + at + 'startxref'.length).count();
  const newest = readXrefSection(bytes, startxref);
  const sections: [XrefSection, ...XrefSection[]] = [newest];
  const seen = new Set([startxref]);
  for (let previous = newest.trailer.get('Prev'); previous !== undefined; ) {
    const offset = countOf(previous);
    if (offset === undefined || seen.has(offset) || sections.length >= MAX_SECTIONS)
      throw unreadable('cross-reference sections run in a loop');
    seen.add(offset);
    const section = readXrefSection(bytes, offset);
    sections.push(section);
    previous = section.trailer.get('Prev');
  }
  return { startxref, sections };
}

/** The section at an offset, table or stream. */
export function readXrefSection(bytes: Buffer, offset: number): XrefSection {
  if (offset >= bytes.length) throw unreadable('a cross-reference section outside the file', offset);
  const parser = new PdfParser(bytes, offset);
  parser.skip();
  return bytes.toString('latin1', parser.position, parser.position + 4) === 'xref' ? readTable(parser, offset) : readStream(parser, offset);
}

function readTable(parser: PdfParser, offset: number): XrefSection {
  const entries = new Map<number, XrefEntry>();
  parser.expect('xref');
  for (;;) {
    const at = parser.position;
    const word = parser.token();
    if (word === 'trailer') break;
    if (!/^\d{1,10}$/.test(word)) throw unreadable('a broken cross-reference table', at);
    const first = Number(word);
    const count = parser.count();
    for (let i = 0; i < count; i++) {
      const position = parser.count();
      const generation = parser.count();
      const kind = parser.token();
      if (kind !== 'n' && kind !== 'f') throw unreadable('a broken cross-reference table', parser.position);
      if (entries.has(first + i)) throw unreadable('an object listed twice in one cross-reference section', parser.position);
      entries.set(first + i, kind === 'n' ? { kind: 'offset', offset: position, generation } : { kind: 'free' });
    }
  }
  const trailer = demandDict(parser.object(), 'the trailer');
  const end = parser.position;
  const beside = trailer.get('XRefStm');
  if (beside === undefined) return { offset, form: 'table', entries, trailer, hybrid: false, end };
  const hidden = countOf(beside);
  if (hidden === undefined || hidden >= parser.bytes.length) throw unreadable('a cross-reference section outside the file', offset);
  // 7.5.8.4: what the stream lists stands as free in the table, for readers that know no streams.
  for (const [number, entry] of readStream(new PdfParser(parser.bytes, hidden), hidden).entries) {
    if ((entries.get(number)?.kind ?? 'free') === 'free') entries.set(number, entry);
  }
  return { offset, form: 'table', entries, trailer, hybrid: true, end };
}

function readStream(parser: PdfParser, offset: number): XrefSection {
  const { value, end } = parser.indirect();
  if (!isStream(value) || nameOf(value.dict.get('Type')) !== 'XRef') throw unreadable('no cross-reference section', offset);
  const widths = value.dict.get('W');
  const [w0, w1, w2] = isArray(widths) ? widths.map(countOf) : [];
  if (w0 === undefined || w1 === undefined || w2 === undefined || w0 > 1 || w1 > 8 || w2 > 8 || w0 + w1 + w2 === 0) {
    throw unreadable('a cross-reference stream with a strange /W', offset);
  }
  const size = countOf(value.dict.get('Size'));
  const index = value.dict.get('Index') ?? [0, size ?? null];
  const ranges = isArray(index) ? index.map(countOf) : [];
  const data = decodeStream(value);
  const entries = new Map<number, XrefEntry>();
  let at = 0;
  const read = (width: number, absent: number): number => {
    if (width === 0) return absent;
    let value = 0;
    for (const end = at + width; at < end; at++) value = value * 256 + (data[at] as number);
    if (!Number.isSafeInteger(value)) throw unreadable('a cross-reference stream with offsets beyond any file', offset);
    return value;
  };
  for (let i = 0; i < ranges.length; i += 2) {
    const [first, count] = [ranges[i], ranges[i + 1]];
    if (first === undefined || count === undefined || at + count * (w0 + w1 + w2) > data.length) {
      throw unreadable('a cross-reference stream shorter than it says', offset);
    }
    for (let number = first; number < first + count; number++) {
      const kind = read(w0, 1);
      const second = read(w1, 0);
      const third = read(w2, 0);
      if (entries.has(number)) throw unreadable('an object listed twice in one cross-reference section', offset);
      if (kind === 1) entries.set(number, { kind: 'offset', offset: second, generation: third });
      else if (kind === 2) entries.set(number, { kind: 'compressed', container: second, index: third });
      else entries.set(number, { kind: 'free' });
    }
  }
  return { offset, form: 'stream', entries, trailer: value.dict, hybrid: false, end };
}
