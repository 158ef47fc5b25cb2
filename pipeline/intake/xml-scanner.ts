import { dereference, forbiddenCharacterAt, isQualified, nameAt } from './xml-characters.js';
import { syntax } from './xml-syntax.js';
import type { XmlAttribute, XmlElement, XmlText } from './xml-tree.js';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';
const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/;
const SPACE = /[ \t\r\n]*/y;

type Scope = ReadonlyMap<string, string>;

interface OpenElement {
  readonly element: XmlElement & { readonly children: (XmlElement | XmlText)[] };
  readonly scope: Scope;
}

interface WrittenAttribute {
  readonly written: string;
  readonly at: number;
  readonly value: string;
}

/**
 * The tree of one XML 1.0 document that has no document type: everything that makes such a document ill-formed (XML 1.0, fifth edition, and
 * Namespaces in XML 1.0) throws an `XmlSyntaxError`. Line breaks are left as written, for every reader of the tree folds them anyway. No parser
 * library is used here: those at hand accept much that is not well-formed, and none tells where an attribute stands.
 */
export function scanXml(text: string, maxDepth: number): XmlElement {
  const forbidden = forbiddenCharacterAt(text);
  let at = 0;
  let root: XmlElement | undefined;
  const open: OpenElement[] = [];

  const endsTooEarly = () => syntax.endsTooEarly(text.trimEnd().length, open.at(-1)?.element.written);
  const closing = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    if (found < 0) throw endsTooEarly();
    return found;
  };
  const skipSpace = (): boolean => {
    SPACE.lastIndex = at;
    const length = SPACE.exec(text)?.[0].length ?? 0;
    at += length;
    return length > 0;
  };
  const readName = (): string => {
    const name = nameAt(text, at);
    if (name === '') throw at >= text.length ? endsTooEarly() : syntax.name(at);
    if (!isQualified(name)) throw syntax.qualifiedName(at, name);
    at += name.length;
    return name;
  };
  const resolved = (raw: string, from: number): string => {
    const value = dereference(raw);
    if (typeof value !== 'string') throw syntax.reference(from + value.at, value);
    return value;
  };

  const readText = (): void => {
    const next = text.indexOf('<', at);
    const raw = text.slice(at, next < 0 ? text.length : next);
    const from = at;
    at += raw.length;
    const parent = open.at(-1);
    if (parent === undefined) {
      const stray = raw.search(/[^ \t\r\n]/);
      if (stray >= 0) throw syntax.outsideRoot(from + stray);
      return;
    }
    if (next < 0) throw endsTooEarly();
    const cdataEnd = raw.indexOf(']]>');
    if (cdataEnd >= 0) throw syntax.cdataEnd(from + cdataEnd);
    parent.element.children.push({ is: 'text', at: from, value: resolved(raw, from), isCdata: false });
  };

  const readComment = (): void => {
    const dashes = closing('--', at + 4);
    if (text[dashes + 2] !== '>') throw dashes + 2 >= text.length ? endsTooEarly() : syntax.comment(dashes);
    at = dashes + 3;
  };

  const readCdata = (): void => {
    const parent = open.at(-1);
    if (parent === undefined) throw syntax.outsideRoot(at);
    const end = closing(']]>', at + 9);
    parent.element.children.push({ is: 'text', at, value: text.slice(at + 9, end), isCdata: true });
    at = end + 3;
  };

  const readInstruction = (): void => {
    const end = closing('?>', at + 2);
    const target = nameAt(text, at + 2);
    if (target.toLowerCase() === 'xml') throw syntax.declaration(at);
    const after = text.slice(at + 2 + target.length, end);
    if (target === '' || target.includes(':') || (after !== '' && !/^[ \t\r\n]/.test(after))) throw syntax.instruction(at);
    at = end + 2;
  };

  const readEndTag = (): void => {
    const from = at;
    at += 2;
    const name = readName();
    skipSpace();
    if (at >= text.length) throw endsTooEarly();
    if (text[at] !== '>') throw syntax.tagEnd(at, `/${name}`);
    at += 1;
    const closed = open.pop();
    if (closed?.element.written !== name) throw syntax.endTag(from, name, closed?.element.written);
  };

  const readAttribute = (): WrittenAttribute => {
    const from = at;
    const written = readName();
    skipSpace();
    if (at >= text.length) throw endsTooEarly();
    if (text[at] !== '=') throw syntax.attributeValue(from, written);
    at += 1;
    skipSpace();
    const quote = text[at];
    if (quote === undefined) throw endsTooEarly();
    if (quote !== '"' && quote !== "'") throw syntax.attributeValue(from, written);
    const end = text.indexOf(quote, at + 1);
    const raw = text.slice(at + 1, end < 0 ? text.length : end);
    if (raw.includes('<')) throw syntax.attributeValue(from, written);
    if (end < 0) throw endsTooEarly();
    const value = resolved(raw, at + 1);
    at = end + 1;
    return { written, at: from, value };
  };

  const readStartTag = (): void => {
    const from = at;
    at += 1;
    const written = readName();
    if (root !== undefined && open.length === 0) throw syntax.outsideRoot(from);
    if (open.length >= maxDepth) throw syntax.tooDeep(from, maxDepth);
    const attributes: WrittenAttribute[] = [];
    const names = new Set<string>();
    for (;;) {
      const hasSpace = skipSpace();
      if (at >= text.length) throw endsTooEarly();
      if (text[at] === '>' || text[at] === '/') break;
      if (!hasSpace) throw attributes.length === 0 ? syntax.tagEnd(at, written) : syntax.attributeSpace(at);
      const attribute = readAttribute();
      if (names.has(attribute.written)) throw syntax.repeatedAttribute(attribute.at, attribute.written);
      names.add(attribute.written);
      attributes.push(attribute);
    }
    const isEmpty = text[at] === '/';
    at += isEmpty ? 2 : 1;
    if (isEmpty && text[at - 1] !== '>') throw at > text.length ? endsTooEarly() : syntax.tagEnd(at - 1, written);
    const scope = scopeWith(open.at(-1)?.scope ?? new Map([['xml', XML_NAMESPACE]]), attributes);
    const { name, namespace } = expanded(written, scope, from, true);
    const element: OpenElement['element'] = {
      is: 'element',
      written,
      name,
      namespace,
      at: from,
      attributes: plainAttributes(attributes, scope),
      children: [],
    };
    open.at(-1)?.element.children.push(element);
    root ??= element;
    if (!isEmpty) open.push({ element, scope });
  };

  if (/^<\?xml[ \t\r\n]/.test(text)) {
    const declaration = DECLARATION.exec(text)?.[0];
    if (declaration === undefined) throw text.includes('?>') ? syntax.declaration(0) : endsTooEarly();
    at = declaration.length;
  }
  while (at < text.length) {
    if (forbidden >= 0 && at > forbidden) break;
    if (text[at] !== '<') readText();
    else if (text.startsWith('</', at)) readEndTag();
    else if (text.startsWith('<?', at)) readInstruction();
    else if (text.startsWith('<!--', at)) readComment();
    else if (text.startsWith('<![CDATA[', at)) readCdata();
    else if (text.startsWith('<!DOCTYPE', at)) throw syntax.doctype(at);
    else if (text.startsWith('<!', at)) throw isStartOfMarkup(text.slice(at)) ? endsTooEarly() : syntax.markup(at);
    else readStartTag();
  }
  if (forbidden >= 0) throw syntax.character(forbidden, text.charCodeAt(forbidden));
  if (root === undefined || open.length > 0) throw endsTooEarly();
  return root;
}

