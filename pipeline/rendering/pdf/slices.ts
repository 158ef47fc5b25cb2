import type { StampPlace } from '../../model/act.js';
import type { FaceName, Faces } from './fonts.js';
import { breakLines, type Line, type Piece } from './lines.js';

/** A line of text; `x` from the text's left border and `y` of the baseline from the slice's top, points, downwards. */
export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly face: FaceName;
  readonly size: number;
  readonly pieces: readonly Piece[];
  /** Added to each stretching space, points. */
  readonly stretch: number;
  readonly overflow: string | null;
  /** Place in a table: all lines of a cell are written before the next cell's, as they are read. */
  readonly cell?: { readonly row: object; readonly column: number };
}
export interface RuleItem {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
export interface CoatOfArmsItem {
  readonly kind: 'coat-of-arms';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Room kept free for a visible signature. */
export interface StampItem {
  readonly kind: 'stamp';
  readonly role: StampPlace['role'];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Item = TextItem | RuleItem | CoatOfArmsItem | StampItem;

/** What is never divided between pages: a line of text, a strip of a table row. Heights in points. */
export interface Slice {
  /** Space above, dropped at the top of a page. */
  readonly before: number;
  readonly height: number;
  readonly items: readonly Item[];
  /** The page must not end after this slice. */
  readonly glued: boolean;
  /** Slices set again above this one when it begins a page: the head of its table. */
  readonly repeat?: readonly Slice[];
  /** Drawn when this slice is the first, or the last, on its page. */
  readonly opening?: readonly Item[];
  readonly closing?: readonly Item[];
}

export type Alignment = 'left' | 'center' | 'right' | 'justify';

export interface ParagraphStyle {
  readonly face: FaceName;
  /** Points. */
  readonly size: number;
  readonly align: Alignment;
  /** Left edge and width of the column, points from the text's left border. */
  readonly x: number;
  readonly width: number;
  readonly firstIndent?: number;
  readonly before?: number;
  /** Stays with the beginning of what follows. */
  readonly keepWithNext?: boolean;
  /** No page ends inside it. */
  readonly keepTogether?: boolean;
}

/**
 * Lines of a paragraph as slices. A page never ends after a paragraph's first line nor before its last: neither stands alone.
 */
export function paragraph(faces: Faces, text: string, style: ParagraphStyle, mark: string | null = null): Slice[] {
  const face = faces[style.face];
  const height = face.lineHeight * style.size;
  const lines = breakLines(text, {
    face,
    size: style.size,
    width: style.width,
    firstIndent: style.firstIndent ?? 0,
    mark,
    justified: style.align === 'justify',
  });
  return lines.map((line, index): Slice => {
    const item = textItem(line, style, index === 0 ? (style.firstIndent ?? 0) : 0, face.ascent * style.size);
    const last = index === lines.length - 1;
    const glued = last ? (style.keepWithNext ?? false) : (style.keepTogether ?? false) || index === 0 || index === lines.length - 2;
    return { before: index === 0 ? (style.before ?? 0) : 0, height, items: [item], glued };
  });
}

/** A line set in a column: `indent` narrows it from the left, `y` is its baseline. */
export function textItem(
  line: Line,
  style: Pick<ParagraphStyle, 'face' | 'size' | 'align' | 'x' | 'width'>,
  indent: number,
  y: number,
): TextItem {
  const room = style.width - indent;
  const free = room - line.width;
  const shift = style.align === 'center' ? free / 2 : style.align === 'right' ? free : 0;
  const stretch = style.align === 'justify' && !line.last && line.stretching > 0 ? Math.max(0, free) / line.stretching : 0;
  return {
    kind: 'text',
    x: style.x + indent + Math.max(0, shift),
    y,
    face: style.face,
    size: style.size,
    pieces: line.pieces,
    stretch,
    overflow: line.overflow,
  };
}

/** The same slices with no page end between them; the last keeps its own rule. */
export function together(slices: readonly Slice[]): Slice[] {
  return slices.map((slice, index) => (index < slices.length - 1 ? { ...slice, glued: true } : slice));
}

/**
 * `block` after `text` so that at least two lines of text stand above it on its page, unless all the text is shorter.
 */
export function withTextAbove(text: readonly Slice[], block: readonly Slice[]): Slice[] {
  const from = Math.max(0, text.length - 2);
  const bound = text.map((slice, index) => (index >= from ? { ...slice, glued: true } : slice));
  return [...bound, ...together(block)];
}
