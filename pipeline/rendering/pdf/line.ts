import type { GlyphSet } from './font-subset.js';

/* What pdfmake 0.3.11 makes of a text: its inner types, as far as they are used here. */

export interface GlyphRun {
  readonly glyphs: readonly unknown[];
  readonly positions: readonly unknown[];
  readonly advanceWidth: number;
}

/** A face in one document. */
export interface EmbeddedFont {
  readonly name: string;
  /** Thousandths of the type size in a unit of the face. */
  readonly scale: number;
  /** Thousandths of the type size, by the glyph's number in the document. */
  readonly widths: number[];
  readonly subset: GlyphSet & { encode(): Uint8Array };
  layoutRun(text: string): GlyphRun;
  /** Each sign's number in the document, and where the next one stands. */
  encode(text: string): readonly [codes: readonly string[], positions: readonly { readonly xAdvance: number }[]];
  layoutCached(text: string): GlyphRun;
  widthOfString(text: string, size: number, features?: null): number;
}

/** A word, or a part of one that a line may end after, with the space that follows it; widths in points. */
export interface Inline {
  text: string;
  width: number;
  leadingCut: number;
  trailingCut: number;
  readonly font: EmbeddedFont;
  readonly fontSize: number;
  readonly alignment: string;
  readonly lineEnd?: boolean;
  leadingIndent?: number;
  noWrap?: boolean | null;
  x: number;
  justifyShift?: number;
  /** Ours: the space after it does not stretch and no line ends after it. */
  mark?: boolean;
  /** Ours: the whole word of which this is the first piece that fits the column. */
  wideWord?: string;
}

export interface Line {
  x?: number;
  inlines: Inline[];
  inlineWidths: number;
  leadingCut: number;
  trailingCut: number;
  newLineForced?: boolean;
  lastLineInParagraph?: boolean;
  getWidth(): number;
  getHeight(): number;
}