/** True where a text that ends might still have become a comment, a CDATA section or a document type. */
function isStartOfMarkup(rest: string): boolean {
  return ['<!--', '<![CDATA[', '<!DOCTYPE'].some((mark) => mark.startsWith(rest));
}

function scopeWith(outer: Scope, attributes: readonly WrittenAttribute[]): Scope {
  const declarations = attributes.filter(({ written }) => isDeclaration(written));
  if (declarations.length === 0) return outer;
  const scope = new Map(outer);
  for (const { written, value, at } of declarations) {
    const prefix = written === 'xmlns' ? '' : written.slice('xmlns:'.length);
    const isWrong =
      prefix === 'xmlns' ||
      value === XMLNS_NAMESPACE ||
      (prefix === 'xml') !== (value === XML_NAMESPACE) ||
      (prefix !== '' && value === '');
    if (isWrong) throw syntax.namespaceDeclaration(at);
    scope.set(prefix, value);
  }
  return scope;
}

function plainAttributes(attributes: readonly WrittenAttribute[], scope: Scope): XmlAttribute[] {
  const seen = new Set<string>();
  const plain: XmlAttribute[] = [];
  for (const { written, at, value } of attributes) {
    if (isDeclaration(written)) continue;
    const { name, namespace } = expanded(written, scope, at, false);
    const key = `${namespace} ${name}`;
    if (seen.has(key)) throw syntax.repeatedAttribute(at, written);
    seen.add(key);
    plain.push({ written, name, namespace, at, value });
  }
  return plain;
}

function expanded(written: string, scope: Scope, at: number, takesDefault: boolean): { readonly name: string; readonly namespace: string } {
  const colon = written.indexOf(':');
  if (colon < 0) return { name: written, namespace: takesDefault ? (scope.get('') ?? '') : '' };
  const prefix = written.slice(0, colon);
  const namespace = scope.get(prefix);
  if (namespace === undefined) throw syntax.prefix(at, prefix);
  return { name: written.slice(colon + 1), namespace };
}

function isDeclaration(written: string): boolean {
  return written === 'xmlns' || written.startsWith('xmlns:');
}
