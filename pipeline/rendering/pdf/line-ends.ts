import { isBound } from '../binding.js';
import type { Inline, Line } from './line.js';

/** A line may end inside a word after a hyphen between letters (`соціально-економічний`) and after a slash, if not inside `з/п` or `т/ф`. */
const INSIDE = /(?:\p{L}[-‐]\n\p{L}|\p{L}{2}\/\n[\p{L}\d]{2})/u;

/** Most that each space of a justified line may grow for words to stay bound to one another, of the type size. */
const LOOSEST = 0.6;

/**
 * Moves the end of a line back to the last place where it may end: between words that are not bound to one another or else between any words, unless
 * nothing would stay on the line or a justified one became much looser by it. `rest` holds what follows on the next lines; `width` is the column's.
 */
export function endWhereAllowed(line: Line, rest: Inline[], width: number): void {
  const next = rest[0];
  if (next === undefined || line.newLineForced) return;
  for (const mayEnd of [betweenFreeWords, betweenWords]) {
    let kept = line.inlines.length;
    while (kept > 0 && !mayEnd(line.inlines[kept - 1] as Inline, line.inlines[kept] ?? next)) kept--;
    if (kept === line.inlines.length) return;
    if (kept > 0 && shorten(line, rest, kept, width)) return;
  }
}

/** Leaves `kept` pieces on the line; tells whether it could. */
function shorten(line: Line, rest: Inline[], kept: number, width: number): boolean {
  const stay = line.inlines.slice(0, kept);
  const last = stay.at(-1) as Inline;
  const moved = line.inlines.slice(kept);
  const inlineWidths = line.inlineWidths - moved.reduce((sum, inline) => sum + inline.width, 0);
  if (last.alignment === 'justify') {
    const open = stretchOf(line.inlines, width - line.getWidth());
    const shortened = stretchOf(stay, width - (inlineWidths - line.leadingCut - last.trailingCut));
    if (shortened - (Number.isFinite(open) ? open : 0) > LOOSEST * last.fontSize) return false;
  }
  line.inlines = stay;
  line.inlineWidths = inlineWidths;
  line.trailingCut = last.trailingCut;
  rest.unshift(...moved);
  return true;
}

/** What each gap of a line gets of the room left free, points. */
function stretchOf(inlines: readonly Inline[], free: number): number {
  const gaps = stretchingGaps(inlines);
  return gaps === 0 ? Number.POSITIVE_INFINITY : Math.max(0, free) / gaps;
}

/** Gaps of a line that grow when it is justified: those of white space, but for the one after a mark. */
export function stretchingGaps(inlines: readonly Inline[]): number {
  return inlines.slice(0, -1).filter(stretches).length;
}

export function stretches({ text, mark }: Inline): boolean {
  return !mark && /\s$/u.test(text);
}

function betweenFreeWords(before: Inline, after: Inline): boolean {
  return betweenWords(before, after) && !isBound(before.text.trim(), after.text.trim());
}

function betweenWords(before: Inline, after: Inline): boolean {
  if (before.mark) return false;
  return /\s$/u.test(before.text) || INSIDE.test(`${before.text}\n${after.text}`);
}
