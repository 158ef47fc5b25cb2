import type { MeasuredOriginal } from '../model/original.js';
import { excerpted, type Measures } from './measures.js';
import { runLooks } from './word-colours.js';
import { type WordLimits, type WordPackage, wordPackage } from './word-package.js';
import { sectionsOf, sheetsOf, unnumberedIn } from './word-sections.js';
import { type WordRun, wordText } from './word-text.js';
import { charactersOf, elementsIn, type WordElement, within } from './word-xml.js';

/** What is measured on a DOCX (R 27.6). It has no pages before it is laid out: sections stand for them. */
export async function measureDocx(bytes: Buffer, limits: WordLimits): Promise<Measures | NonNullable<MeasuredOriginal['unreadable']>> {
  const read = await wordPackage(bytes, limits);
  if ('unreadable' in read) return read.unreadable;
  const { parts } = read;
  const sections = sectionsOf(parts.document);
  const looks = runLooks(parts.related('styles')[0], parts.related('theme')[0]);
  const body = wordText(parts.document, looks);
  // The number of a page is told by its field; whatever else the margins say is read after the text, and so are the notes under it.
  const others = [...NOTED, ...MARGINS].flatMap((type) => parts.related(type)).map((part) => wordText(part, looks));
  const texts = [body, ...others];
  return {
    sheets: sheetsOf(sections),
    unnumbered: unnumberedIn(parts, sections, body.text),
    coloured: coloured(texts.flatMap(({ runs }) => runs)),
    corrections: correctionsIn(parts),
    scanned: [],
    text: texts
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n'),
  };
}

const NOTED = ['footnotes', 'endnotes'];
const MARGINS = ['header', 'footer'];

function coloured(runs: readonly WordRun[]): Measures['coloured'] {
  const colours = new Map<string, { readonly run: WordRun; readonly colour: string; text: string; last: WordRun }>();
  for (const run of runs) {
    const { colour, text, section } = run;
    if (colour === undefined || colour === '#000000' || text.trim() === '') continue;
    const key = `${section} ${colour}`;
    const found = colours.get(key);
    if (found === undefined) colours.set(key, { run, colour, text, last: run });
    else if (found.text.length < ENOUGH) {
      found.text += found.last.paragraph === run.paragraph ? text : ` ${text}`;
      found.last = run;
    }
  }
  return [...colours.values()].map(({ run, colour, text }) => ({ sheet: run.section, colour, text: excerpted(text) }));
}

/** Characters that an excerpt is cut from. */
const ENOUGH = 200;

type What = Measures['corrections'][number]['what'];

/** Elements of tracked changes (ECMA-376-1, 17.13.5), wherever they stand. */
const CHANGES: ReadonlyMap<string, What> = new Map<string, What>([
  ['w:ins', 'inserted'],
  ['w:cellIns', 'inserted'],
  ['w:customXmlInsRangeStart', 'inserted'],
  ['w:del', 'deleted'],
  ['w:cellDel', 'deleted'],
  ['w:customXmlDelRangeStart', 'deleted'],
  ['w:moveFrom', 'moved'],
  ['w:moveTo', 'moved'],
  ['w:cellMerge', 'reformatted'],
  ['w:rPrChange', 'reformatted'],
  ['w:pPrChange', 'reformatted'],
  ['w:sectPrChange', 'reformatted'],
  ['w:tblPrChange', 'reformatted'],
  ['w:tblPrExChange', 'reformatted'],
  ['w:tblGridChange', 'reformatted'],
  ['w:trPrChange', 'reformatted'],
  ['w:tcPrChange', 'reformatted'],
  ['w:numberingChange', 'reformatted'],
]);

function correctionsIn(parts: WordPackage): Measures['corrections'] {
  const texts = [parts.document, ...[...NOTED, ...MARGINS].flatMap((type) => parts.related(type))];
  const comments = parts.related('comments').flatMap((part) => within(part, 'w:comment'));
  return [
    ...texts.flatMap((part) => changesIn(part, '')),
    ...comments.map((comment) => ({ sheet: null, what: 'comment' as const, text: excerpted(charactersOf(comment)) })),
  ];
}

/** A change within a change is one; of one to the looks of a run its words are shown. */
function changesIn(element: WordElement, around: string): Measures['corrections'] {
  return elementsIn(element).flatMap((child) => {
    const what = CHANGES.get(child.name);
    if (what === undefined) return changesIn(child, child.name === 'w:r' || child.name === 'w:p' ? wordsOf(child) : around);
    return [{ sheet: null, what, text: excerpted(what === 'reformatted' ? around : wordsOf(child)) }];
  });
}

function wordsOf(element: WordElement): string {
  return elementsIn(element)
    .map((child) => (child.name === 'w:t' || child.name === 'w:delText' ? charactersOf(child) : wordsOf(child)))
    .join('');
}
