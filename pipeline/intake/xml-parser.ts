import { XMLParser } from 'fast-xml-parser';
import type { Bounds } from './raw.js';
import { dereferenced } from './xml-characters.js';
import { type WellFormed, wellFormed } from './xml-gate.js';
import { elementName, OUTERMOST, plainAttributes, type Scope, scopeWithin } from './xml-namespaces.js';
import type { XmlElement, XmlText } from './xml-tree.js';

const TEXT = '#text';
const CDATA = '#cdata';
const CDATA_MARKS = '<![CDATA[]]>'.length;
const ATTRIBUTE = '@';
/** Stands before an element's name in the library's tree, where names such as `constructor` would else be refused (5.12.1, `sanitizeName`). */
const ELEMENT = '<';
/** The library asks this twice of an element without content (5.12.1, `transformTagName`). */
const marked = (name: string) => (name.startsWith(ELEMENT) ? name : ELEMENT + name);

/** Text is gathered character by character, at 60 bytes of memory each (5.12.1, `parseXml`): longer runs are kept from the library. */
const LONG_TEXT = 65_536;

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  textNodeName: TEXT,
  cdataPropName: CDATA,
  captureMetaData: true,
  transformTagName: marked,
  onDangerousProperty: (name) => name,
  // The gate has counted the levels already; and as a string the path would be built anew for every node.
  maxNestedTags: Number.POSITIVE_INFINITY,
  jPath: false,
});
const PLACE = XMLParser.getMetaDataSymbol().valueOf();

/** One key names the node and leads to its content; `:@` to its attributes, the symbol to its place. */
type Node = Readonly<Record<string | symbol, unknown>>;

/**
 * The tree of one XML 1.0 document that has no document type. Everything that makes such a document ill-formed (XML 1.0, fifth edition, and Namespaces
 * in XML 1.0) throws an `XmlSyntaxError`. A carriage return comes as a space, for every reader of the tree folds both anyway.
 */
export function xmlTree(text: string, bounds: Bounds): XmlElement {
  const gate = wellFormed(text, bounds);
  const nodes: readonly Node[] = PARSER.parse(shownToParser(text, gate));
  const reading = { text, startTags: gate.startTags, elements: 0 };
  const root = nodes.find((node) => keyOf(node).startsWith(ELEMENT));
  const tree = root && elementFrom(reading, root, OUTERMOST);
  if (tree === undefined || reading.elements !== gate.startTags.size)
    throw new Error('fast-xml-parser sees other elements than the text has');
  return tree;
}

/**
 * The text for the library, offset for offset: comments, instructions and very long runs of text become empty instructions, which alone have a place
 * in its tree (an instruction's quotes would confuse it besides), and carriage returns spaces, which it would drop before line feeds.
 */
function shownToParser(text: string, { pieces }: WellFormed): string {
  const shown: string[] = [];
  let done = 0;
  for (const { isText, from, to } of pieces) {
    if (isText && to - from <= LONG_TEXT) continue;
    shown.push(text.slice(done, from), '<?n', ' '.repeat(to - from - '<?n?>'.length), '?>');
    done = to;
  }
  return [...shown, text.slice(done)].join('').replaceAll('\r', ' ');
}

interface Reading {
  readonly text: string;
  readonly startTags: WellFormed['startTags'];
  elements: number;
}

function elementFrom(reading: Reading, node: Node, outer: Scope): XmlElement {
  const key = keyOf(node);
  const at = placeOf(node).startIndex;
  const tag = reading.startTags.get(at);
  if (tag === undefined) throw new Error('fast-xml-parser sees an element where the text has none');
  reading.elements += 1;
  const values = node[':@'] as Readonly<Record<string, string>> | undefined;
  const attributes = [...tag.attributes].map(([written, place]) => {
    const value = values?.[ATTRIBUTE + written];
    if (value === undefined) throw new Error('fast-xml-parser misses an attribute that the text has');
    return { written, at: place, value: dereferenced(value) };
  });
  const scope = scopeWithin(outer, attributes);
  const written = key.slice(ELEMENT.length);
  return {
    is: 'element',
    written,
    ...elementName(written, scope, at),
    at,
    attributes: plainAttributes(attributes, scope),
    children: childrenFrom(reading, node[key] as readonly Node[], scope, tag.end),
  };
}

/** The library gives text and CDATA no place: each begins where what stands before it ends. */
function childrenFrom(reading: Reading, nodes: readonly Node[], scope: Scope, start: number): (XmlElement | XmlText)[] {
  const children: (XmlElement | XmlText)[] = [];
  let at = start;
  const addText = (raw: string) => children.push({ is: 'text', at, value: dereferenced(raw), isCdata: false });
  for (const node of nodes) {
    const key = keyOf(node);
    if (key === TEXT) {
      const raw = node[TEXT] as string;
      addText(raw);
      at += raw.length;
    } else if (key === CDATA) {
      const value = (node[CDATA] as readonly [Node])[0][TEXT] as string;
      children.push({ is: 'text', at, value, isCdata: true });
      at += value.length + CDATA_MARKS;
    } else {
      const { endIndex } = placeOf(node);
      if (key.startsWith(ELEMENT)) children.push(elementFrom(reading, node, scope));
      else if (reading.text[at] !== '<') addText(reading.text.slice(at, endIndex));
      at = endIndex;
    }
  }
  return children;
}

function keyOf(node: Node): string {
  const key = Object.keys(node).find((name) => name !== ':@');
  if (key === undefined) throw new Error('fast-xml-parser gives a node without a name');
  return key;
}

function placeOf(node: Node): { readonly startIndex: number; readonly endIndex: number } {
  return node[PLACE] as { readonly startIndex: number; readonly endIndex: number };
}
