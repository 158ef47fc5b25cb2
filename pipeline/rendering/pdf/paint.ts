import { type Layout, SHEET } from './act-layout.js';
import { COAT_OF_ARMS } from './coat-of-arms.js';
import type { Faces } from './fonts.js';
import { breakLines, type Piece } from './lines.js';
import { mm } from './millimetres.js';
import type { DocumentProperties, PdfPages } from './pdf-document.js';
import { type CoatOfArmsItem, type RuleItem, type TextItem, textItem } from './slices.js';

const PAGE_NUMBER = { size: 12, baseline: mm(13) } as const;
const RULE_WIDTH = 0.5;

/** Writes laid-out pages as a PDF/A-1b file. */
export function paintLayout(
  faces: Faces,
  open: (properties: DocumentProperties) => PdfPages,
  layout: Layout,
  properties: DocumentProperties,
): Promise<Buffer> {
  const pdf = open(properties);
  for (const [index, page] of layout.pages.entries()) {
    pdf.addPage(SHEET.width, SHEET.height);
    const number = layout.pageNumbers[index];
    if (number !== null && number !== undefined) paintPageNumber(faces, pdf, number);
    const rules: RuleItem[] = [];
    for (const { item, top } of page) {
      const y = SHEET.height - SHEET.top - top;
      if (item.kind === 'text') paintText(faces, pdf, item, SHEET.left, y);
      else if (item.kind === 'coat-of-arms') paintCoatOfArms(pdf, item, SHEET.left, y);
      else if (item.kind === 'rule')
        rules.push({ kind: 'rule', x1: SHEET.left + item.x1, y1: y - item.y1, x2: SHEET.left + item.x2, y2: y - item.y2 });
    }
    paintRules(pdf, rules);
  }
  return pdf.end();
}

function paintPageNumber(faces: Faces, pdf: PdfPages, number: number): void {
  const width = SHEET.width - SHEET.left - SHEET.right;
  const { size, baseline } = PAGE_NUMBER;
  const [line] = breakLines(String(number), { face: faces.regular, size, width });
  if (line === undefined) return;
  const item = textItem(line, { face: 'regular', size, align: 'center', x: 0, width }, 0, 0);
  paintText(faces, pdf, item, SHEET.left, SHEET.height - baseline);
}

/** Writes one line of text; `x` and `y` are what the item's own place counts from. */
export function paintText(faces: Faces, pdf: PdfPages, item: TextItem, x: number, y: number): void {
  const name = pdf.fontName(item.face);
  const array = new GlyphArray(pdf, faces, item);
  for (const [index, piece] of item.pieces.entries()) array.add(piece, index === 0);
  pdf.write(`BT /${name} ${n(item.size)} Tf ${n(x + item.x)} ${n(y - item.y)} Td ${array.end()} ET`);
}

/** Gathers the glyphs of a line into `TJ` operators; a mark that stands higher or lower than the line gets a rise of its own. */
class GlyphArray {
  private operators = '';
  private array = '';
  private codes = '';
  /** Thousandths to move left before the next glyph. */
  private back = 0;

  constructor(
    private readonly pdf: PdfPages,
    private readonly faces: Faces,
    private readonly item: TextItem,
  ) {}

  add(piece: Piece, first: boolean): void {
    const face = this.faces[this.item.face];
    if (!first && piece.space !== 'none') {
      for (const glyph of face.shape(' ').glyphs) this.glyph(this.pdf.glyphCode(face.name, glyph));
      if (piece.space === 'stretching') this.back -= (this.item.stretch * 1000) / this.item.size;
    }
    const { glyphs, kerning, offsets } = piece.shape;
    for (const [index, glyph] of glyphs.entries()) {
      const dx = offsets?.[index * 2] ?? 0;
      const dy = offsets?.[index * 2 + 1] ?? 0;
      const code = this.pdf.glyphCode(face.name, glyph);
      this.back -= dx;
      if (dy === 0) this.glyph(code);
      else this.raised(code, (dy * this.item.size) / 1000);
      this.back += dx - (kerning?.[index] ?? 0);
    }
  }

  end(): string {
    this.flush();
    return this.operators.trim();
  }

  private glyph(code: string): void {
    const back = Math.round(this.back);
    if (back !== 0) {
      this.array += this.codes === '' ? `${back}` : `<${this.codes}>${back}`;
      this.codes = '';
      this.back -= back;
    }
    this.codes += code;
  }

  private raised(code: string, rise: number): void {
    this.flush();
    this.operators += ` ${n(rise)} Ts`;
    this.glyph(code);
    this.flush();
    this.operators += ' 0 Ts';
  }

  private flush(): void {
    if (this.codes !== '') this.array += `<${this.codes}>`;
    if (this.array !== '') this.operators += ` [${this.array}] TJ`;
    this.array = '';
    this.codes = '';
  }
}

/** Rules that continue one another are drawn as one, so that a table's uprights have no seams. */
function paintRules(pdf: PdfPages, rules: readonly RuleItem[]): void {
  if (rules.length === 0) return;
  const joined = new Map<string, RuleItem>();
  const done = new Set<string>();
  for (const rule of rules) {
    const upright = rule.x1 === rule.x2;
    const key = upright ? n(rule.x1) : '';
    const above = upright ? joined.get(key) : undefined;
    if (above !== undefined && Math.abs(above.y2 - rule.y1) < 0.01) joined.set(key, { ...above, y2: rule.y2 });
    else {
      if (above !== undefined) done.add(stroke(above));
      if (upright) joined.set(key, rule);
      else done.add(stroke(rule));
    }
  }
  for (const rule of joined.values()) done.add(stroke(rule));
  pdf.write(`q ${RULE_WIDTH} w 2 J ${[...done].join(' ')} S Q`);
}

function stroke({ x1, y1, x2, y2 }: RuleItem): string {
  return `${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l`;
}

function paintCoatOfArms(pdf: PdfPages, item: CoatOfArmsItem, x: number, y: number): void {
  const scale = item.width / COAT_OF_ARMS.width;
  pdf.write(`q ${n(scale)} 0 0 ${n(-scale)} ${n(x + item.x)} ${n(y - item.y)} cm 0 j 10 M`);
  for (const { path, width, mirrored } of COAT_OF_ARMS.strokes) {
    const drawn = width === null ? `${pathOperators(path)} f` : `${n(width)} w ${pathOperators(path)} S`;
    pdf.write(drawn);
    if (mirrored) pdf.write(`q -1 0 0 1 ${COAT_OF_ARMS.width} 0 cm ${drawn} Q`);
  }
  pdf.write('Q');
}

/** An SVG path of absolute M, H, V, L, C and Z as PDF operators. */
function pathOperators(path: string): string {
  let x = '0';
  let y = '0';
  const operators: string[] = [];
  for (const [, command = '', rest = ''] of path.matchAll(/([MHVLCZ])([^MHVLCZ]*)/g)) {
    const numbers = rest
      .trim()
      .split(/[ ,]+/)
      .filter((number) => number !== '');
    if (command === 'Z') operators.push('h');
    else if (command === 'C') operators.push(`${numbers.join(' ')} c`);
    else {
      x = command === 'V' ? x : (numbers[0] ?? x);
      y = command === 'V' ? (numbers[0] ?? y) : command === 'H' ? y : (numbers[1] ?? y);
      operators.push(`${x} ${y} ${command === 'M' ? 'm' : 'l'}`);
    }
    if (command === 'C') [x, y] = [numbers[4] ?? x, numbers[5] ?? y];
  }
  return operators.join(' ');
}

/** A number as PDF writes it, a thousandth of a point exact. */
function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
