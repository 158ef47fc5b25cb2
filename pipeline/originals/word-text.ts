import type { RunLooks } from './word-colours.js';
import { charactersOf, elementsIn, type WordElement } from './word-xml.js';

export interface WordRun {
  readonly text: string;
  readonly colour: string | undefined;
  readonly paragraph: WordElement | undefined;
  /** From 1. */
  readonly section: number | null;
}

export interface WordText {
  /** A line a paragraph. */
  readonly text: string;
  readonly runs: readonly WordRun[];
}

interface Around {
  readonly paragraph: WordElement | undefined;
  readonly table: WordElement | undefined;
}

/** What a part of a DOCX shows, as it reads when tracked changes are accepted; hidden text, field codes and what was deleted are left out. */
export function wordText(part: WordElement, looks: RunLooks): WordText {
  const runs: WordRun[] = [];
  const lines: string[] = [];
  let line = '';
  let section = 1;
  const isBody = part.name === 'w:document';
  const end = (): void => {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const read = (element: WordElement, around: Around): void => {
    for (const child of elementsIn(element)) {
      switch (child.name) {
        case 'w:del':
        case 'w:moveFrom':
          break;
        case 'w:tbl':
          read(child, { ...around, table: child });
          break;
        case 'w:p': {
          // A text box stands inside a paragraph, and its own paragraphs are lines of their own.
          const outer = line;
          line = '';
          read(child, { ...around, paragraph: child });
          end();
          line = outer;
          if (
            elementsIn(child).some(
              ({ name, ...rest }) => name === 'w:pPr' && elementsIn({ name, ...rest }).some((one) => one.name === 'w:sectPr'),
            )
          )
            section += 1;
          break;
        }
        case 'w:r': {
          if (looks.isHidden(child, around)) break;
          const text = shownBy(child);
          line += text;
          if (text !== '')
            runs.push({ text, colour: looks.colourOf(child, around), paragraph: around.paragraph, section: isBody ? section : null });
          read(child, around);
          break;
        }
        default:
          read(child, around);
      }
    }
  };
  read(part, { paragraph: undefined, table: undefined });
  end();
  return { text: lines.join('\n'), runs };
}

function shownBy(run: WordElement): string {
  return elementsIn(run)
    .map((child) => {
      if (child.name === 'w:t') return charactersOf(child);
      return SIGNS.get(child.name) ?? '';
    })
    .join('');
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['w:tab', ' '],
  ['w:br', ' '],
  ['w:cr', ' '],
  ['w:noBreakHyphen', '-'],
]);
