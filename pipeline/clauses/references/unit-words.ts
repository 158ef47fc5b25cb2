import type { Unit } from './norm.js';
import type { Token } from './tokens.js';

/** A unit's name at a place of the text: `next` is the token after it. */
export interface UnitName {
  readonly unit: Unit;
  /** `ст. ст.`, `статей`: several values follow. */
  readonly plural: boolean;
  /** Written out, not abbreviated. */
  readonly full: boolean;
  readonly next: number;
}

const SHORT: Readonly<Record<string, Unit>> = {
  ст: 'article',
  ч: 'part',
  част: 'part',
  п: 'point',
  пп: 'subpoint',
  підп: 'subpoint',
  абз: 'paragraph',
  розд: 'section',
};

/** Written out, in every case; the second group marks forms that are plural only. */
const FULL: readonly (readonly [Unit, RegExp])[] = [
  ['article', /^(?:статт(?:я|і|ю|ею)|(статей|статтям|статтями|статтях))$/u],
  ['part', /^(?:частин(?:а|и|і|у|ою)|(частин|частинам|частинами|частинах))$/u],
  ['point', /^(?:пункт(?:|у|а|ом|і|ові)|(пунктів|пункти|пунктам|пунктами|пунктах))$/u],
  ['subpoint', /^(?:підпункт(?:|у|а|ом|і|ові)|(підпунктів|підпункти|підпунктам|підпунктами|підпунктах))$/u],
  ['paragraph', /^(?:абзац(?:|у|а|ем|і|еві)|(абзаців|абзаци|абзацам|абзацами|абзацах))$/u],
  ['section', /^(?:розділ(?:|у|ом|і|ові)|(розділів|розділи|розділам|розділами|розділах))$/u],
];

/** The name of a unit that begins at token `at`, repeated abbreviations (`ст. ст.`, `п.п.`) taken together. */
export function unitNameAt(all: readonly Token[], at: number): UnitName | undefined {
  const token = all[at];
  if (token?.is !== 'word') return undefined;
  const short = SHORT[token.text];
  if (short !== undefined) return shortNameAt(all, at, short);
  for (const [unit, pattern] of FULL) {
    const match = pattern.exec(token.text);
    if (match !== null) return { unit, plural: match[1] !== undefined, full: true, next: at + 1 };
  }
  return undefined;
}

function shortNameAt(all: readonly Token[], at: number, unit: Unit): UnitName {
  const word = all[at]?.text;
  let next = at;
  let times = 0;
  while (all[next]?.text === word && all[next]?.is === 'word') {
    times += 1;
    next += all[next + 1]?.text === '.' ? 2 : 1;
  }
  return { unit, plural: times > 1, full: false, next };
}
