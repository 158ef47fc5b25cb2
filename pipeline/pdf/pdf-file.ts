import { decodeStream } from './filters.js';
import { countOf, isArray, isDict, isRef, isStream, nameOf, type PdfDict, type PdfObject, type PdfRef, type PdfStream } from './objects.js';
import { demandDict, PdfParser, unreadable } from './parser.js';
import { readXrefChain, type XrefChain, type XrefEntry } from './xref.js';

const MAX_PAGES = 100_000;
/** References that point to references. */
const MAX_HOPS = 32;

/** A page with what it inherits from the tree (ISO 32000-1, 7.7.3.4). */
export interface PdfPage {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  readonly resources: PdfObject;
  readonly mediaBox: PdfObject;
  readonly cropBox: PdfObject;
  readonly rotate: PdfObject;
}

/** A PDF opened for reading; objects are parsed when asked for. Whatever cannot be followed is the fault `pdf-unreadable`. */
export class PdfFile {
  readonly xref: XrefChain;
  readonly trailer: PdfDict;
  private readonly parsed = new Map<number, PdfObject>();
  private readonly containers = new Map<number, ReadonlyMap<number, { readonly number: number; readonly value: PdfObject }>>();
  private readonly underWay = new Set<number>();

  constructor(readonly bytes: Buffer) {
    this.xref = readXrefChain(bytes);
    this.trailer = this.xref.sections[0].trailer;
    if (this.trailer.has('Encrypt')) throw unreadable('it is encrypted');
  }

  /** Where an object stands now; undefined if the file never had it or freed it. */
  entry(number: number): Exclude<XrefEntry, { kind: 'free' }> | undefined {
    for (const section of this.xref.sections) {
      const entry = section.entries.get(number);
      if (entry !== undefined) return entry.kind === 'free' ? undefined : entry;
    }
    return undefined;
  }

  /** One more than the highest object number in use or announced. */
  get size(): number {
    let size = 1;
    for (const section of this.xref.sections) {
      size = Math.max(size, countOf(section.trailer.get('Size')) ?? 0);
      for (const number of section.entries.keys()) size = Math.max(size, number + 1);
    }
    return size;
  }

  get rootRef(): PdfRef {
    const root = this.trailer.get('Root');
    if (!isRef(root)) throw unreadable('no /Root');
    return root;
  }

  get catalog(): PdfDict {
    return demandDict(this.resolve(this.rootRef), 'the catalog');
  }

  /** Follows references to what they stand for; null if there is nothing. */
  resolve(object: PdfObject | undefined): PdfObject {
    let value: PdfObject = object ?? null;
    for (let hops = 0; isRef(value); hops++) {
      if (hops > MAX_HOPS) throw unreadable('references run in a loop');
      value = this.object(value);
    }
    return value;
  }

  /** Pages in order, with what they inherit. */
  *pages(): Generator<PdfPage> {
    const seen = new Set<number>();
    type Node = { readonly at: PdfObject } & Omit<PdfPage, 'ref' | 'dict'>;
    const nothing = { resources: null, mediaBox: null, cropBox: null, rotate: null };
    const waiting: Node[] = [{ at: this.catalog.get('Pages') ?? null, ...nothing }];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const { at } = node;
      if (!isRef(at) || seen.has(at.number) || seen.size > MAX_PAGES) throw unreadable('a broken page tree');
      seen.add(at.number);
      const dict = demandDict(this.resolve(at), 'a page');
      const inherited = {
        resources: dict.get('Resources') ?? node.resources,
        mediaBox: dict.get('MediaBox') ?? node.mediaBox,
        cropBox: dict.get('CropBox') ?? node.cropBox,
        rotate: dict.get('Rotate') ?? node.rotate,
      };
      const kids = this.resolve(dict.get('Kids'));
      if (isArray(kids)) for (const kid of kids.toReversed()) waiting.push({ at: kid, ...inherited });
      else if (nameOf(dict.get('Type')) === 'Page') yield { ref: at, dict, ...inherited };
      else throw unreadable('a broken page tree');
    }
  }

  /** The page at an index from 0. */
  page(index: number): PdfPage {
    let i = 0;
    for (const page of this.pages()) if (i++ === index) return page;
    throw unreadable(`there is no page ${index + 1}`);
  }

  private object(wanted: PdfRef): PdfObject {
    const known = this.parsed.get(wanted.number);
    if (known !== undefined) return known;
    const entry = this.entry(wanted.number);
    if (entry === undefined || (entry.kind === 'offset' && entry.generation !== wanted.generation)) return null;
    if (this.underWay.has(wanted.number)) throw unreadable(`object ${wanted.number} needs itself`);
    this.underWay.add(wanted.number);
    try {
      const value = entry.kind === 'offset' ? this.atOffset(wanted.number, entry) : this.fromContainer(wanted.number, entry);
      this.parsed.set(wanted.number, value);
      return value;
    } finally {
      this.underWay.delete(wanted.number);
    }
  }

  private atOffset(number: number, entry: { readonly offset: number; readonly generation: number }): PdfObject {
    if (entry.offset >= this.bytes.length) throw unreadable(`object ${number} lies outside the file`);
    const found = new PdfParser(this.bytes, entry.offset, (length) => this.resolve(length)).indirect();
    if (found.number !== number || found.generation !== entry.generation) throw unreadable(`object ${number} is not where it should be`);
    return found.value;
  }

  private fromContainer(number: number, entry: { readonly container: number; readonly index: number }): PdfObject {
    let objects = this.containers.get(entry.container);
    if (objects === undefined) {
      const holder = this.entry(entry.container);
      const value = holder?.kind === 'offset' ? this.object({ type: 'ref', number: entry.container, generation: holder.generation }) : null;
      if (!isStream(value)) throw unreadable(`object ${number} lies in no object stream`);
      objects = readContainer(value);
      this.containers.set(entry.container, objects);
    }
    const found = objects.get(entry.index);
    if (found?.number !== number) throw unreadable(`object ${number} is not where it should be`);
    return found.value;
  }
}

/** Objects of an object stream by their index (7.5.7). */
function readContainer(container: PdfStream): ReadonlyMap<number, { readonly number: number; readonly value: PdfObject }> {
  const data = decodeStream(container);
  const count = countOf(container.dict.get('N'));
  const first = countOf(container.dict.get('First'));
  if (nameOf(container.dict.get('Type')) !== 'ObjStm' || count === undefined || first === undefined || first > data.length) {
    throw unreadable('a broken object stream');
  }
  const header = new PdfParser(data.subarray(0, first));
  const objects = new Map<number, { readonly number: number; readonly value: PdfObject }>();
  for (let i = 0; i < count; i++) {
    const number = header.count();
    const value = new PdfParser(data, first + header.count()).object();
    if (isStream(value)) throw unreadable('a stream inside an object stream');
    objects.set(i, { number, value: withoutSpans(value) });
  }
  return objects;
}

/** Offsets inside a decoded stream are none of the file's. */
function withoutSpans(object: PdfObject): PdfObject {
  if (isArray(object)) return object.map(withoutSpans);
  if (isDict(object)) return new Map([...object].map(([key, value]) => [key, withoutSpans(value)]));
  return typeof object === 'object' && object !== null && 'type' in object && object.type === 'string' ? { ...object, span: null } : object;
}
