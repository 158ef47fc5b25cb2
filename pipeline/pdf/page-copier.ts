import { dict, isArray, isDict, isRef, isStream, name, nameOf, type PdfDict, type PdfObject, type PdfRef, stream } from './objects.js';
import type { PdfFile, PdfPage } from './pdf-file.js';

/** Where copies go: new objects of another file. */
export interface CopyTarget {
  put(value: PdfObject): PdfRef;
  set(at: PdfRef, value: PdfObject): void;
}

/** What is printed at the lower right corner of a page, in a font without serifs. */
export interface CornerText {
  readonly font: PdfRef;
  readonly text: string;
}

/** Keys that lead from a page's own things to other pages, or to what only the old file has. */
const LEADS_AWAY: ReadonlySet<string> = new Set(['Parent', 'P', 'Popup', 'IRT', 'Dest', 'StructParent', 'StructParents', 'AA', 'OC', 'B']);
const FONT = 'RegestaPack';
const SIZE = 8;
/** From the edges of the page, points. */
const MARGIN = 14;
/** Of a digit of Helvetica, of its size. */
const DIGIT = 0.556;

/** Copies pages of one file, each thing once. What was to be filled in or signed stays as it looks; links stay where they lead out. */
export class PageCopier {
  private readonly copies = new Map<number, PdfRef>();

  constructor(
    private readonly from: PdfFile,
    private readonly into: CopyTarget,
  ) {}

  copy({ dict: page, resources, mediaBox, cropBox, rotate }: PdfPage, parent: PdfRef, corner: CornerText): PdfRef {
    const { from, into } = this;
    const annotations = from.resolve(page.get('Annots'));
    const contents = from.resolve(page.get('Contents'));
    const drawn = isArray(contents) ? contents : page.has('Contents') ? [page.get('Contents') ?? null] : [];
    const box = cropBox ?? mediaBox;
    const turned = from.resolve(rotate);
    return into.put(
      dict({
        Type: name('Page'),
        Parent: parent,
        MediaBox: this.value(from.resolve(mediaBox)),
        CropBox: cropBox === null ? undefined : this.value(from.resolve(cropBox)),
        Rotate: turned === null ? undefined : turned,
        UserUnit: page.has('UserUnit') ? this.value(page.get('UserUnit') ?? null) : undefined,
        Group: page.has('Group') ? this.value(page.get('Group') ?? null) : undefined,
        Resources: this.withFont(from.resolve(resources), corner.font),
        // Whatever state the page's own drawing leaves is put back.
        Contents: [
          into.put(drawing('q\n')),
          ...drawn.map((part) => this.value(part)),
          into.put(drawing(`\nQ\n${cornerDrawing(corner.text, from.resolve(box), turned)}`)),
        ],
        Annots: isArray(annotations) ? annotations.flatMap((annotation) => this.annotation(annotation)) : undefined,
      }),
    );
  }

  private withFont(resources: PdfObject, font: PdfRef): PdfObject {
    const own = isDict(resources) ? resources : new Map<string, PdfObject>();
    const fonts = this.from.resolve(own.get('Font'));
    const copied = new Map([...own].filter(([key]) => key !== 'Font').map(([key, value]) => [key, this.value(value)] as const));
    const known = isDict(fonts) ? [...fonts].map(([key, value]) => [key, this.value(value)] as const) : [];
    return new Map<string, PdfObject>([...copied, ['Font', new Map<string, PdfObject>([...known, [FONT, font]])]]);
  }

  private annotation(annotation: PdfObject): readonly PdfObject[] {
    const own = this.from.resolve(annotation);
    if (!isDict(own)) return [];
    const kind = nameOf(this.from.resolve(own.get('Subtype')));
    if (kind === 'Popup') return [];
    if (kind === 'Widget') return own.has('AP') ? [this.into.put(this.appearance(own))] : [];
    const action = this.from.resolve(own.get('A'));
    if (kind === 'Link' && !(isDict(action) && nameOf(this.from.resolve(action.get('S'))) === 'URI')) return [];
    return [this.into.put(this.value(own))];
  }

  /** A field as a mark that looks like it. */
  private appearance(field: PdfDict): PdfObject {
    const kept = ['Rect', 'AP', 'AS', 'F'].flatMap((key) => (field.has(key) ? [[key, this.value(field.get(key) ?? null)] as const] : []));
    return new Map<string, PdfObject>([['Type', name('Annot')], ['Subtype', name('Stamp')], ...kept]);
  }

  private value(object: PdfObject): PdfObject {
    if (isRef(object)) return this.reference(object);
    if (isArray(object)) return object.map((item) => this.value(item));
    if (isDict(object)) return this.entries(object);
    return isStream(object) ? stream(this.entries(object.dict), object.data) : object;
  }

  private entries(entries: PdfDict): PdfDict {
    return new Map([...entries].flatMap(([key, value]) => (LEADS_AWAY.has(key) ? [] : [[key, this.value(value)] as const])));
  }

  private reference(object: PdfRef): PdfObject {
    const known = this.copies.get(object.number);
    if (known !== undefined) return known;
    const value = this.from.resolve(object);
    const type = isDict(value) ? nameOf(value.get('Type')) : undefined;
    if (type === 'Page' || type === 'Pages' || type === 'Catalog') return null;
    const made = this.into.put(null);
    this.copies.set(object.number, made);
    this.into.set(made, this.value(value));
    return made;
  }
}

const drawing = (text: string): PdfObject => stream(new Map(), Buffer.from(text, 'latin1'));

/** Text at the corner that is the lower right one as the page is shown; none where the page has no sound box. */
function cornerDrawing(text: string, box: PdfObject, rotate: PdfObject): string {
  const sides = isArray(box) ? box.filter((side): side is number => typeof side === 'number') : [];
  const [x1, y1, x2, y2] = sides;
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return '';
  const [left, right, low, high] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
  const room = text.length * DIGIT * SIZE + MARGIN;
  const turn = typeof rotate === 'number' ? ((rotate % 360) + 360) % 360 : 0;
  const matrix =
    turn === 90
      ? [0, 1, -1, 0, right - MARGIN, high - room]
      : turn === 180
        ? [-1, 0, 0, -1, left + room, high - MARGIN]
        : turn === 270
          ? [0, -1, 1, 0, left + MARGIN, low + room]
          : [1, 0, 0, 1, right - room, low + MARGIN];
  return `q BT /${FONT} ${SIZE} Tf 0 g ${matrix.map((value) => Number(value.toFixed(2))).join(' ')} Tm (${text}) Tj ET Q\n`;
}
