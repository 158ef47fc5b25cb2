import type { PageRun, StampPlace, TrialRendition } from '../../model/act.js';
import type { Person } from '../../model/draft.js';
import type { View, ViewAnnex } from '../../model/kind.js';
import { BRIEF_TITLE } from '../brief-title.js';
import { type Passage, passagesOf } from '../passages.js';
import type { Faces } from './fonts.js';
import { breakLines } from './lines.js';
import { mm } from './millimetres.js';
import { type PlacedPage, paginate } from './paginate.js';
import { type ParagraphStyle, paragraph, type Slice, textItem, withTextAbove } from './slices.js';
import { tableSlices } from './table-slices.js';

/** Margins and sizes of ДСТУ 4163:2020, points. */
export const SHEET = {
  width: mm(210),
  height: mm(297),
  left: mm(30),
  right: mm(10),
  top: mm(20),
  bottom: mm(20),
} as const;

/** Size of a visible signature, points. */
export const STAMP = { width: mm(75), height: mm(28) } as const;

const TEXT = { width: SHEET.width - SHEET.left - SHEET.right, height: SHEET.height - SHEET.top - SHEET.bottom };
const SIZE = 14;
const FIRST_INDENT = mm(10);
const LONGEST_LINE = mm(73);
const NAME_INDENT = mm(125);
const REFERENCE_INDENT = mm(100);

export interface Layout {
  readonly pages: readonly PlacedPage[];
  readonly runs: readonly PageRun[];
  /** Number printed on each page, null on the first sheet of a run. */
  readonly pageNumbers: readonly (number | null)[];
  readonly stampPlaces: readonly StampPlace[];
  readonly overflows: TrialRendition['overflows'];
}

const BODY: Omit<ParagraphStyle, 'align'> = { face: 'regular', size: SIZE, x: 0, width: TEXT.width };
const RUNNING: ParagraphStyle = { ...BODY, align: 'justify', firstIndent: FIRST_INDENT };
const HEADINGS: Readonly<Record<1 | 2 | 3, ParagraphStyle>> = {
  1: { ...BODY, face: 'bold', align: 'center', before: 14, keepWithNext: true, keepTogether: true },
  2: { ...BODY, face: 'bold', align: 'left', firstIndent: FIRST_INDENT, before: 10, keepWithNext: true, keepTogether: true },
  3: { ...BODY, face: 'italic', align: 'left', firstIndent: FIRST_INDENT, before: 8, keepWithNext: true, keepTogether: true },
};

const HEADING_AFTER: Readonly<Record<1 | 2 | 3, number>> = { 1: 6, 2: 3, 3: 2 };

/** Lays an act and its annexes out in pages; each annex is a run of its own (R 6.3). */
export function layOut(faces: Faces, view: View): Layout {
  const runs = [
    { annex: null, pages: paginate(actSlices(faces, view), TEXT.height) },
    ...view.annexes.map((annex) => ({ annex: annex.n, pages: paginate(annexSlices(faces, annex), TEXT.height) })),
  ];
  const pages = runs.flatMap((run) => run.pages);
  return {
    pages,
    runs: runs.map(({ annex, pages: { length } }) => ({ annex, pages: length })),
    pageNumbers: runs.flatMap((run) => run.pages.map((_, index) => (index === 0 ? null : index + 1))),
    stampPlaces: stampPlaces(pages),
    overflows: pages.flatMap((page, index) =>
      page.flatMap(({ item }) => (item.kind === 'text' && item.overflow !== null ? [{ page: index + 1, text: item.overflow }] : [])),
    ),
  };
}

function actSlices(faces: Faces, view: View): Slice[] {
  const centred: ParagraphStyle = { ...BODY, align: 'center', face: 'bold', keepWithNext: true, keepTogether: true };
  const title: ParagraphStyle = { ...BODY, align: 'left', face: 'bold', before: 14, keepWithNext: true, keepTogether: true };
  const opening = [
    coatOfArms(),
    ...view.bodyNames.flatMap((name, index) => paragraph(faces, name, { ...centred, before: index === 0 ? 6 : 0 })),
    ...paragraph(faces, view.kindName, { ...centred, size: 16, before: 12 }),
    ...dateLine(faces, view),
    ...paragraph(faces, view.title, { ...title, width: view.title.length > BRIEF_TITLE ? TEXT.width : LONGEST_LINE }),
  ];
  const stating = view.stating.flatMap((text, index) => paragraph(faces, text, { ...RUNNING, before: index === 0 ? 14 : 0 }));
  const keyword = paragraph(faces, view.keyword, { ...BODY, align: 'left', face: 'bold', before: 8, keepWithNext: true });
  const points = view.points.flatMap(({ number, level, text }) =>
    paragraph(faces, text, { ...RUNNING, before: level === 1 ? 6 : 2, keepWithNext: leadsOn(text) }, number),
  );
  return withTextAbove([...opening, ...stating, ...keyword, ...points], [...signature(faces, view.signature, 28), stamps()]);
}

function annexSlices(faces: Faces, annex: ViewAnnex): Slice[] {
  const reference = annex.reference.flatMap((line) =>
    paragraph(faces, line, {
      ...BODY,
      align: 'left',
      size: 12,
      x: REFERENCE_INDENT,
      width: TEXT.width - REFERENCE_INDENT,
      keepWithNext: true,
      keepTogether: true,
    }),
  );
  const title = paragraph(faces, annex.title, {
    ...BODY,
    align: 'center',
    face: 'bold',
    before: 22,
    keepWithNext: true,
    keepTogether: true,
  });
  const passages = passagesOf(annex.body);
  const body = passages.flatMap((passage, index) => passageSlices(faces, passage, spaceAfter(passages[index - 1])));
  const text = [...reference, ...title, ...body];
  return annex.preparedBy === null ? text : withTextAbove(text, signature(faces, annex.preparedBy, 28));
}

