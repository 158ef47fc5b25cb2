import { deflateSync } from 'node:zlib';
import { decodeStream } from './filters.js';
import type { IncrementalUpdate } from './incremental-update.js';
import { dict, isArray, isDict, isRef, isStream, name, type PdfObject, type PdfRef, stream } from './objects.js';
import { unreadable } from './parser.js';
import type { PdfFile } from './pdf-file.js';

/** Keys that lead from resources back into the page they came from. */
const LEADS_BACK: ReadonlySet<string> = new Set(['Parent', 'StructParent', 'StructParents']);

/**
 * A Form XObject that draws nothing, of a size in points: an appearance for PDF/A where there is nothing to see yet. It has the same keys as
 * one that draws, so that a strict reader sees a field being filled as a change of values only.
 */
export function blankForm(width: number, height: number): PdfObject {
  const entries = {
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [0, 0, width, height],
    Resources: new Map(),
    Filter: name('FlateDecode'),
  };
  return stream(dict(entries), deflateSync(Buffer.alloc(0)));
}

/**
 * Copies the first page of another PDF, with the resources it uses, into an update as a Form XObject (ISO 32000-1, 8.10). The page's
 * transparency group is left behind, for PDF/A-1 forbids it.
 */
export function copyFirstPage(from: PdfFile, into: IncrementalUpdate): PdfRef {
  const page = from.page(0);
  const copies = new Map<number, PdfRef>();
  const copy = (object: PdfObject): PdfObject => {
    if (isRef(object)) {
      const known = copies.get(object.number);
      if (known !== undefined) return known;
      const made = into.allocate();
      copies.set(object.number, made);
      into.put(made, copy(from.resolve(object)));
      return made;
    }
    if (isArray(object)) return object.map(copy);
    if (isDict(object)) return copyEntries(object);
    return isStream(object) ? stream(copyEntries(object.dict), object.data) : object;
  };
  const copyEntries = (entries: ReadonlyMap<string, PdfObject>): ReadonlyMap<string, PdfObject> =>
    new Map([...entries].flatMap(([key, value]) => (LEADS_BACK.has(key) ? [] : [[key, copy(value)] as const])));
  const drawing = contentOf(from, page.dict.get('Contents'));
  return into.add(
    stream(
      dict({
        Type: name('XObject'),
        Subtype: name('Form'),
        BBox: from.resolve(page.mediaBox),
        Resources: copy(page.resources),
        Filter: drawing.filter,
      }),
      drawing.data,
    ),
  );
}

/** A page's content; several streams are one text (7.8.2). */
function contentOf(file: PdfFile, contents: PdfObject | undefined): { readonly data: Buffer; readonly filter: PdfObject | undefined } {
  const value = file.resolve(contents);
  const streams = (isArray(value) ? value : [value]).map((item) => {
    const resolved = file.resolve(item);
    if (!isStream(resolved)) throw unreadable('a page without content');
    return resolved;
  });
  const [only] = streams;
  if (only !== undefined && streams.length === 1 && !only.dict.has('DecodeParms'))
    return { data: only.data, filter: only.dict.get('Filter') };
  return { data: Buffer.concat(streams.flatMap((one) => [decodeStream(one), Buffer.from('\n')])), filter: undefined };
}
