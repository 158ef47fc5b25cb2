import { XMLParser } from 'fast-xml-parser';

/** An element of a part of a DOCX; names have the usual prefixes (`w:p`), whatever the file calls them. */
export interface WordElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (WordElement | string)[];
}

/**
 * The root of an XML part; null where it is none. A document type is refused (ECMA-376-2, 8.1.4), so no entity is ever expanded; nesting is bounded, for
 * what walks the tree calls itself.
 */
export function wordXml(bytes: Buffer): WordElement | null {
  const text = decoded(bytes);
  if (text === null || /<!DOCTYPE/i.test(text)) return null;
  try {
    const nodes: unknown = parser.parse(text);
    const roots = childrenOf(nodes, {});
    return roots.find((node) => typeof node !== 'string') ?? null;
  } catch (problem) {
    // fast-xml-parser (5.12.1) has plain errors for what is wrong with a text.
    if (problem instanceof Error && problem.constructor === Error) return null;
    throw problem;
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Numeric references are read with the names of HTML (fast-xml-parser 5.12.1).
  htmlEntities: true,
  maxNestedTags: 500,
});

/** Open XML parts are UTF-8 or UTF-16 (ECMA-376-2, 8.1.4). */
function decoded(bytes: Buffer): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Prefix of the file to name of the namespace. */
type Scope = Readonly<Record<string, string>>;

function childrenOf(nodes: unknown, scope: Scope): (WordElement | string)[] {
  return Array.isArray(nodes) ? nodes.flatMap((node: unknown) => elementOf(node, scope)) : [];
}

function elementOf(node: unknown, outer: Scope): (WordElement | string)[] {
  if (typeof node !== 'object' || node === null) return [];
  const record = node as Readonly<Record<string, unknown>>;
  const raw = Object.keys(record).find((key) => key !== ATTRIBUTES);
  if (raw === undefined) return [];
  if (raw === TEXT) return [String(record[raw])];
  const given = (record[ATTRIBUTES] ?? {}) as Readonly<Record<string, unknown>>;
  const scope = scopeWithin(given, outer);
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) attributes[nameIn(key, { ...scope, '': '' })] = String(value);
  return [{ name: nameIn(raw, scope), attributes, children: childrenOf(record[raw], scope) }];
}

function scopeWithin(attributes: Readonly<Record<string, unknown>>, outer: Scope): Scope {
  const declared = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return { ...outer, ...Object.fromEntries(declared.map(([key, uri]) => [key.slice(6), NAMESPACES.get(String(uri)) ?? key.slice(6)])) };
}

function nameIn(raw: string, scope: Scope): string {
  const colon = raw.indexOf(':');
  const prefix = colon < 0 ? '' : raw.slice(0, colon);
  const usual = scope[prefix] ?? prefix;
  return usual === '' ? raw.slice(colon + 1) : `${usual}:${raw.slice(colon + 1)}`;
}

const TEXT = '#text';
const ATTRIBUTES = ':@';

/** Those that are asked for, transitional and strict. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
]);

/** Elements of a name anywhere inside, in order; what only older programs would show (`mc:Fallback`) is left out. */
export function within(element: WordElement, name: string): WordElement[] {
  return elementsIn(element).flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);
}

/** Child elements, `mc:Fallback` left out. */
export function elementsIn({ children }: WordElement): WordElement[] {
  return children.filter((child): child is WordElement => typeof child !== 'string' && child.name !== 'mc:Fallback');
}

/** The first child of each name in turn. */
export function down(element: WordElement | undefined, ...names: readonly string[]): WordElement | undefined {
  return names.reduce<WordElement | undefined>((at, name) => at && elementsIn(at).find((child) => child.name === name), element);
}

/** All characters inside. */
export function charactersOf({ children }: WordElement): string {
  return children.map((child) => (typeof child === 'string' ? child : charactersOf(child))).join('');
}
