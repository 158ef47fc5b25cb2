const START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
/** Source of a pattern, to be read as Unicode, for a name (XML 1.0, production 5). */
export const NAME = `[${START}][${START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
const NAME_HERE = new RegExp(NAME, 'uy');
const NOT_ALLOWED = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const REFERENCE = /&(?:#(?:x([0-9A-Fa-f]+)|([0-9]+))|([^;&<\s]*));|&/g;
const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The name that begins at an offset, `''` if none does. */
export function nameAt(text: string, at: number): string {
  NAME_HERE.lastIndex = at;
  return NAME_HERE.exec(text)?.[0] ?? '';
}

/** True for a qualified name: no colon, or one with a name on each side (Namespaces in XML 1.0, section 4). */
export function isQualified(name: string): boolean {
  const parts = name.split(':');
  return parts.length <= 2 && parts.every((part) => part !== '' && nameAt(part, 0) === part);
}

/** Offset of the first character that XML 1.0 does not allow at all (production 2), -1 if there is none. */
export function forbiddenCharacterAt(text: string): number {
  return text.search(NOT_ALLOWED);
}

/** A reference that is not to be had: its offset within the text given, and how it is written. */
export interface BadReference {
  readonly at: number;
  readonly written: string;
  /** `character`: of a character that XML does not allow; `entity`: of an undeclared entity; `bare`: an ampersand that begins none. */
  readonly kind: 'character' | 'entity' | 'bare';
}

/** The first reference in a text or value that is none of a character that XML allows and none of the five predefined entities. */
export function badReferenceIn(raw: string): BadReference | undefined {
  if (!raw.includes('&')) return undefined;
  for (const match of raw.matchAll(REFERENCE)) {
    if (meant(match) !== undefined) continue;
    const [written, hex, decimal, name = ''] = match;
    const kind = (hex ?? decimal) ? 'character' : name !== '' && nameAt(name, 0) === name ? 'entity' : 'bare';
    return { at: match.index, written, kind };
  }
  return undefined;
}

/** Text with its references replaced; there is no bad one in it. */
export function dereferenced(raw: string): string {
  return raw.includes('&') ? raw.replace(REFERENCE, (...match) => meant(match) ?? '') : raw;
}

function meant([, hex, decimal, name = '']: readonly (string | undefined)[]): string | undefined {
  return (hex ?? decimal) ? characterOf(hex, decimal) : PREDEFINED.get(name);
}

function characterOf(hex: string | undefined, decimal: string | undefined): string | undefined {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return forbiddenCharacterAt(character) < 0 ? character : undefined;
}
