import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { Fault } from '../../model/fault.js';

export type FaceName = 'regular' | 'bold' | 'italic';

/** One face of the type family, parsed once for all documents. */
export interface Face {
  readonly font: fontkit.Font;
  readonly file: Uint8Array;
  /** Of the type size: baseline below the line's top, and line to line. */
  readonly ascent: number;
  readonly lineHeight: number;
  has(codePoint: number): boolean;
}

export type Faces = Readonly<Record<FaceName, Face>>;

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
  const font = fontkit.create(bytes) as fontkit.Font;
  return {
    font,
    file: bytes,
    ascent: font.ascent / font.unitsPerEm,
    lineHeight: (font.ascent - font.descent + font.lineGap) / font.unitsPerEm,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
}
