import type { PageRun, StampPlace, TrialRendition } from '../../model/act.js';
import type { Endorsement, View } from '../../model/kind.js';
import { BRIEF_TITLE } from '../brief-title.js';
import { annexNodes, bodyNodes, running } from './annex-definition.js';
import { COAT_OF_ARMS } from './coat-of-arms.js';
import type { Face, Faces } from './fonts.js';
import { mm } from './millimetres.js';
import {
  type ColumnsNode,
  type Definition,
  type FlowNode,
  type Margin,
  oneLine,
  type Position,
  type SvgNode,
  type TableNode,
  type TextNode,
} from './nodes.js';
import { LONGEST_LINE, SHEET, STAMP, TEXT_WIDTH } from './sheet.js';
import { lineWidth, signatureLine, stampRoom } from './signature.js';

const SIZE = 14;
const SMALL = 12;
/** ДСТУ 4163:2020: from the left border of the text. */
const ADDRESSEE_INDENT = mm(90);
const PAGE_NUMBER = { size: 12, baseline: mm(13) } as const;

/** What pdfmake's layout of an act shows; to be asked once it has been laid out or printed. */
export interface ActLayout {
  runs(): PageRun[];
  stampPlaces(): StampPlace[];
  overflows(): TrialRendition['overflows'];
}

/** An act with its annexes as a definition; each annex is a run of pages of its own (R 6.3). */
export function actDefinition(faces: Faces, view: View): { readonly definition: Definition; readonly layout: ActLayout } {
  const face = faces.regular;
  const stamps = stampRoom();
  const act = actNodes(face, view, stamps);
  const runs = [
    { annex: null as number | null, nodes: act },
    ...view.annexes.map((annex) => ({ annex: annex.n, nodes: annexNodes(face, annex) })),
  ];
  const content: Definition['content'] = { stack: runs.flatMap(({ nodes }) => nodes), wideWords: [] };
  const starts = (): number[] => runs.map(({ nodes }) => nodes[0]?.positions?.[0]?.pageNumber ?? 1);
  let pages = 1;
  return {
    definition: {
      properties: view.properties,
      pageSize: { width: SHEET.width, height: SHEET.height },
      pageMargins: [SHEET.left, SHEET.top, SHEET.right, SHEET.bottom],
      content,
      header(page) {
        pages = Math.max(pages, page);
        return pageNumber(face, page, starts());
      },
      ...(view.foot === undefined ? {} : { footer: () => footNode(view.foot ?? '') }),
    },
    layout: {
      runs: () =>
        starts().map((start, index, all) => ({ annex: runs[index]?.annex ?? null, pages: (all[index + 1] ?? pages + 1) - start })),
      stampPlaces: () => (view.unsigned ? [] : stampPlaces(stamps)),
      overflows: () => content.wideWords.map(({ node, line, text }) => ({ page: node.positions?.[line]?.pageNumber ?? 1, text })),
    },
  };
}

function actNodes(face: Face, view: View, stamps: TableNode): FlowNode[] {
  const opening: Partial<TextNode> = { bold: true, keepWithNext: true, keepTogether: true };
  const title = oneLine(view.title);
  const { certification, contact = [] } = view;
  const staysBelow = view.endorsements?.[0]?.staysBelow === true;
  const signsBelow = (view.endorsements ?? []).some(({ signs }) => signs === true);
  return [
    ...(view.marks ?? []).map((mark): TextNode => aside(mark, { fontSize: SMALL, bold: true })),
    ...(view.bodyNames.length > 0 ? [coatOfArms((view.marks ?? []).length > 0)] : []),
    ...view.bodyNames.map(
      (name, index): TextNode => ({ ...opening, text: oneLine(name), alignment: 'center', margin: [0, index === 0 ? 6 : 0, 0, 0] }),
    ),
    ...(view.kindName === '' ? [] : [kindName(view.kindName)]),
    ...(view.date + view.place + view.number === '' ? [] : dateLine(face, view)),
    ...(view.answersTo ? [{ ...opening, bold: false, text: oneLine(view.answersTo) }] : []),
    ...(view.addressees ?? []).map((to, index): TextNode => aside(to, { margin: [ADDRESSEE_INDENT, index === 0 ? 14 : 6, 0, 0] })),
    ...(title === ''
      ? []
      : [{ ...opening, text: title, margin: [0, 14, title.length > BRIEF_TITLE ? 0 : TEXT_WIDTH - LONGEST_LINE, 0] as Margin }]),
    ...view.stating.map((text, index) => running(null, text, [0, index === 0 ? 14 : 0, 0, 0])),
    ...(view.keyword === '' ? [] : [{ text: oneLine(view.keyword), bold: true, margin: [0, 8, 0, 0] as Margin, keepWithNext: true }]),
    ...view.points.map(({ number, level, text }) => running(number, text, [0, level === 1 ? 6 : 2, 0, 0])),
    ...bodyNodes(view.body ?? []),
    ...(view.signature.post || view.signature.name ? [{ ...signatureLine(face, view.signature, SIZE), keepWithNext: true }] : []),
    ...(certification === undefined
      ? []
      : [
          ...endorsementNodes(face, view.endorsements ?? [], stamps),
          ...certification.lines.map(
            (line, index): TextNode => ({ text: oneLine(line), margin: [0, index === 0 ? 20 : 0, 0, 0], keepWithNext: true }),
          ),
          { ...signatureLine(face, certification.person, SIZE), keepWithNext: true },
        ]),
    ...(view.unsigned || signsBelow ? [] : [{ ...stamps, ...(contact.length > 0 || staysBelow ? { keepWithNext: true } : {}) }]),
    ...(certification === undefined ? endorsementNodes(face, view.endorsements ?? [], stamps) : []),
    ...contact.map(
      (line, index): TextNode => ({ text: oneLine(line), fontSize: SMALL, margin: [0, index === 0 ? 14 : 0, 0, 0], keepTogether: true }),
    ),
  ];
}

