import type { ComparedPart, ComparedWords, CompareTexts } from '../model/comparison.js';
import type { Annex, Block, Draft, Point } from '../model/draft.js';
import { stretchesOf } from './sequence-diff.js';

/** A piece of a text that is compared as one, with the number it bears. */
interface Piece {
  readonly n: string;
  readonly text: string;
}

/** Title, stating part, points and annexes of two texts. A point that only bears another number now is told, too: others may refer to it. */
export const compareTexts: CompareTexts = (before, after) => [
  ...whole('title', before.content.title ?? '', after.content.title ?? ''),
  ...whole('stating', before.content.stating.text.join('\n'), after.content.stating.text.join('\n')),
  ...pieces('point', before.content.operative.flatMap(pointPieces), after.content.operative.flatMap(pointPieces)),
  ...annexes(before, after),
];

function whole(part: 'title' | 'stating', before: string, after: string): ComparedPart[] {
  return before === after ? [] : [{ part, words: wordsOf(before, after) }];
}

/** Equal pieces tie the two texts together; between them those that have words in common are the same piece, those of one number first; others are new or gone. */
function pieces(part: ComparedPart['part'], before: readonly Piece[], after: readonly Piece[]): ComparedPart[] {
  const found: ComparedPart[] = [];
  let [old, now] = [0, 0];
  for (const { same, removed, added } of stretchesOf(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )) {
    for (const text of same) {
      const [{ n: was } = NOTHING, { n } = NOTHING] = [before[old++], after[now++]];
      if (n !== was) found.push({ part, n, was, words: [{ how: 'same', text }] });
    }
    found.push(...changed(part, before.slice(old, old + removed.length), after.slice(now, now + added.length)));
    old += removed.length;
    now += added.length;
  }
  return found;
}

const NOTHING: Piece = { n: '', text: '' };

/** Pairs of pieces beyond which none is looked for: then what was there is gone, and all is new. */
const MOST_PAIRS = 100_000;

function changed(part: ComparedPart['part'], removed: readonly Piece[], added: readonly Piece[]): ComparedPart[] {
  const isTooMuch = removed.length * added.length > MOST_PAIRS;
  const gone = new Map(removed.map((piece) => [piece, wordSet(piece.text)]));
  const kept = added.map((piece): ComparedPart => {
    const old = isTooMuch ? undefined : likest(piece, gone);
    if (old === undefined) return { part, n: piece.n, words: [{ how: 'added', text: piece.text }] };
    gone.delete(old);
    return { part, n: piece.n, was: old.n, words: wordsOf(old.text, piece.text) };
  });
  return [...[...gone.keys()].map(({ n, text }): ComparedPart => ({ part, was: n, words: [{ how: 'removed', text }] })), ...kept];
}

/** The first piece a third of whose words, or of this one's if they are more, stand in both; of such as bear the same number before others. */
function likest(piece: Piece, among: ReadonlyMap<Piece, ReadonlySet<string>>): Piece | undefined {
  const words = wordSet(piece.text);
  const like = [...among].flatMap(([one, others]) => {
    const common = [...words].filter((word) => others.has(word)).length;
    return 3 * common >= Math.max(words.size, others.size) ? [one] : [];
  });
  return like.find(({ n }) => n === piece.n) ?? like[0];
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** Each annex with the one of its number. */
function annexes(before: Draft, after: Draft): ComparedPart[] {
  const numbers = [...new Set([...before.content.annexes, ...after.content.annexes].map(({ n }) => n))].sort((a, b) => a - b);
  return numbers.flatMap((n) => {
    const lines = ({ content, attachments }: Draft): Piece[] =>
      content.annexes.filter((annex) => annex.n === n).flatMap((annex) => annexLines(annex, attachments));
    return pieces('annex', lines(before), lines(after));
  });
}

/** All lines of an annex bear its number; a file of its own is told by its digest. */
function annexLines({ n, title = '', body = [], file }: Annex, attachments: Draft['attachments']): Piece[] {
  const digest = attachments.find(({ name }) => name === file)?.sha256 ?? '';
  const lines = file === undefined ? body.flatMap(blockLines) : [`${file} (SHA-256 ${digest})`];
  return [title, ...lines].filter((text) => text !== '').map((text) => ({ n: String(n), text }));
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.flatMap((item) => item.flatMap(blockLines));
    case 'table':
      return [...block.head, ...block.rows].map((row) => row.join(' | '));
  }
}

function pointPieces({ n, text = '', points }: Point): Piece[] {
  return [{ n, text }, ...points.flatMap(pointPieces)];
}

/** Words, figures and signs; spaces go with what stands before them. */
const TOKEN = /(?:[\p{L}\p{N}]+(?:[’'ʼ\p{Pd}][\p{L}\p{N}]+)*|[^\p{L}\p{N}\s])\s*/gu;

function wordsOf(before: string, after: string): ComparedWords[] {
  const tokens = (text: string): string[] => text.match(TOKEN) ?? [];
  return stretchesOf(tokens(before), tokens(after)).flatMap(({ same, removed, added }): ComparedWords[] =>
    (['same', 'removed', 'added'] as const).flatMap((how) => {
      const text = { same, removed, added }[how].join('');
      return text === '' ? [] : [{ how, text }];
    }),
  );
}
