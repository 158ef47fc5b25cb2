import type { CaseMention } from '../model/archive-card.js';
import type { DraftContent } from '../model/draft.js';
import type { Registration } from '../model/registration.js';
import { csv, type DataRecord } from './csv.js';

const COLUMNS = ['number', 'year', 'index', 'volume', 'heading', 'begun', 'ended', 'sheets', 'term', 'note'] as const;

/** An inventory of cases for machines: the same rows as it prints, in CSV (RFC 4180). */
export async function inventoryCsv(content: DraftContent): Promise<string> {
  let text = '';
  for await (const line of csv(COLUMNS, recordsOf(content))) text += line;
  return text;
}

async function* recordsOf(content: DraftContent): AsyncGenerator<DataRecord> {
  for (const mention of content.caseFiles) yield recordOf(mention, content);
}

function recordOf(mention: CaseMention, { year: own }: DraftContent): DataRecord {
  const { n, letter = '', year = own, index, volume, heading, begun, ended, sheets, term, note } = mention;
  const figure = (value: number | undefined): string | null => (value === undefined ? null : String(value));
  return {
    ...{ number: n === undefined ? null : `${n}${letter}`, year: figure(year), index: index ?? null, volume: figure(volume) },
    ...{
      heading: heading ?? null,
      begun: begun ?? null,
      ended: ended ?? null,
      sheets: figure(sheets),
      term: term ?? null,
      note: note ?? null,
    },
  };
}

/** The same as XML: an element a case, in order; what is absent has no element. */
export function inventoryXml(content: DraftContent, { date, number }: Registration): string {
  const head = Object.entries({ number, date, year: content.year, category: content.category, unit: content.unit }).flatMap(
    ([name, value]) => (value === undefined ? [] : ` ${name}="${escaped(String(value))}"`),
  );
  const cases = content.caseFiles.map((mention) => {
    const record = recordOf(mention, content);
    const parts = COLUMNS.flatMap((name) => (record[name] == null ? [] : `<${name}>${escaped(record[name])}</${name}>`));
    return `  <case>${parts.join('')}</case>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<inventory xmlns="urn:regesta:inventory:1"${head.join('')}>\n${cases.join('')}</inventory>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
