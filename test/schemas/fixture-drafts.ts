import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeXml } from '../../pipeline/intake/encoding.js';
import type { Reading } from '../../pipeline/intake/reading.js';
import { kinds } from '../../pipeline/kinds/index.js';
import type { Kind } from '../../pipeline/model/kind.js';
import { isObject, xmlOf } from '../../pipeline/skeleton/draft-xml.js';

export interface FixtureDraft {
  readonly file: string;
  readonly kind: Kind;
  readonly json: Readonly<Record<string, unknown>>;
  readonly xml: string;
}

const FOLDER = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Every draft of a form that both languages can say under `fixtures/`, in both: the one it has, and the other made from it. Goldens are left out. */
export async function fixtureDrafts(read: Reading['read']): Promise<FixtureDraft[]> {
  const names = await readdir(FOLDER, { recursive: true });
  const drafts: FixtureDraft[] = [];
  for (const name of names.filter((path) => !/(?:^|[\\/])golden[\\/]|\.findings\.json$/.test(path)).sort()) {
    if (!['.json', '.xml', '.zip'].includes(extname(name))) continue;
    const bytes = await readFile(join(FOLDER, name));
    const draft = extname(name) === '.json' ? fromJson(bytes.toString('utf8')) : await fromRead(read, name, bytes);
    if (draft !== null) drafts.push({ file: name, ...draft });
  }
  return drafts;
}

function fromJson(text: string): Omit<FixtureDraft, 'file'> | null {
  const json = parsed(text);
  const kind = isObject(json) ? kinds.find(({ id }) => id === json['kind']) : undefined;
  return isObject(json) && kind !== undefined ? { kind, json, xml: xmlOf(json, kind.shape, kind.id) } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function fromRead(read: Reading['read'], name: string, bytes: Buffer): Promise<Omit<FixtureDraft, 'file'> | null> {
  const outcome = await read({ name, bytes });
  if (!outcome.readable || outcome.flaws.some(({ rule }) => !rule.startsWith('T-zip-'))) return null;
  const content = JSON.parse(JSON.stringify(outcome.draft.content)) as Readonly<Record<string, unknown>>;
  const kind = kinds.find(({ id }) => id === content['kind']);
  if (kind === undefined) return null;
  const keys = kind.shape.fields.map(({ key }) => key);
  const json = Object.fromEntries(Object.entries(content).filter(([key]) => keys.includes(key)));
  const decoded = extname(name) === '.xml' ? decodeXml(bytes) : null;
  // The outside judge reads UTF-8 only, so a declaration of another encoding goes with the encoding.
  const xml = decoded?.readable ? decoded.text.replace(/^<\?xml[^>]*\?>/, '') : xmlOf(json, kind.shape, kind.id);
  return { kind, json, xml };
}
