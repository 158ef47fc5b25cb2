import { decodeStream } from '../pdf/filters.js';
import { isStream, nameOf, type PdfObject, type PdfStream } from '../pdf/objects.js';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XMP = 'http://ns.adobe.com/xap/1.0/';
/** What a program that touches a file says of itself; nothing of the document. */
const LEFT_BY_PROGRAMS: ReadonlySet<string> = new Set([`${XMP}ModifyDate`, `${XMP}MetadataDate`, 'http://ns.adobe.com/pdf/1.3/Producer']);
const KEYS: ReadonlySet<string> = new Set(['Type', 'Subtype', 'Length', 'length', 'Filter']);
const MAX_NODES = 20_000;

/**
 * True if two XMP streams of a catalog say the same of the document: every property but the program's name and the time of change has the
 * same values in the same order, however they are written. What cannot be read this way is not the same.
 */
export function sameMetadata(from: PdfObject, to: PdfObject): boolean {
  if (!isStream(from) || !isStream(to)) return false;
  if (nameOf(to.dict.get('Type')) !== 'Metadata' || nameOf(to.dict.get('Subtype')) !== 'XML') return false;
  if (![...to.dict.keys()].every((key) => KEYS.has(key))) return false;
  const [old, now] = [propertiesOf(from), propertiesOf(to)];
  if (old === null || now === null || old.size !== now.size) return false;
  return [...old].every(([key, value]) => now.get(key) === value);
}

/** Properties by name, each value as one text; null for what is no plain XMP. */
function propertiesOf(stream: PdfStream): ReadonlyMap<string, string> | null {
  const root = parse(decodeStream(stream).toString('utf8'));
  if (root === null) return null;
  const found = new Map<string, string>();
  const add = (name: string, value: string): boolean => {
    if (LEFT_BY_PROGRAMS.has(name)) return true;
    if (found.has(name)) return false;
    found.set(name, value);
    return true;
  };
  const rdf = root.name === `${RDF}RDF` ? root : root.children.find(({ name }) => name === `${RDF}RDF`);
  if (rdf === undefined || (rdf !== root && root.children.length !== 1)) return null;
  for (const description of rdf.children) {
    if (description.name !== `${RDF}Description` || description.text !== '') return null;
    for (const [name, value] of description.attributes) {
      if (name === `${RDF}about` ? value !== '' : !add(name, said(value))) return null;
    }
    for (const property of description.children) if (!add(property.name, meaningOf(property))) return null;
  }
  return found;
}

const said = (text: string): string => JSON.stringify(text.trim());

/** A property's text, or its whole structure. */
function meaningOf(element: Element): string {
  if (element.children.length === 0 && element.attributes.size === 0) return said(element.text);
  return JSON.stringify([
    element.text.trim(),
    [...element.attributes].sort(([a], [b]) => (a < b ? -1 : 1)),
    element.children.map((child) => [child.name, meaningOf(child)]),
  ]);
}

interface Element {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: Element[];
  text: string;
}

const TOKEN = /<\?[\s\S]*?\?>|<(\/?)([^\s/>!?"'<=]+)((?:\s+[^\s=>/"'<]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** XML with namespaces and nothing that could be read in two ways: no DOCTYPE, comment or CDATA; null for anything else. */
function parse(text: string): Element | null {
  const open: { readonly element: Element; readonly tag: string; readonly scope: ReadonlyMap<string, string> }[] = [];
  let root: Element | null = null;
  let nodes = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text);
    if (token === null || ++nodes > MAX_NODES) return null;
    const [whole, end, tag, attributes = '', empty, characters] = token;
    const parent = open.at(-1);
    if (characters !== undefined) {
      const plain = unescaped(characters);
      if (plain === null || (parent === undefined && plain.replaceAll('\uFEFF', '').trim() !== '')) return null;
      if (parent !== undefined) parent.element.text += parent.element.children.length > 0 && plain.trim() === '' ? '' : plain;
    } else if (tag === undefined) {
      if (!/^<\?xpacket\s/.test(whole) && !/^<\?xml\s/.test(whole)) return null;
    } else if (end === '/') {
      if (parent?.tag !== tag || attributes !== '' || empty === '/') return null;
      if (parent.element.children.length > 0) parent.element.text = parent.element.text.trim();
      open.pop();
    } else {
      const opened = elementOf(tag, attributes, parent?.scope ?? XML_SCOPE);
      if (opened === null || (parent === undefined && root !== null)) return null;
      if (parent === undefined) root = opened.element;
      else parent.element.children.push(opened.element);
      if (empty !== '/') open.push({ ...opened, tag });
    }
  }
  return open.length === 0 ? root : null;
}

const XML_SCOPE: ReadonlyMap<string, string> = new Map([
  ['xml', 'http://www.w3.org/XML/1998/namespace#'],
  ['', ''],
]);

function elementOf(
  tag: string,
  source: string,
  outer: ReadonlyMap<string, string>,
): { readonly element: Element; readonly scope: ReadonlyMap<string, string> } | null {
  const written: [name: string, value: string][] = [];
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    const value = unescaped(double ?? single ?? '');
    if (value === null || written.some(([known]) => known === name)) return null;
    written.push([name, value]);
  }
  const scope = new Map(outer);
  for (const [name, value] of written) if (/^xmlns(:|$)/.test(name)) scope.set(name.slice(6), value);
  const resolved = (name: string, isAttribute: boolean): string | null => {
    const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
    const namespace = prefix === '' && isAttribute ? '' : scope.get(prefix ?? '');
    return namespace === undefined ? null : `${namespace}${local}`;
  };
  const attributes = new Map<string, string>();
  for (const [name, value] of written) {
    if (/^xmlns(:|$)/.test(name)) continue;
    const full = resolved(name, true);
    if (full === null || attributes.has(full)) return null;
    attributes.set(full, value);
  }
  const name = resolved(tag, false);
  // The toolkit that wrote a packet names itself on its root.
  if (name === 'adobe:ns:meta/xmpmeta') attributes.clear();
  return name === null ? null : { element: { name, attributes, children: [], text: '' }, scope };
}

function unescaped(text: string): string | null {
  let isPlain = true;
  const plain = text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]+));|&/g, (_, hex?: string, decimal?: string, name?: string) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : null;
    const character = code === null ? ENTITIES[name ?? ''] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined) isPlain = false;
    return character ?? '';
  });
  return isPlain ? plain : null;
}
