import type { Bounds } from './raw.js';
import { badReferenceIn, forbiddenCharacterAt, isQualified, NAME, nameAt } from './xml-characters.js';
import { syntax, type XmlSyntaxError } from './xml-syntax.js';

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/;
const ATTRIBUTE = new RegExp(`[ \\t\\r\\n]+(${NAME})[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:"([^<"]*)"|'([^<']*)')`, 'uy');
const TAG_END = /[ \t\r\n]*(\/?)>/y;
/** What may follow an attribute's name where a file breaks off. */
const CUT_ATTRIBUTE = /^[ \t\r\n]*(?:=[ \t\r\n]*(?:"[^<"]*|'[^<']*)?)?$/;
const OPENINGS = ['<!--', '<![CDATA[', '<!DOCTYPE'];

export interface StartTag {
  /** Offset after its `>`. */
  readonly end: number;
  /** Offset of each attribute's name, by the name as written. */
  readonly attributes: ReadonlyMap<string, number>;
}

/** A run of text, or a comment, an instruction or the declaration, between two offsets. */
export interface Piece {
  readonly isText: boolean;
  readonly from: number;
  readonly to: number;
}

export interface WellFormed {
  /** By the offset of their `<`. */
  readonly startTags: ReadonlyMap<number, StartTag>;
  /** In order of place; without CDATA sections. */
  readonly pieces: readonly Piece[];
}

/**
 * Lets a text pass that is one well-formed XML 1.0 document (fifth edition) without a document type, prefixes apart; the first thing wrong with any
 * other throws an `XmlSyntaxError` with its place, or says that the text merely breaks off.
 *
 * fast-xml-parser (5.12.1) cannot stand for this: its parser does not even see whether end tags match. Its validator, deprecated, lets `<` in values
 * pass, `--` in comments, `]]>` in text, forbidden characters, undeclared entities, declarations in the middle, a second root after `<a/>` and a last
 * tag that is cut, and tells a file that breaks off from a wrong one by the wording of its message only.
 */
