import { posix } from 'node:path';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { elementsIn, type WordElement, wordXml } from './word-xml.js';

/** The parts of a DOCX that matter here, each the root of its XML. */
export interface WordPackage {
  readonly document: WordElement;
  /** Parts that the document names, by the end of the relation's type: `header`, `styles`, `comments` … */
  related(type: string): readonly WordElement[];
  /** The part that an `r:id` of the document leads to. */
  byId(id: string): WordElement | undefined;
}

export interface WordLimits {
  readonly entries: number;
  /** Of all parts together, as unpacked. */
  readonly bytes: number;
}

export type WordReading =
  | { readonly parts: WordPackage }
  | { readonly unreadable: 'broken' | 'encrypted' | 'excessive' | 'unknown-format' };

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/**
 * Opens a DOCX. Only parts that are asked for are unpacked, none beyond what the archive says of its size, and all of them together not beyond the limits.
 * A ZIP that holds no document of Word is of an unknown format.
 */
export async function wordPackage(bytes: Buffer, limits: WordLimits): Promise<WordReading> {
  const files = await packed(bytes, limits);
  if (typeof files === 'string') return { unreadable: files };
  const root = relationsOf(files.get('_rels/.rels')).find(({ type }) => type === 'officeDocument');
  if (root === undefined) return { unreadable: 'unknown-format' };
  const path = inside('', root.target);
  const main = files.get(path);
  const document = main && wordXml(main);
  if (document === undefined) return { unreadable: 'broken' };
  if (document === null) return { unreadable: 'broken' };
  if (document.name !== 'w:document') return { unreadable: 'unknown-format' };
  const relations = relationsOf(files.get(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`)));
  const roots = new Map<string, WordElement | null>();
  for (const { target } of relations) {
    const name = inside(posix.dirname(path), target);
    const part = /\.xml$/i.test(name) ? files.get(name) : undefined;
    if (part !== undefined && !roots.has(name)) roots.set(name, wordXml(part));
  }
  if ([...roots.values()].includes(null)) return { unreadable: 'broken' };
  const partOf = ({ target }: Relation): WordElement[] => {
    const part = roots.get(inside(posix.dirname(path), target));
    return part ? [part] : [];
  };
  return {
    parts: {
      document,
      related: (type) => relations.filter((relation) => relation.type === type).flatMap(partOf),
      byId: (id) => relations.filter((relation) => relation.id === id).flatMap(partOf)[0],
    },
  };
}

/** XML parts of the archive by their names. */
async function packed(bytes: Buffer, limits: WordLimits): Promise<ReadonlyMap<string, Buffer> | 'broken' | 'encrypted' | 'excessive'> {
  const files = new Map<string, Buffer>();
  try {
    const zip = await fromBufferPromise(bytes, { validateEntrySizes: true });
    if (zip.entryCount > limits.entries) return 'excessive';
    let left = limits.bytes;
    for await (const entry of zip.eachEntry()) {
      if (!/\.(?:xml|rels)$/i.test(entry.fileName)) continue;
      if (entry.isEncrypted()) return 'encrypted';
      left -= entry.uncompressedSize;
      if (left < 0) return 'excessive';
      // Two parts of one name: programs would differ in which they show.
      if (files.has(entry.fileName)) return 'broken';
      files.set(entry.fileName, await unpacked(zip, entry));
    }
    return files;
  } catch (problem) {
    // yauzl (3.4) reports what is wrong with an archive by a plain `Error`, zlib by one with a code.
    if (problem instanceof Error && (problem.constructor === Error || 'code' in problem)) return 'broken';
    throw problem;
  }
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function relationsOf(bytes: Buffer | undefined): Relation[] {
  const root = bytes && wordXml(bytes);
  if (!root) return [];
  return elementsIn(root).flatMap(({ attributes: { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } }) =>
    mode === 'External' ? [] : [{ id, type: type.slice(type.lastIndexOf('/') + 1), target }],
  );
}

/** The name of a part in the archive, from a target relative to a folder or to the package's root. */
function inside(folder: string, target: string): string {
  return posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1);
}
