import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { Fault } from '../../model/fault.js';

export type FaceName = 'regular' | 'bold' | 'italic';

/** A glyph and the characters a reader should find behind it. */
export interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** A word set in a face, measured in thousandths of the type size. */
export interface Shape {
  readonly text: string;
  readonly width: number;
  readonly glyphs: readonly Glyph[];
  /** What kerning adds to each glyph's own advance; null if nothing. */
  readonly kerning: Float32Array | null;
  /** x and y of each glyph's offset, as marks over letters have it; null if none is moved. */
  readonly offsets: Float32Array | null;
}

/** One face of the type family, parsed once for all documents. */
export interface Face {
  readonly name: FaceName;
  readonly font: fontkit.Font;
  /** The font file. */
  readonly bytes: Uint8Array;
  /** Of the type size: baseline below the line's top, and line to line. */
  readonly ascent: number;
  readonly lineHeight: number;
  /** Thousandths of the type size. */
  readonly spaceWidth: number;
  /** Bounded: the words used last are remembered. */
  shape(word: string): Shape;
  has(codePoint: number): boolean;
}

export type Faces = Readonly<Record<FaceName, Face>>;

/** Words remembered for one face: covers the vocabulary of an office's week; about 1 KB each. */
const REMEMBERED_WORDS = 16_384;
/** A longer piece of text is no word worth remembering. */
const REMEMBERED_LENGTH = 64;

const FILES: Readonly<Record<FaceName, string>> = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
};

/** Tinos, which has the metrics of Times New Roman and all Ukrainian signs. Reads three files, once. Fault `font-missing` names the file. */
export function loadTinos(): Faces {
  return { regular: loadFace('regular'), bold: loadFace('bold'), italic: loadFace('italic') };
}

function loadFace(name: FaceName): Face {
  let bytes: Buffer;
  try {
    bytes = readFileSync(createRequire(import.meta.url).resolve(FILES[name]));
  } catch (cause) {
    throw new Fault('font-missing', `Cannot read the font ${FILES[name]}: run "npm ci" again`, { cause });
  }
  return face(name, bytes, fontkit.create(bytes) as fontkit.Font);
}

function face(name: FaceName, bytes: Buffer, font: fontkit.Font): Face {
  const scale = 1000 / font.unitsPerEm;
  const remembered = new Map<string, Shape>();
  const glyphs = new Map<number, Glyph>();
  const glyphOf: GlyphOf = (id, advanceWidth, codePoint) => {
    const key = id * 0x110000 + codePoint;
    const known = glyphs.get(key) ?? { id, advanceWidth, codePoints: codePoint === NO_CODE_POINT ? [] : [codePoint] };
    glyphs.set(key, known);
    return known;
  };
  const shape = (word: string): Shape => {
    const known = remembered.get(word);
    if (known !== undefined) {
      remembered.delete(word);
      remembered.set(word, known);
      return known;
    }
    const made = shapeOf(font, word, scale, glyphOf);
    if (word.length > REMEMBERED_LENGTH) return made;
    remembered.set(word, made);
    if (remembered.size > REMEMBERED_WORDS) {
      const oldest = remembered.keys().next();
      if (!oldest.done) remembered.delete(oldest.value);
    }
    return made;
  };
  return {
    name,
    font,
    bytes,
    ascent: font.ascent / font.unitsPerEm,
    lineHeight: (font.ascent - font.descent + font.lineGap) / font.unitsPerEm,
    spaceWidth: font.glyphForCodePoint(0x20).advanceWidth * scale,
    shape,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
}

type GlyphOf = (id: number, advanceWidth: number, codePoint: number) => Glyph;

const NO_CODE_POINT = 0;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/**
 * fontkit's glyphs carry code points, too, but they are those of whoever first asked a parsed font for the glyph, none if that was the
 * writing of an earlier file. So each glyph gets the character that stands in its place in the word.
 */
function shapeOf(font: fontkit.Font, text: string, scale: number, glyphOf: GlyphOf): Shape {
  const run = font.layout(text);
  const characters = [...text].map((character) => character.codePointAt(0) ?? NO_CODE_POINT);
  const inStep = characters.length === run.glyphs.length;
  const kerning = new Float32Array(run.glyphs.length);
  const offsets = new Float32Array(run.glyphs.length * 2);
  const glyphs: Glyph[] = [];
  let width = 0;
  for (const [i, position] of run.positions.entries()) {
    const { id = 0, advanceWidth = 0, codePoints = [] } = run.glyphs[i] ?? {};
    const codePoint = (inStep ? characters[i] : codePoints[0]) ?? NO_CODE_POINT;
    glyphs.push(glyphOf(id, advanceWidth, codePoint === NO_BREAK_SPACE ? SPACE : codePoint));
    width += position.xAdvance * scale;
    kerning[i] = (position.xAdvance - advanceWidth) * scale;
    offsets[i * 2] = position.xOffset * scale;
    offsets[i * 2 + 1] = position.yOffset * scale;
  }
  return {
    text,
    width,
    glyphs,
    kerning: kerning.some((value) => value !== 0) ? kerning : null,
    offsets: offsets.some((value) => value !== 0) ? offsets : null,
  };
}
