import type { IntakeLimits } from '../model/office.js';
import type { Flaw } from './raw.js';

/** Longest text and list that are taken into a draft. */
export type SizeLimits = Pick<IntakeLimits, 'fieldLength' | 'listLength'>;

/** A draft on its way from what the file says to the form. */
export interface Shaping {
  readonly flaws: Flaw[];
  readonly places: Map<string, number>;
  readonly isXml: boolean;
  readonly limits: SizeLimits;
}

/** A label and a key to name a value by, and its pointer. */
export interface Spot {
  readonly name: string;
  readonly pointer: string;
}

const SOFT_HYPHEN = '\u00AD';
/** What no XML file can hold (XML 1.0, production 2), so JSON may not say it either. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Runs of space, tab and line break become one space, ends are trimmed; U+00A0 stays. */
export function collapse(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** A text without what no draft may hold, each such thing a flaw, cut to the longest that is taken. */
export function cleanText(shaping: Shaping, text: string, at: number, spot: Spot): string {
  const hasSoftHyphen = text.includes(SOFT_HYPHEN);
  if (hasSoftHyphen) {
    shaping.flaws.push({
      rule: 'T-soft-hyphen',
      pointer: spot.pointer,
      at,
      message: `Поле ${spot.name} містить мʼякі переноси (U+00AD)`,
      expected: 'слова без знаків переносу',
      hint: 'Приберіть мʼякі переноси: слова переносить програма.',
    });
  }
  const foreign = text.match(NOT_IN_XML);
  if (foreign) {
    const code = (foreign[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    shaping.flaws.push({
      rule: 'T-character',
      pointer: spot.pointer,
      at,
      message: `Поле ${spot.name} містить керівний знак U+${code}`,
      expected: 'текст без керівних знаків',
      hint: 'Приберіть цей знак.',
    });
  }
  return withinLength(shaping, withoutForeign(text, foreign !== null, hasSoftHyphen), at, spot);
}

function withoutForeign(text: string, hasForeign: boolean, hasSoftHyphen: boolean): string {
  const plain = hasForeign ? text.replace(NOT_IN_XML, ' ') : text;
  return collapse(hasSoftHyphen ? plain.replaceAll(SOFT_HYPHEN, '') : plain);
}

function withinLength({ flaws, limits: { fieldLength } }: Shaping, text: string, at: number, { name, pointer }: Spot): string {
  if (text.length <= fieldLength) return text;
  flaws.push({
    rule: 'T-size',
    pointer,
    at,
    message: `Поле ${name} завелике: ${text.length} знаків`,
    expected: `не більше ${fieldLength} знаків`,
    hint: 'Скоротіть текст або поділіть його на абзаци.',
  });
  return text.slice(0, fieldLength);
}