/** Space under what stands above a passage: the annex's title if nothing does. */
function spaceAfter(above: Passage | undefined): number {
  if (above === undefined) return 12;
  if (above.type === 'text') return 0;
  return above.type === 'table' ? 8 : HEADING_AFTER[above.level];
}

/** `least` is the least space above the passage. */
function passageSlices(faces: Faces, passage: Passage, least: number): Slice[] {
  const x = Math.min(Math.max(0, passage.depth - 1), 5) * FIRST_INDENT;
  const width = TEXT.width - x;
  if (passage.type === 'table') {
    const [first, ...rest] = tableSlices(faces, passage.table, x, width);
    return first === undefined ? [] : [{ ...first, before: Math.max(least, first.before) }, ...rest];
  }
  if (passage.type === 'heading') {
    const style = HEADINGS[passage.level];
    return paragraph(faces, passage.text, { ...style, x, width, before: Math.max(least, style.before ?? 0) });
  }
  return paragraph(faces, passage.text, { ...RUNNING, x, width, before: least, keepWithNext: leadsOn(passage.text) }, passage.mark);
}

/** Words that what follows belongs to: a sentence that ends with a colon, a mark of an item with nothing after it. */
function leadsOn(text: string): boolean {
  return text === '' || text.endsWith(':');
}

function coatOfArms(): Slice {
  const width = mm(12);
  const height = mm(17);
  return { before: 0, height, items: [{ kind: 'coat-of-arms', x: (TEXT.width - width) / 2, y: 0, width, height }], glued: true };
}

/** Date left, place in the middle, number right, on one line; under one another if they do not fit. */
function dateLine(faces: Faces, { date, place, number }: View): Slice[] {
  const face = faces.regular;
  const parts = [
    { text: date, align: 'left' as const },
    { text: place, align: 'center' as const },
    { text: number, align: 'right' as const },
  ];
  const lines = parts.map(({ text, align }) => ({ lines: breakLines(text, { face, size: SIZE, width: TEXT.width }), align }));
  const widths = lines.map(({ lines: [line] }) => line?.width ?? 0);
  const widest = Math.max(widths[0] ?? 0, widths[2] ?? 0);
  const before = 12;
  if (lines.some((part) => part.lines.length > 1) || (widths[1] ?? 0) / 2 + widest + mm(3) > TEXT.width / 2)
    return parts.flatMap(({ text, align }, index) =>
      paragraph(faces, text, { ...BODY, align, before: index === 0 ? before : 0, keepWithNext: true, keepTogether: true }),
    );
  const items = lines.flatMap(({ lines: [line], align }) =>
    line === undefined ? [] : [textItem(line, { ...BODY, align }, 0, face.ascent * SIZE)],
  );
  return [{ before, height: face.lineHeight * SIZE, items, glued: true }];
}

/**
 * Post on the left, name on the level of its last line: 125 mm from the text's border, or nearer if it is too long for that.
 */
function signature(faces: Faces, { post, name }: Person, before: number): Slice[] {
  const face = faces.regular;
  const nameLines = breakLines(name ?? '', { face, size: SIZE, width: TEXT.width - LONGEST_LINE - mm(5) });
  const nameWidth = Math.max(...nameLines.map((line) => line.width));
  const nameX = Math.min(NAME_INDENT, TEXT.width - nameWidth);
  const postLines = breakLines(post ?? '', { face, size: SIZE, width: LONGEST_LINE });
  const count = Math.max(postLines.length, nameLines.length);
  const slices = Array.from({ length: count }, (_, index): Slice => {
    const postLine = postLines[index - (count - postLines.length)];
    const nameLine = nameLines[index - (count - nameLines.length)];
    const y = face.ascent * SIZE;
    const items = [
      ...(postLine === undefined ? [] : [textItem(postLine, { ...BODY, align: 'left', width: LONGEST_LINE }, 0, y)]),
      ...(nameLine === undefined ? [] : [textItem(nameLine, { ...BODY, align: 'left', x: nameX, width: TEXT.width - nameX }, 0, y)]),
    ];
    return { before: index === 0 ? before : 0, height: face.lineHeight * SIZE, items, glued: true };
  });
  return slices.map((slice, index) => (index === count - 1 ? { ...slice, glued: false } : slice));
}

/** Room for the signatory's visible signature on the left and the seal's on the right, under the signature line. */
function stamps(): Slice {
  return {
    before: 14,
    height: STAMP.height,
    items: [
      { kind: 'stamp', role: 'signatory', x: 0, y: 0, ...STAMP },
      { kind: 'stamp', role: 'seal', x: TEXT.width - STAMP.width, y: 0, ...STAMP },
    ],
    glued: false,
  };
}

function stampPlaces(pages: readonly PlacedPage[]): StampPlace[] {
  return pages.flatMap((placed, page) =>
    placed.flatMap(({ item, top }): StampPlace[] => {
      if (item.kind !== 'stamp') return [];
      const x = SHEET.left + item.x;
      const y = SHEET.height - SHEET.top - top - item.y - item.height;
      return [{ role: item.role, page, rect: [rounded(x), rounded(y), rounded(x + item.width), rounded(y + item.height)] }];
    }),
  );
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
