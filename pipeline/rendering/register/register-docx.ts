import type { PrintedRegister, RegisterCell } from '../../model/printed-register.js';
import { bind } from '../binding.js';
import { escapeXml } from '../escape-xml.js';
import { LANDSCAPE } from './landscape.js';
import { type ZippedText, zipStream } from './zip-stream.js';

/** Twentieths of a point, Word's unit of length. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const WIDTH = LANDSCAPE.width - LANDSCAPE.left - LANDSCAPE.right;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A register as a Word document on landscape A4, its head repeated on every page, in pieces as they are made; the same words as in the PDF. */
export function registerDocx(register: PrintedRegister): AsyncGenerator<Buffer> {
  const files: readonly ZippedText[] = [
    { name: '[Content_Types].xml', text: [CONTENT_TYPES] },
    { name: '_rels/.rels', text: [PACKAGE_RELATIONS] },
    { name: 'docProps/core.xml', text: [coreProperties(register)] },
    { name: 'word/_rels/document.xml.rels', text: [DOCUMENT_RELATIONS] },
    { name: 'word/styles.xml', text: [STYLES] },
    { name: 'word/header.xml', text: [HEADER] },
    { name: 'word/document.xml', text: documentXml(register) },
  ];
  return zipStream(files);
}

async function* documentXml({ bodyNames, title, notes, columns, rows }: PrintedRegister): AsyncGenerator<string> {
  yield `${XML}<w:document ${W} xmlns:r="${R}"><w:body>`;
  yield bodyNames.map((name) => paragraph('Body', name)).join('') + paragraph('Title', title);
  yield notes.map((note) => paragraph('Body', note)).join('') + paragraph('Gap', '');
  const widths = columns.map(({ share }) => twips((share / 100) * WIDTH));
  const edge = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('');
  yield `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
  yield `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  yield rowXml(
    columns.map((column) => [column.title]),
    widths,
    'Head',
  );
  yield rowXml(
    columns.map((_, index) => [String(index + 1)]),
    widths,
    'Number',
  );
  for await (const row of rows) yield rowXml(row, widths, 'Cell');
  const { width, height, left, right, top, bottom, number } = LANDSCAPE;
  const margins = `w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(number - 4)}" w:footer="0" w:gutter="0"`;
  yield `</w:tbl>${paragraph('Gap', '')}<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}" w:orient="landscape"/><w:pgMar ${margins}/><w:titlePg/></w:sectPr></w:body></w:document>`;
}

function rowXml(row: readonly RegisterCell[], widths: readonly number[], style: 'Head' | 'Number' | 'Cell'): string {
  const cells = widths.map((width, column) => {
    const cell = row[column] ?? [];
    const text = cell.length === 0 ? paragraph(style, '') : cell.map((words) => paragraph(style, words)).join('');
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${text}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${style === 'Cell' ? '' : '<w:tblHeader/>'}</w:trPr>${cells.join('')}</w:tr>`;
}

function paragraph(style: string, words: string): string {
  const run = words === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(bind(words))}</w:t></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run}</w:p>`;
}

function coreProperties({ properties: { title, author, subject, keywords, date } }: PrintedRegister): string {
  const instant = (of: string): string => `<dcterms:${of} xsi:type="dcterms:W3CDTF">${date}T12:00:00Z</dcterms:${of}>`;
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator><cp:keywords>${escapeXml(keywords.join(', '))}</cp:keywords><dc:language>uk-UA</dc:language>${instant('created')}${instant('modified')}</cp:coreProperties>`;
}

const style = (id: string, paragraphs: string, runs: string): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
const CENTRED = '<w:jc w:val="center"/>';
const size = (points: number): string => `<w:sz w:val="${2 * points}"/><w:szCs w:val="${2 * points}"/>`;

const STYLES = `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:lang w:val="uk-UA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>${[
  style('Body', `<w:keepNext/>${CENTRED}`, size(12)),
  style('Title', `<w:keepNext/><w:spacing w:before="160" w:after="80"/>${CENTRED}`, `<w:b/>${size(14)}`),
  style('Gap', '', size(6)),
  style('Head', `<w:keepNext/>${CENTRED}`, `<w:b/>${size(9)}`),
  style('Number', CENTRED, size(9)),
  style('Cell', '', size(9)),
  style('Page', CENTRED, size(12)),
].join('')}</w:styles>`;

const HEADER = `${XML}<w:hdr ${W}><w:p><w:pPr><w:pStyle w:val="Page"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/header.xml" ContentType="${TYPE}.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
const PACKAGE_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="document" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="properties" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
const DOCUMENT_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="styles" Type="${R}/styles" Target="styles.xml"/><Relationship Id="header" Type="${R}/header" Target="header.xml"/></Relationships>`;