export function wellFormed(text: string, { depth, parts: most }: Bounds): WellFormed {
  const forbidden = forbiddenCharacterAt(text);
  const open: string[] = [];
  const startTags = new Map<number, StartTag>();
  const pieces: Piece[] = [];
  let at = 0;
  let parts = 0;

  const countPart = (): void => {
    parts += 1;
    if (parts > most) throw syntax.tooManyParts(at, most);
  };
  const endsTooEarly = () => syntax.endsTooEarly(text.trimEnd().length, open.at(-1));
  const closing = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    if (found < 0) throw endsTooEarly();
    return found;
  };
  const checkedName = (from: number): string => {
    const name = nameAt(text, from);
    if (from + name.length >= text.length) throw endsTooEarly();
    if (name === '') throw syntax.name(from);
    if (!isQualified(name)) throw syntax.qualifiedName(from, name);
    return name;
  };
  const checkReferences = (raw: string, from: number): void => {
    const bad = badReferenceIn(raw);
    if (bad !== undefined) throw syntax.reference(from + bad.at, bad);
  };
  const passOver = (to: number, isText = false): void => {
    pieces.push({ isText, from: at, to });
    at = to;
  };

  const readText = (): void => {
    const next = text.indexOf('<', at);
    const raw = text.slice(at, next < 0 ? text.length : next);
    if (open.length === 0) {
      const stray = raw.search(/[^ \t\r\n]/);
      if (stray >= 0) throw syntax.outsideRoot(at + stray);
    } else {
      if (next < 0) throw endsTooEarly();
      const cdataEnd = raw.indexOf(']]>');
      if (cdataEnd >= 0) throw syntax.cdataEnd(at + cdataEnd);
      checkReferences(raw, at);
    }
    passOver(at + raw.length, true);
  };

  const readComment = (): void => {
    const dashes = closing('--', at + 4);
    if (text[dashes + 2] !== '>') throw dashes + 2 >= text.length ? endsTooEarly() : syntax.comment(dashes);
    passOver(dashes + 3);
  };

  const readCdata = (): void => {
    if (open.length === 0) throw syntax.outsideRoot(at);
    at = closing(']]>', at + 9) + 3;
  };

  const readInstruction = (): void => {
    const end = closing('?>', at + 2);
    const target = nameAt(text, at + 2);
    if (target.toLowerCase() === 'xml') throw syntax.declaration(at);
    const after = text.slice(at + 2 + target.length, end);
    if (target === '' || target.includes(':') || (after !== '' && !/^[ \t\r\n]/.test(after))) throw syntax.instruction(at);
    passOver(end + 2);
  };

  const readEndTag = (): void => {
    const name = checkedName(at + 2);
    const nameEnd = at + 2 + name.length;
    const end = matchAt(TAG_END, text, nameEnd);
    if (end === null || end[1] === '/') {
      const wrong = nameEnd + text.slice(nameEnd).search(/[^ \t\r\n]|$/);
      throw wrong >= text.length ? endsTooEarly() : syntax.tagEnd(wrong, `/${name}`);
    }
    const opened = open.pop();
    if (opened !== name) throw syntax.endTag(at, name, opened);
    at = nameEnd + end[0].length;
  };

  /** Why neither an attribute nor the end of a start tag stands where the one should. */
  const wrongInTag = (from: number, tag: string, hasAttributes: boolean): XmlSyntaxError => {
    const next = from + text.slice(from).search(/[^ \t\r\n]|$/);
    if (next >= text.length) return endsTooEarly();
    if (text[next] === '/') return next + 1 >= text.length ? endsTooEarly() : syntax.tagEnd(next + 1, tag);
    if (next === from) return hasAttributes ? syntax.attributeSpace(from) : syntax.tagEnd(from, tag);
    const name = checkedName(next);
    return CUT_ATTRIBUTE.test(text.slice(next + name.length)) ? endsTooEarly() : syntax.attributeValue(next, name);
  };

  const readStartTag = (): void => {
    const name = checkedName(at + 1);
    if (startTags.size > 0 && open.length === 0) throw syntax.outsideRoot(at);
    if (open.length >= depth) throw syntax.tooDeep(at, depth);
    const attributes = new Map<string, number>();
    let from = at + 1 + name.length;
    for (let found = matchAt(ATTRIBUTE, text, from); found !== null; found = matchAt(ATTRIBUTE, text, from)) {
      countPart();
      const [written, attribute = '', double, single = ''] = found;
      const value = double ?? single;
      from += written.length;
      const place = from - written.trimStart().length;
      if (!isQualified(attribute)) throw syntax.qualifiedName(place, attribute);
      checkReferences(value, from - 1 - value.length);
      if (attributes.has(attribute)) throw syntax.repeatedAttribute(place, attribute);
      attributes.set(attribute, place);
    }
    const end = matchAt(TAG_END, text, from);
    if (end === null) throw wrongInTag(from, name, attributes.size > 0);
    startTags.set(at, { end: from + end[0].length, attributes });
    if (end[1] === '') open.push(name);
    at = from + end[0].length;
  };

  if (/^<\?xml[ \t\r\n]/.test(text)) {
    const declaration = DECLARATION.exec(text)?.[0];
    if (declaration === undefined) throw text.includes('?>') ? syntax.declaration(0) : endsTooEarly();
    passOver(declaration.length);
  }
  while (at < text.length && (forbidden < 0 || at <= forbidden)) {
    countPart();
    if (text[at] !== '<') readText();
    else if (text.startsWith('</', at)) readEndTag();
    else if (text.startsWith('<?', at)) readInstruction();
    else if (text.startsWith('<!--', at)) readComment();
    else if (text.startsWith('<![CDATA[', at)) readCdata();
    else if (text.startsWith('<!DOCTYPE', at)) throw syntax.doctype(at);
    else if (text.startsWith('<!', at)) throw OPENINGS.some((mark) => mark.startsWith(text.slice(at))) ? endsTooEarly() : syntax.markup(at);
    else readStartTag();
  }
  if (forbidden >= 0) throw syntax.character(forbidden, text.charCodeAt(forbidden));
  if (startTags.size === 0 || open.length > 0) throw endsTooEarly();
  return { startTags, pieces };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
