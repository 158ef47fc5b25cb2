import { isBound } from '../binding.js';
import type { Face, Shape } from './fonts.js';

/** A piece of a line: a word, or a part of one that a line may end after. `space` stands before it. */
export interface Piece {
  readonly shape: Shape;
  readonly space: 'none' | 'fixed' | 'stretching';
}

/** One line of text set in one face; widths in points. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** Spaces that may grow when the line is justified. */
  readonly stretching: number;
  readonly last: boolean;
  /** A word too wide for its column, which begins on this line and had to be cut. */
  readonly overflow: string | null;
}

export interface Measure {
  readonly face: Face;
  readonly size: number;
  readonly width: number;
  /** Taken from the width of the first line. */
  readonly firstIndent?: number;
  /** Number or sign before the text, with a space after it that neither stretches nor ends a line. */
  readonly mark?: string | null;
  /** The lines will be stretched to the width, so that a line left too short would be full of gaps. */
  readonly justified?: boolean;
}

interface Candidate extends Piece {
  readonly width: number;
  readonly mayStartLine: boolean;
}

/** A line may end inside a word after a hyphen between letters (`соціально-економічний`) and after a slash (an address of a site). */
const PARTS = /(?<=\p{L}[-‐])(?=\p{L})|(?<=\p{L}{2}\/)(?=[\p{L}\d]{2})/u;

/** Breaks text into lines, each as full as it can be. Text that is empty gives one empty line; a word wider than the column is cut, never lost. */
export function breakLines(text: string, measure: Measure): Line[] {
  const { face, size } = measure;
  const scale = size / 1000;
  const space = face.spaceWidth * scale;
  const pieces = candidates(text, measure, scale);
  const lines: Line[] = [];
  let line: Candidate[] = [];
  let width = 0;
  let overflow: string | null = null;
  const room = (): number => measure.width - (lines.length === 0 ? (measure.firstIndent ?? 0) : 0);
  const close = (count: number, last: boolean): void => {
    const kept = line.slice(0, count);
    const rest = line.slice(count);
    lines.push({ ...lineOf(kept, space), last, overflow });
    overflow = null;
    line = rest;
    width = lineOf(rest, space).width;
  };
  const looksFull = (pieces: readonly Candidate[]): boolean => {
    if (measure.justified !== true) return true;
    const { width: set, stretching } = lineOf(pieces, space);
    return room() - set <= stretching * LOOSEST * size;
  };
  const gapBefore = (piece: Candidate): number => (line.length === 0 || piece.space === 'none' ? 0 : space);
  for (const piece of pieces) {
    while (line.length > 0 && width + gapBefore(piece) + piece.width > room() + EPSILON) close(breakBefore(line, piece, looksFull), false);
    let rest = piece;
    if (line.length === 0 && rest.width > room() + EPSILON) overflow = piece.shape.text;
    while (line.length === 0 && rest.width > room() + EPSILON) {
      const parts = cut(rest, measure, room());
      if (parts === null) break;
      line = [parts.head];
      close(1, false);
      rest = parts.tail;
    }
    width += gapBefore(rest) + rest.width;
    line.push(rest);
  }
  close(line.length, true);
  return lines;
}

/** Half a thousandth of a point: sums of fractions must not move a word to the next line. */
const EPSILON = 0.0005;

/** Widest a space of a justified line may grow so that words stay bound to one another, of the type size. */
const LOOSEST = 0.6;

/** How many pieces of the open line stay on it: up to the last place where it may end, `next` included, unless that leaves too little on it. */
function breakBefore(line: readonly Candidate[], next: Candidate, looksFull: (pieces: readonly Candidate[]) => boolean): number {
  if (next.mayStartLine) return line.length;
  const last = line.findLastIndex((piece, index) => index > 0 && piece.mayStartLine);
  return last > 0 && looksFull(line.slice(0, last)) ? last : line.length;
}

function candidates(text: string, { face, mark }: Measure, scale: number): Candidate[] {
  const words = text.split(/[ \t\r\n]+/).filter((word) => word !== '');
  const found: Candidate[] = [];
  const add = (part: string, space: Piece['space'], mayStartLine: boolean): void => {
    const shape = face.shape(part);
    found.push({ shape, space, mayStartLine, width: shape.width * scale });
  };
  if (mark) add(mark, 'none', true);
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1];
    const afterMark = index === 0 && Boolean(mark);
    for (const [at, part] of word.split(PARTS).entries()) {
      if (at > 0) add(part, 'none', true);
      else
        add(
          part,
          afterMark ? 'fixed' : index === 0 ? 'none' : 'stretching',
          !afterMark && (previous === undefined || !isBound(previous, word)),
        );
    }
  }
  return found;
}

function lineOf(
  pieces: readonly Candidate[],
  space: number,
): { readonly pieces: readonly Piece[]; readonly width: number; readonly stretching: number } {
  let width = 0;
  let stretching = 0;
  const set = pieces.map((piece, index): Piece => {
    const before = index === 0 ? 'none' : piece.space;
    width += piece.width + (before === 'none' ? 0 : space);
    if (before === 'stretching') stretching++;
    return { shape: piece.shape, space: before };
  });
  return { pieces: set, width, stretching };
}

/** The longest beginning of a piece that fits, one character at least; null if the piece has but one. */
function cut(piece: Candidate, { face, size }: Measure, room: number): { readonly head: Candidate; readonly tail: Candidate } | null {
  const characters = [...piece.shape.text];
  if (characters.length < 2) return null;
  const scale = size / 1000;
  const widthOf = (count: number): number => face.shape(characters.slice(0, count).join('')).width * scale;
  let low = 1;
  let high = characters.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(middle) <= room) low = middle;
    else high = middle - 1;
  }
  const part = (text: string, space: Piece['space']): Candidate => {
    const shape = face.shape(text);
    return { shape, space, mayStartLine: true, width: shape.width * scale };
  };
  return { head: part(characters.slice(0, low).join(''), piece.space), tail: part(characters.slice(low).join(''), 'none') };
}
