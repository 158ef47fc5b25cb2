/** Glyphs that a document uses of a face; grows while composite glyphs ask for their parts. */
export interface GlyphSet {
  /** Numbers in the face, in the order of their numbers in the document. */
  readonly glyphs: readonly number[];
  /** The glyph's number in the document. */
  includeGlyph(glyph: number): number;
}

/** Writes font files for documents from one TrueType face. */
export interface FontSubsetter {
  /** A font file of the glyphs, parts of composites included (PDF 32000-1, 9.9: the tables a PDF needs and no others). */
  encode(set: GlyphSet): Buffer;
  /** Of the face's units. */
  advanceOf(glyph: number): number;
}

const DIRECTORY = { header: 12, entry: 16 } as const;
/** Flags of a part of a composite glyph (OpenType, `glyf`). */
const PART = { wordArguments: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 } as const;
const COMPOSITE_HEADER = 10;
const LONG_METRIC = 4;

/** Reads the tables of a TrueType file once; a subset is then made of slices of them. */
export function fontSubsetter(file: Uint8Array): FontSubsetter {
  const font = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const table = tablesOf(font);
  const [head, hhea, maxp, loca, glyf, hmtx] = [table('head'), table('hhea'), table('maxp'), table('loca'), table('glyf'), table('hmtx')];
  const longOffsets = head.readInt16BE(50) === 1;
  const metrics = hhea.readUInt16BE(34);

  const offsetOf = (glyph: number): number => (longOffsets ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  const advanceOf = (glyph: number): number => hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * LONG_METRIC);
  const bearingOf = (glyph: number): number =>
    hmtx.readInt16BE(glyph < metrics ? glyph * LONG_METRIC + 2 : metrics * LONG_METRIC + (glyph - metrics) * 2);

  return {
    advanceOf,
    encode(set) {
      const outlines: Buffer[] = [];
      // Parts are added behind while their composites are read.
      for (let index = 0; index < set.glyphs.length; index++) {
        const glyph = set.glyphs[index] ?? 0;
        outlines.push(withOwnParts(glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)), set));
      }
      const count = outlines.length;
      const offsets = Buffer.alloc((count + 1) * 4);
      const widths = Buffer.alloc(count * LONG_METRIC);
      let offset = 0;
      for (const [index, outline] of outlines.entries()) {
        offset += outline.length;
        offsets.writeUInt32BE(offset, (index + 1) * 4);
        const glyph = set.glyphs[index] ?? 0;
        widths.writeUInt16BE(advanceOf(glyph), index * LONG_METRIC);
        widths.writeInt16BE(bearingOf(glyph), index * LONG_METRIC + 2);
      }
      return fontFile({
        'cvt ': table('cvt '),
        fpgm: table('fpgm'),
        glyf: Buffer.concat(outlines),
        head: changed(head, 50, 1),
        hhea: changed(hhea, 34, count),
        hmtx: widths,
        loca: offsets,
        maxp: changed(maxp, 4, count),
        prep: table('prep'),
      });
    },
  };
}

function tablesOf(font: Buffer): (tag: string) => Buffer {
  const found = new Map<string, Buffer>();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = DIRECTORY.header + index * DIRECTORY.entry;
    const offset = font.readUInt32BE(at + 8);
    found.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12)));
  }
  return (tag) => found.get(tag) ?? Buffer.alloc(0);
}

/** A composite glyph with the document's numbers of its parts; any other as it is. */
function withOwnParts(outline: Buffer, set: GlyphSet): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
  const composite = Buffer.from(outline);
  let at = COMPOSITE_HEADER;
  for (let more = true; more; ) {
    const flags = composite.readUInt16BE(at);
    composite.writeUInt16BE(set.includeGlyph(composite.readUInt16BE(at + 2)), at + 2);
    at += 4 + (flags & PART.wordArguments ? 4 : 2);
    at += flags & PART.matrix ? 8 : flags & PART.twoScales ? 4 : flags & PART.scale ? 2 : 0;
    more = (flags & PART.more) !== 0;
  }
  return composite;
}

function changed(table: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(table);
  copy.writeUInt16BE(value, at);
  return copy;
}

/** Tables that are not empty, with a directory before them. Checksums are left 0: no reader of a PDF looks at them. */
function fontFile(all: Readonly<Record<string, Buffer>>): Buffer {
  const tables = Object.entries(all).filter(([, bytes]) => bytes.length > 0);
  const directory = Buffer.alloc(DIRECTORY.header + tables.length * DIRECTORY.entry);
  const entrySelector = Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(2 ** entrySelector * 16, 6);
  directory.writeUInt16BE(entrySelector, 8);
  directory.writeUInt16BE((tables.length - 2 ** entrySelector) * 16, 10);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const at = DIRECTORY.header + index * DIRECTORY.entry;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}
