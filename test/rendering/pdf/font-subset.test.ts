import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { FontShelf } from '../../../pipeline/rendering/pdf/font-shelf.js';
import type { FaceName } from '../../../pipeline/rendering/pdf/fonts.js';
import { faces } from './printer-under-test.js';

const shelf = new FontShelf(faces);
/** Plain letters, composite ones (`й`, `ї`, `é`), a composite of composites, ligatures, signs. */
const TEXT = 'Щербʼяк їй ґанок é Ǻ ǖ № § ₴ «Wi-Fi» 1/2 – до\u0301ма';

function subsetOf(
  name: FaceName,
  text: string,
): { readonly glyphs: readonly number[]; readonly font: fontkit.Font; readonly file: Buffer } {
  const face = shelf.face(name);
  if (face === undefined) throw new Error(`no ${name} face`);
  const set = face.font.createSubset() as unknown as { readonly glyphs: number[]; includeGlyph(glyph: number): number };
  for (const { id } of face.font.layout(text).glyphs) set.includeGlyph(id);
  const file = face.subsetter.encode(set);
  return { glyphs: set.glyphs, font: fontkit.create(file) as fontkit.Font, file };
}

describe.each(['regular', 'bold', 'italic'] as const)('a subset of the %s face', (name) => {
  it('draws its glyphs as the face does, with the same widths and bearings', () => {
    const { glyphs, font } = subsetOf(name, TEXT);
    const whole = faces[name].font;
    expect(font.numGlyphs).toBe(glyphs.length);
    expect(glyphs.length).toBeGreaterThan(30);
    for (const [number, id] of glyphs.entries()) {
      const [ours, theirs] = [font.getGlyph(number), whole.getGlyph(id)];
      expect(ours.path.toSVG(), `glyph ${id}`).toBe(theirs.path.toSVG());
      expect(ours.advanceWidth).toBe(theirs.advanceWidth);
      expect(shelf.face(name)?.subsetter.advanceOf(id)).toBe(theirs.advanceWidth);
    }
  });

  it('holds the parts of its composite glyphs, each once', () => {
    const { glyphs } = subsetOf(name, 'йї');
    const whole = faces[name].font;
    expect(glyphs.slice(0, 3)).toEqual([0, ...[...'йї'].map((sign) => whole.glyphForCodePoint(sign.codePointAt(0) ?? 0).id)]);
    expect(glyphs.length, 'letters and marks over them').toBeGreaterThanOrEqual(6);
    expect(new Set(glyphs).size).toBe(glyphs.length);
  });

  it('keeps the hinting and the measures of the face, and is small', () => {
    const { font, file } = subsetOf(name, TEXT);
    const whole = faces[name].font;
    expect([font.unitsPerEm, font.ascent, font.descent]).toEqual([whole.unitsPerEm, whole.ascent, whole.descent]);
    for (const tag of ['cvt ', 'fpgm', 'prep']) expect(file.includes(tag)).toBe(true);
    expect(file.length).toBeLessThan(faces[name].file.length / 20);
  });
});

it('is the same bytes for the same glyphs', () => {
  expect(subsetOf('regular', TEXT).file.equals(subsetOf('regular', TEXT).file)).toBe(true);
});
