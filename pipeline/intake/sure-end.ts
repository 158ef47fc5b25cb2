import { isUtf8 } from 'node:buffer';
import { extname } from 'node:path';
import { scanJson } from './json-scan.js';
import type { Bounds } from './raw.js';

/**
 * True if a file surely does not break off: JSON whose last bracket closes its first, XML that ends with its root's end tag. Cheap, for it is asked of
 * all that lies in the inbox; false says nothing yet.
 */
export function hasSureEnd(name: string, bytes: Buffer, bounds: Bounds): boolean {
  const extension = extname(name).toLowerCase();
  if ((extension !== '.json' && extension !== '.xml') || !isUtf8(bytes)) return false;
  const text = bytes.toString('utf8');
  if (extension === '.json') return /\}\s*$/.test(text.slice(-TAIL)) && !scanJson(text, bounds).isOpenAtEnd;
  const [, last] = END_TAG.exec(text.slice(-TAIL)) ?? [];
  const [, root] = FIRST_TAG.exec(text) ?? [];
  return last !== undefined && last === root;
}

/** Characters at the end that are looked at. */
const TAIL = 1000;
const END_TAG = /<\/([^\s<>/]+)\s*>\s*$/;
/** The first tag that is no declaration and no comment; a name within a comment before it only makes the answer false. */
const FIRST_TAG = /<([^\s<>/!?]+)[\s>/]/;
