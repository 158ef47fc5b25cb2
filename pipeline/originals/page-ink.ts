/** A piece of text as it lies on a page; points from the upper left corner of the page as it is shown. */
export interface Ink {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  /** Where the next piece would begin. */
  readonly end: number;
  readonly size: number;
  /** `#rrggbb`, or `pattern`. */
  readonly colour: string;
}

/** a, b, c, d, e, f of PDF (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly ctm: Matrix;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  /** 1 is 100 per cent. */
  readonly stretch: number;
  readonly rise: number;
  readonly leading: number;
  readonly mode: number;
  readonly fill: string;
  readonly stroke: string;
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
}

/**
 * Follows the operators of a page, as pdf.js names them and gives their arguments, and collects the text they show with its place and colour. Text that
 * nobody sees (invisible mode, no size, off the page) is left out; that of annotations counts where `shows` says so, by the annotation's id.
 */
export class PageInk {
  readonly ink: Ink[] = [];
  private state: State;
  private readonly stack: State[] = [];
  private text: Matrix = UNIT;
  private line: Matrix = UNIT;
  private annotation: 'none' | 'shown' | 'hidden' = 'none';

  constructor(
    private readonly page: { readonly base: Matrix; readonly width: number; readonly height: number },
    private readonly shows: (annotation: string) => boolean,
  ) {
    this.state = { ...BEGINNING, ctm: page.base };
  }

  /** Operators of other names change nothing that is asked here. */
  follow(name: string, args: readonly unknown[]): void {
    const numbers = numbersOf(args);
    switch (name) {
      case 'save':
      case 'beginGroup':
        this.save();
        break;
      case 'restore':
      case 'endGroup':
      case 'paintFormXObjectEnd':
        this.restore();
        break;
      case 'transform':
        this.transform(matrixOf(args));
        break;
      case 'paintFormXObjectBegin':
        this.save();
        this.transform(matrixOf(args[0]));
        break;
      case 'beginAnnotation':
        this.save();
        this.annotation = this.shows(String(args[0])) ? 'shown' : 'hidden';
        this.state = { ...BEGINNING, ctm: this.page.base };
        this.transform(matrixOf(args[2]));
        this.transform(matrixOf(args[3]));
        break;
      case 'endAnnotation':
        this.annotation = 'none';
        this.restore();
        break;
      case 'beginText':
        this.startLine(UNIT);
        break;
      case 'setTextMatrix':
        this.startLine(matrixOf(args[0]) ?? matrixOf(args) ?? UNIT);
        break;
      case 'setLeadingMoveText':
        this.set({ leading: -(numbers[1] ?? 0) });
        this.move(numbers[0] ?? 0, numbers[1] ?? 0);
        break;
      case 'moveText':
        this.move(numbers[0] ?? 0, numbers[1] ?? 0);
        break;
      case 'nextLine':
        this.move(0, -this.state.leading);
        break;
      case 'showText':
        this.show(Array.isArray(args[0]) ? args[0] : []);
        break;
      case 'setGState':
        this.graphicsState(Array.isArray(args[0]) ? args[0] : []);
        break;
      default:
        this.setting(name, args, numbers);
    }
  }

  private setting(name: string, args: readonly unknown[], [first = 0, second = 0]: readonly number[]): void {
    switch (name) {
      case 'setFont':
        this.set({ size: second === 0 ? (typeof args[1] === 'number' ? args[1] : 0) : second });
        break;
      case 'setCharSpacing':
        this.set({ charSpacing: first });
        break;
      case 'setWordSpacing':
        this.set({ wordSpacing: first });
        break;
      case 'setHScale':
        this.set({ stretch: first / 100 });
        break;
      case 'setTextRise':
        this.set({ rise: first });
        break;
      case 'setLeading':
        this.set({ leading: first });
        break;
      case 'setTextRenderingMode':
        this.set({ mode: first });
        break;
      case 'setFillRGBColor':
        this.set({ fill: String(args[0]) });
        break;
      case 'setStrokeRGBColor':
        this.set({ stroke: String(args[0]) });
        break;
      case 'setFillColorN':
      case 'setFillTransparent':
        this.set({ fill: name === 'setFillColorN' ? PATTERN : WHITE });
        break;
      case 'setStrokeColorN':
      case 'setStrokeTransparent':
        this.set({ stroke: name === 'setStrokeColorN' ? PATTERN : WHITE });
        break;
    }
  }