/** Each on one page, at the left, with the room for stamps under who signs. */
function endorsementNodes(face: Face, endorsements: readonly Endorsement[], stamps: TableNode): FlowNode[] {
  const staysWithNext = (at: number): boolean => endorsements[at + 1]?.staysBelow === true;
  return endorsements.flatMap(({ lines, person, signs }, at) => [
    ...lines.map(
      (line, index): TextNode => ({
        text: oneLine(line),
        margin: [0, index === 0 ? 20 : 0, 0, 0],
        keepTogether: true,
        keepWithNext: person !== undefined || index < lines.length - 1 || staysWithNext(at),
      }),
    ),
    ...(person === undefined ? [] : [{ ...signatureLine(face, person, SIZE), keepWithNext: signs === true || staysWithNext(at) }]),
    ...(signs === true ? [{ ...stamps, keepWithNext: staysWithNext(at) }] : []),
  ]);
}

function kindName(name: string): TextNode {
  return {
    bold: true,
    keepWithNext: true,
    keepTogether: true,
    text: oneLine(name),
    alignment: 'center',
    fontSize: 16,
    margin: [0, 12, 0, 0],
  };
}

/** A line in the right half of the page, above what it belongs to. */
function aside(text: string, style: Partial<TextNode>): TextNode {
  return { margin: [ADDRESSEE_INDENT, 0, 0, 0], keepWithNext: true, keepTogether: true, ...style, text: oneLine(text) };
}

/** With a gap above if something stands there. */
function coatOfArms(isBelowMarks: boolean): SvgNode {
  const { width, height, strokes } = COAT_OF_ARMS;
  const paths = strokes.map(({ path, width: line, mirrored }) => {
    const drawn =
      line === null ? `<path d="${path}" fill="black"/>` : `<path d="${path}" fill="none" stroke="black" stroke-width="${line}"/>`;
    return mirrored ? `${drawn}<g transform="matrix(-1 0 0 1 ${width} 0)">${drawn}</g>` : drawn;
  });
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${paths.join('')}</svg>`,
    width: mm(12),
    height: mm(17),
    alignment: 'center',
    keepWithNext: true,
    ...(isBelowMarks ? { margin: [0, 8, 0, 0] as Margin } : {}),
  };
}

/** Date left, place in the middle, number right, on one line; under one another if they do not fit. */
function dateLine(face: Face, view: View): (ColumnsNode | TextNode)[] {
  const [date, place, number] = [oneLine(view.date), oneLine(view.place), oneLine(view.number)];
  const middle = lineWidth(face, place, SIZE);
  const side = (TEXT_WIDTH - middle) / 2;
  if (Math.max(lineWidth(face, date, SIZE), lineWidth(face, number, SIZE)) + mm(3) <= side)
    return [
      {
        columns: [
          { width: side, text: date },
          { width: middle, text: place, alignment: 'center' },
          { width: side, text: number, alignment: 'right' },
        ],
        margin: [0, 12, 0, 0],
        keepWithNext: true,
      },
    ];
  const below = { keepWithNext: true, keepTogether: true };
  return [
    { ...below, text: date, margin: [0, 12, 0, 0] },
    { ...below, text: place, alignment: 'center' },
    { ...below, text: number, alignment: 'right' },
  ];
}

/** Number of a page in its run, none on the run's first sheet. */
function pageNumber(face: Face, page: number, starts: readonly number[]): TextNode | null {
  const number = page - (starts.findLast((start) => start <= page) ?? 1) + 1;
  if (number === 1) return null;
  const { size, baseline } = PAGE_NUMBER;
  return { text: String(number), fontSize: size, alignment: 'center', margin: [SHEET.left, baseline - face.ascent * size, SHEET.right, 0] };
}

/** In the lower margin, at the left border of the text. */
function footNode(text: string): TextNode {
  return { text: oneLine(text), fontSize: SMALL, margin: [SHEET.left, 0, 0, 0] };
}

function stampPlaces({ table }: TableNode): StampPlace[] {
  const cells = table.body[0] ?? [];
  return [stampPlace('signatory', cells[0]?.positions?.[0]), stampPlace('seal', cells[2]?.positions?.[0])];
}

function stampPlace(role: StampPlace['role'], position: Position | undefined): StampPlace {
  if (position === undefined) throw new Error(`pdfmake has laid out no room for the stamp of the ${role}`);
  const { pageNumber: page, left, top } = position;
  const bottom = SHEET.height - top - STAMP.height;
  return { role, page: page - 1, rect: [rounded(left), rounded(bottom), rounded(left + STAMP.width), rounded(bottom + STAMP.height)] };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
