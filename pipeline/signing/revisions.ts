import { Fault } from '../model/fault.js';
import { countOf } from '../pdf/objects.js';
import { PdfParser } from '../pdf/parser.js';
import type { PdfFile } from '../pdf/pdf-file.js';
import { readXrefSection, type XrefEntry, type XrefSection } from '../pdf/xref.js';

/** One incremental update that is well formed to the byte. */
export interface Update {
  readonly start: number;
  readonly end: number;
  readonly section: XrefSection;
  /** Objects that the update brings, those in its object streams included; cross-reference and object streams are not among them. */
  readonly numbers: readonly number[];
  /** Object streams of the update. */
  readonly containers: readonly number[];
  /** The cross-reference stream's own number. */
  readonly own: number | null;
}

/** Updates in the order of the file, and what stopped the reading before its end. */
export interface Updates {
  readonly updates: readonly Update[];
  readonly stopped: { readonly at: number; readonly why: string } | null;
}

const MAX_UPDATES = 1000;

class Malformed extends Error {}

/**
 * Reads what was appended from byte `from` on, where a revision ends whose cross-reference begins at `startxref`. Every byte must belong to
 * an object of an update, its cross-reference or white space between them, and table and objects must agree one to one: what readers
 * could take in two ways stops the reading.
 */
export function readUpdates(file: PdfFile, from: number, startxref: number): Updates {
  const updates: Update[] = [];
  let previous = startxref;
  for (let at = from; at < file.bytes.length; ) {
    try {
      if (updates.length >= MAX_UPDATES) throw new Malformed('too many updates');
      const update = readUpdate(file, at, previous);
      updates.push(update);
      previous = update.section.offset;
      at = update.end;
    } catch (error) {
      if (error instanceof Malformed || (error instanceof Fault && error.code === 'pdf-unreadable'))
        return { updates, stopped: { at, why: error.message } };
      throw error;
    }
  }
  return { updates, stopped: null };
}

function readUpdate(file: PdfFile, start: number, previous: number): Update {
  const { bytes } = file;
  const parser = new PdfParser(bytes, start, (length) => file.resolve(length));
  const objects = new Map<number, { readonly offset: number; readonly generation: number }>();
  for (skipSpace(parser); isDigit(bytes[parser.position]); skipSpace(parser)) {
    const object = parser.indirect();
    if (objects.has(object.number)) throw new Malformed(`object ${object.number} stands twice in one update`);
    objects.set(object.number, { offset: object.start, generation: object.generation });
  }
  if (parser.position >= bytes.length) throw new Malformed('bytes that belong to no update');
  const last = [...objects].at(-1);
  const isTable = bytes.toString('latin1', parser.position, parser.position + 4) === 'xref';
  const at = isTable ? parser.position : last?.[1].offset;
  if (at === undefined) throw new Malformed('bytes that belong to no update');
  const section = readXrefSection(bytes, at);
  if (isTable) parser.position = section.end;
  if (section.hybrid || (section.form === 'table') !== isTable) throw new Malformed('a cross-reference in two forms');
  if (countOf(section.trailer.get('Prev')) !== previous) throw new Malformed('an update that does not follow the revision before it');
  const end = readTail(parser, at);
  const own = isTable ? null : ((last?.[0] as number) ?? null);
  const containers = assertAgreement(section.entries, objects, own);
  const numbers = [...section.entries].flatMap(([number, entry]) =>
    entry.kind === 'free' || number === own || containers.has(number) ? [] : [number],
  );
  return { start, end, section, numbers, containers: [...containers], own };
}

/** `startxref`, the offset, `%%EOF`, at most one end of line. */
function readTail(parser: PdfParser, xrefAt: number): number {
  const text = parser.bytes.toString('latin1', parser.position, parser.position + 64);
  const tail = /^[\r\n \t]*startxref[\r\n \t]+(\d+)[\r\n \t]+%%EOF(\r\n|\r|\n)?/.exec(text);
  if (tail === null || Number(tail[1]) !== xrefAt) throw new Malformed('an update that does not end as it should');
  return parser.position + tail[0].length;
}

/** Table and objects name each other exactly; gives the object streams. */
function assertAgreement(
  entries: ReadonlyMap<number, XrefEntry>,
  objects: ReadonlyMap<number, { readonly offset: number; readonly generation: number }>,
  own: number | null,
): ReadonlySet<number> {
  const containers = new Set<number>();
  for (const [number, entry] of entries) {
    const object = objects.get(number);
    if (entry.kind === 'compressed') {
      if (!objects.has(entry.container) || object !== undefined)
        throw new Malformed(`object ${number} is taken from an older object stream`);
      containers.add(entry.container);
    } else if (entry.kind === 'free') {
      if (number !== 0) throw new Malformed(`object ${number} is taken away`);
    } else if (object?.offset !== entry.offset || object.generation !== entry.generation) {
      throw new Malformed(`the cross-reference points object ${number} to somewhere else`);
    }
  }
  for (const number of objects.keys())
    if (number !== own && !entries.has(number)) throw new Malformed(`object ${number} is in no cross-reference`);
  return containers;
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** White space only: a comment between objects is a place to hide bytes in. */
function skipSpace(parser: PdfParser): void {
  while ([10, 13, 32].includes(parser.bytes[parser.position] ?? -1)) parser.position++;
}