  private set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  private save(): void {
    this.stack.push(this.state);
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private transform(by: Matrix | null): void {
    if (by !== null) this.set({ ctm: product(by, this.state.ctm) });
  }

  private startLine(at: Matrix): void {
    this.text = at;
    this.line = at;
  }

  private move(x: number, y: number): void {
    this.startLine(product([1, 0, 0, 1, x, y], this.line));
  }

  private graphicsState(entries: readonly unknown[]): void {
    for (const entry of entries) {
      if (!Array.isArray(entry)) continue;
      const [key, value] = entry as readonly unknown[];
      if (key === 'ca' && typeof value === 'number') this.set({ fillAlpha: value });
      if (key === 'CA' && typeof value === 'number') this.set({ strokeAlpha: value });
      if (key === 'Font' && Array.isArray(value) && typeof value[1] === 'number') this.set({ size: value[1] });
    }
  }

  private show(glyphs: readonly unknown[]): void {
    const { size, charSpacing, wordSpacing, stretch, rise } = this.state;
    let text = '';
    let advance = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const gap = (-glyph / 1000) * size * stretch;
        // A space that is no sign but a jump.
        if (gap > Math.abs(size) * SPACE && !text.endsWith(' ')) text += ' ';
        advance += gap;
      } else if (isGlyph(glyph)) {
        text += glyph.unicode;
        advance += ((glyph.width / 1000) * size + charSpacing + (glyph.isSpace === true ? wordSpacing : 0)) * stretch;
      }
    }
    const whole = product(this.text, this.state.ctm);
    const [x, y] = pointIn(whole, 0, rise);
    const [end] = pointIn(whole, advance, rise);
    const [top, side] = [pointIn(whole, 0, rise + size), pointIn(whole, 0, rise)];
    this.text = product([1, 0, 0, 1, advance, 0], this.text);
    const height = Math.hypot(top[0] - side[0], top[1] - side[1]);
    const colour = this.colour();
    const isOnPage = x >= -EDGE && y >= -EDGE && x <= this.page.width + EDGE && y <= this.page.height + EDGE;
    if (text === '' || colour === null || height < SMALLEST || !isOnPage || this.annotation === 'hidden') return;
    this.ink.push({ text, x, y, end, size: height, colour });
  }

  /** Of the glyphs as they are painted on white; null if they are not painted. */
  private colour(): string | null {
    const { mode, fill, stroke, fillAlpha, strokeAlpha } = this.state;
    const filled = onWhite(fill, fillAlpha);
    const drawn = onWhite(stroke, strokeAlpha);
    switch (mode & 3) {
      case 0:
        return filled;
      case 1:
        return drawn;
      case 2:
        return filled === BLACK ? drawn : filled;
      default:
        return null;
    }
  }
}

const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
const BLACK = '#000000';
const WHITE = '#ffffff';
const PATTERN = 'pattern';
/** Of the size of the type: a jump so wide is a space between words. */
const SPACE = 0.2;
/** Points: what is lower cannot be read. */
const SMALLEST = 0.5;
/** Points: a letter may begin a little outside the page. */
const EDGE = 1;

const BEGINNING: Omit<State, 'ctm'> = {
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  rise: 0,
  leading: 0,
  mode: 0,
  fill: BLACK,
  stroke: BLACK,
  fillAlpha: 1,
  strokeAlpha: 1,
};

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace?: boolean;
}

function isGlyph(value: unknown): value is Glyph {
  return typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string' && 'width' in value;
}

function numbersOf(args: readonly unknown[]): number[] {
  return args.map((value) => (typeof value === 'number' ? value : 0));
}

function matrixOf(value: unknown): Matrix | null {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return null;
  const [a, b, c, d, e, f] = value as unknown as readonly unknown[];
  const all = [a, b, c, d, e, f];
  return all.every((one) => typeof one === 'number' && Number.isFinite(one)) ? (all as unknown as Matrix) : null;
}

/** First `by`, then `on`. */
function product([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function pointIn([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** A colour of some opacity as it looks on paper. */
function onWhite(colour: string, alpha: number): string {
  const [, hex] = /^#([0-9a-f]{6})$/i.exec(colour) ?? [];
  if (hex === undefined) return PATTERN;
  const parts = [0, 2, 4].map((at) =>
    Math.round(255 - (255 - Number.parseInt(hex.slice(at, at + 2), 16)) * Math.min(1, Math.max(0, alpha))),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
