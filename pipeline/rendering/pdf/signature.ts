import type { Person } from '../../model/draft.js';
import type { Face } from './fonts.js';
import { mm } from './millimetres.js';
import { type ColumnsNode, oneLine, type TableLayout, type TableNode } from './nodes.js';
import { LONGEST_LINE, STAMP, TEXT_WIDTH } from './sheet.js';

const NAME_INDENT = mm(125);
const LEAST_GAP = mm(5);
/** Width of a text set in one size, points; pdfmake rounds nothing, so half a point is room enough. */
const SLACK = 0.5;

/** Width of a text on one line, points. */
export function lineWidth(face: Face, text: string, size: number): number {
  return (face.font.layout(text).advanceWidth * size) / face.font.unitsPerEm + SLACK;
}

/**
 * Post on the left, name on the level of its last line: 125 mm from the text's border, or nearer if it is too long for that. Two lines of text at
 * least stand above it on its page.
 */
export function signatureLine(face: Face, person: Person, size: number): ColumnsNode {
  const post = oneLine(person.post ?? '');
  const name = oneLine(person.name ?? '');
  const width = Math.min(lineWidth(face, name, size), TEXT_WIDTH - LONGEST_LINE - LEAST_GAP);
  const indent = Math.min(NAME_INDENT, TEXT_WIDTH - width);
  return {
    columns: [
      { width: LONGEST_LINE, text: post, verticalAlignment: 'bottom' },
      { width: TEXT_WIDTH - indent, text: name, verticalAlignment: 'bottom' },
    ],
    columnGap: indent - LONGEST_LINE,
    margin: [0, 28, 0, 0],
    keepTextAbove: true,
  };
}

const BARE: TableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  hLineColor: () => 'black',
  vLineColor: () => 'black',
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** Empty room under the signature line for the signatory's visible signature on the left and the seal's on the right. */
export function stampRoom(): TableNode {
  return {
    table: {
      headerRows: 0,
      widths: [STAMP.width, TEXT_WIDTH - 2 * STAMP.width, STAMP.width],
      heights: [STAMP.height],
      body: [[{ text: '' }, { text: '' }, { text: '' }]],
    },
    layout: BARE,
    margin: [0, 14, 0, 0],
  };
}
