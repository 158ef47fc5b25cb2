import type { Block, Table } from '../../model/draft.js';
import { bind } from '../binding.js';
import { escapeXml } from '../escape-xml.js';
import { type Passage, passagesOf, staysWithNext, tableColumns } from '../passages.js';

/** Twentieths of a point, Word's unit of length. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

const TEXT_WIDTH = 170;
const STEP = 10;
const DEEPEST = 5;
/** Nine points. */
const DENSE = '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>';
/** Space between a text and the table under it, twentieths of a point: Word gives a table none of its own. */
const ABOVE_TABLE = 120;

/**
 * An annex's body as WordprocessingML: paragraphs and tables in the template's named styles `AnnexHeading1`…`3`, `AnnexText`, `TableHead`,
 * `TableCell`, `TableEnd`. All text is escaped. `isSigned`: its end stays on one page with the signature that follows.
 */
export function annexXml(blocks: readonly Block[], { isSigned = false } = {}): string {
  return passagesOf(blocks)
    .map((passage, index, all) =>
      passageXml(passage, {
        after: all[index + 1]?.type === 'table' ? ABOVE_TABLE : 0,
        keeps: (isSigned && index === all.length - 1) || staysWithNext(passage, all[index + 1]),
      }),
    )
    .join('');
}

interface Setting {
  readonly indent?: number;
  /** Space under a text. */
  readonly after?: number;
  /** Whether it stays on the page of what follows. */
  readonly keeps?: boolean;
  /** In the letters of tables with many columns. */
  readonly dense?: boolean | undefined;
}

function passageXml(passage: Passage, setting: Setting): string {
  const indent = Math.min(Math.max(0, passage.depth - 1), DEEPEST) * STEP;
  switch (passage.type) {
    case 'heading':
      return paragraph(`AnnexHeading${passage.level}`, passage.text, { indent });
    case 'text':
      return paragraph('AnnexText', passage.mark === null ? passage.text : `${passage.mark}\u00a0${passage.text}`, { ...setting, indent });
    case 'table':
      return tableXml(passage.table, { ...setting, indent });
  }
}

function paragraph(style: string, text: string, { indent = 0, after = 0, keeps = false, dense = false }: Setting = {}): string {
  const keeping = keeps ? '<w:keepNext/>' : '';
  const spacing = after > 0 ? `<w:spacing w:after="${after}"/>` : '';
  const left = indent > 0 ? `<w:ind w:left="${twips(indent)}"/>` : '';
  const run = text === '' ? '' : `<w:r>${dense ? DENSE : ''}<w:t xml:space="preserve">${escapeXml(bind(text))}</w:t></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keeping}${spacing}${left}</w:pPr>${run}</w:p>`;
}

/** A paragraph of its own ends the table: Word would join two tables that follow one another. */
function tableXml(table: Table, { indent = 0, keeps = false }: Setting): string {
  const widths = tableColumns(table).map((share) => twips(share * (TEXT_WIDTH - indent)));
  const edge = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('');
  const total = widths.reduce((sum, width) => sum + width, 0);
  const properties = `<w:tblW w:w="${total}" w:type="dxa"/><w:tblInd w:w="${twips(indent)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const rows = [
    ...table.head.map((row) => rowXml(row, widths, { head: true, dense: table.isDense })),
    ...rowsInFull(table).map((row, index) =>
      rowXml(row, widths, { keeps: keeps && index === table.rows.length - 1, dense: table.isDense }),
    ),
  ].join('');
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>${paragraph('TableEnd', '', { keeps })}`;
}

/** Word sets the pages itself: no row leans on the one above it. */
function rowsInFull({ rows, inFull = [] }: Table): readonly (readonly string[])[] {
  const full = new Map(inFull.map((cell) => [`${cell.row}/${cell.column}`, cell.text]));
  return full.size === 0 ? rows : rows.map((row, at) => row.map((cell, column) => full.get(`${at}/${column}`) ?? cell));
}

function rowXml(
  row: readonly string[],
  widths: readonly number[],
  {
    head = false,
    keeps = false,
    dense = false,
  }: { readonly head?: boolean; readonly keeps?: boolean; readonly dense?: boolean | undefined },
): string {
  const cells = widths.map(
    (width, column) =>
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(head ? 'TableHead' : 'TableCell', row[column] ?? '', { keeps, dense })}</w:tc>`,
  );
  return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}
