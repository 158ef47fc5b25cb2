import { isBound } from '../binding.js';
import type { Inline, Line } from './internals.js';

/** A line may end inside a word after a hyphen between letters (`соціально-економічний`) and after a slash (an address of a site). */
const INSIDE = /(?:\p{L}[-‐]\n\p{L}|\p{L}\/\n[\p{L}\d])/u;

/** Widest a space of a justified line may grow so that words stay bound to one another, of the type size. */
const LOOSEST = 0.6;

/**
 * Moves the end of a line back to the last place where it may end, unless nothing would stay on the line or a justified one became too loose
 * to look at. `rest` holds what follows on the next lines; `width` is the column's.
 */
export function endWhereAllowed(line: Line, rest: Inline[], width: number): void {
  const next = rest[0];
  if (next === undefined || line.newLineForced) return;
  let kept = line.inlines.length;
  while (kept > 0 && !mayEnd(line.inlines, kept, next)) kept--;
  if (kept === 0 || kept === line.inlines.length) return;
  const stay = line.inlines.slice(0, kept);
  const last = stay.at(-1) as Inline;
  const moved = line.inlines.slice(kept);
  const inlineWidths = line.inlineWidths - moved.reduce((sum, inline) => sum + inline.width, 0);
  if (last.alignment === 'justify') {
    const free = width - (inlineWidths - line.leadingCut - last.trailingCut);
    if (free > LOOSEST * last.fontSize * stretchingGaps(stay)) return;
  }
  line.inlines = stay;
  line.inlineWidths = inlineWidths;
  line.trailingCut = last.trailingCut;
  rest.unshift(...moved);
}

/** Gaps of a line that grow when it is justified: those of white space, but for the one after a mark. */
export function stretchingGaps(inlines: readonly Inline[]): number {
  return inlines.slice(0, -1).filter(stretches).length;
}

export function stretches({ text, mark }: Inline): boolean {
  return !mark && /\s$/u.test(text);
}

/** Whether a line may end before the piece at `index`, which is `next` after the line's last. */
function mayEnd(inlines: readonly Inline[], index: number, next: Inline): boolean {
  const before = inlines[index - 1] as Inline;
  const after = inlines[index] ?? next;
  if (before.mark) return false;
  if (!/\s$/u.test(before.text)) return INSIDE.test(`${before.text}\n${after.text}`);
  return !isBound(before.text.trim(), after.text.trim());
}
