import { type FontSubsetter, fontSubsetter } from './font-subset.js';
import type { Face, FaceName, Faces } from './fonts.js';
import type { GlyphRun } from './line.js';

/** Words remembered for one face: covers the vocabulary of an office's week; about 1.5 KB each. */
const REMEMBERED_WORDS = 16_384;
/** A longer piece of text is no word worth remembering, and is shaped in pieces of this many characters. */
const LONGEST_WORD = 64;

/** A face whose words are shaped once for all documents. */
export interface ShelvedFace {
  readonly font: Face['font'];
  readonly file: Face['file'];
  readonly subsetter: FontSubsetter;
  /** The run of a word: from memory, else made by `shape`. */
  run(word: string, shape: (word: string) => GlyphRun): GlyphRun;
}

/**
 * Faces that were parsed once, for all documents. Stands where pdfmake expects its virtual file system, and as such is empty: a document has no
 * files to read.
 */
export class FontShelf {
  private readonly shelved: Readonly<Record<FaceName, ShelvedFace>>;

  constructor(faces: Faces) {
    this.shelved = { regular: shelve(faces.regular), bold: shelve(faces.bold), italic: shelve(faces.italic) };
  }

  face(name: string): ShelvedFace | undefined {
    return Object.hasOwn(this.shelved, name) ? this.shelved[name as FaceName] : undefined;
  }

  existsSync(): boolean {
    return false;
  }
}

function shelve(face: Face): ShelvedFace {
  settleSharedGlyphs(face.font);
  const remembered = new Map<string, GlyphRun>();
  return {
    font: face.font,
    file: face.file,
    subsetter: fontSubsetter(face.file),
    run(word, shape) {
      const known = remembered.get(word);
      if (known !== undefined) {
        remembered.delete(word);
        remembered.set(word, known);
        return known;
      }
      if (word.length > LONGEST_WORD) return joined(word, shape);
      const made = shape(word);
      remembered.set(word, made);
      if (remembered.size > REMEMBERED_WORDS) {
        const oldest = remembered.keys().next();
        if (!oldest.done) remembered.delete(oldest.value);
      }
      return made;
    },
  };
}

/** Shaping costs more than in proportion to the length. */
function joined(word: string, shape: (word: string) => GlyphRun): GlyphRun {
  const runs: GlyphRun[] = [];
  for (let at = 0; at < word.length; at += LONGEST_WORD) runs.push(shape(word.slice(at, at + LONGEST_WORD)));
  return {
    glyphs: runs.flatMap((run) => run.glyphs),
    positions: runs.flatMap((run) => run.positions),
    advanceWidth: runs.reduce((sum, run) => sum + run.advanceWidth, 0),
  };
}

/**
 * Characters that share a glyph (space and no-break space, hyphen and soft hyphen) are read back from a PDF as the one that fontkit met first in
 * the life of the process. Meeting them all now, ligatures and lower code points first, makes the bytes of a document its own matter.
 */
function settleSharedGlyphs(font: Face['font']): void {
  font.layout('fi fl');
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) font.glyphForCodePoint(codePoint);
}
