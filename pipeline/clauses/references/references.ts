import { stem, words } from '../../language/stem.js';
import type { ActName } from './act-name.js';
import { furtherLawAt, type NamedAct, namedActAt } from './act-name-at.js';
import type { Norm } from './norm.js';
import { type NormChain, normChainAt } from './norm-chain.js';
import { jointAt } from './norm-values.js';
import { type Token, tokens } from './tokens.js';

/** What a text cites: an act with norms of it, or with none; `act` undefined if the text does not say whose norms they are. */
export interface Citation {
  readonly act: ActName | undefined;
  readonly norms: readonly Norm[];
  /** The citation's words in the text. */
  readonly text: string;
  /** Offset in the text. */
  readonly start: number;
}

/** Documents whose points are cited though they are no source of law by themselves, in the genitive that follows a norm. */
const OWN_DOCUMENT =
  /^(?:порядку|положення|правил|регламенту|інструкції|методики|статуту|програми|плану|протоколу|протокольного|договору|угоди|переліку|заходів|вимог|умов|додатка|додатку|акта|висновку|листа|звернення|доручення|стандарту|стратегії|концепції|меморандуму|контракту)$/u;
const APPROVED = /^(?:затвердж|схвален|прийнят)/u;
const ABBREVIATION = /^(?:ст|ч|п|пп|абз|розд|м|с|смт|р|рр|вул|ін|тис|обл|грн|ім|див|\p{L})$/u;

/** What one sentence names, in order. */
type Sentence = readonly (NormChain | NamedAct)[];

/**
 * Reads what a text cites, in order. Norms belong to the act named next in the sentence (`ст. 51, 52 та ст. 59 Закону …`), or to the one
 * just before them (`Закону … (ст. 51)`); `цього Закону` is the law named before.
 */
export function citationsIn(text: string): Citation[] {
  const all = tokens(text);
  return resolveEarlier(sentencesOf(text, all)).flatMap((sentence) => owned(text, all, sentence));
}

/** The act that a basis names; an unknown sort of document is compared by its words. */
export function actNamed(text: string): ActName {
  const all = tokens(text);
  const named = all.map((_, at) => namedActAt(text, all, at, 0)).find((act) => act?.name !== undefined);
  return named?.name ?? { sort: 'other', stems: words(text).map(stem), text };
}

/** The norms that a basis lists in one string; empty if it cites none or says anything else besides. */
export function normsNamed(text: string): readonly Norm[] {
  const all = tokens(text);
  const chain = normChainAt(all, 0);
  return chain !== undefined && chain.end >= all.length ? chain.norms : [];
}

function sentencesOf(text: string, all: readonly Token[]): Sentence[] {
  const sentences: (NormChain | NamedAct)[][] = [[]];
  let at = 0;
  while (at < all.length) {
    const sentence = sentences.at(-1) ?? [];
    const event = eventAt(text, all, at, sentence.at(-1));
    if (event !== undefined) sentence.push(event);
    else if (endsSentence(all, at)) sentences.push([]);
    at = event?.end ?? at + 1;
  }
  return sentences;
}

function eventAt(
  text: string,
  all: readonly Token[],
  at: number,
  last: NormChain | NamedAct | undefined,
): NormChain | NamedAct | undefined {
  const chain = normChainAt(all, at);
  if (chain !== undefined) return chain;
  const afterLaw = last?.is === 'act' && last.sort === 'law' && jointAt(all, last.end) === at;
  const further = afterLaw ? furtherLawAt(text, all, at) : undefined;
  if (further !== undefined) return further;
  const follows = last?.is === 'norms' && last.end === at;
  return (follows ? ownDocumentAt(text, all, at) : undefined) ?? namedActAt(text, all, at, last?.end ?? 0);
}

/** `п. 5 Плану заходів`: a document of its own, unless an act that approved it is named (`Порядку, затвердженого постановою …`). */
function ownDocumentAt(text: string, all: readonly Token[], at: number): NamedAct | undefined {
  if (!OWN_DOCUMENT.test(all[at]?.text ?? '')) return undefined;
  let end = at + 1;
  while (
    (all[end]?.is === 'word' || all[end]?.is === 'number') &&
    !APPROVED.test(all[end]?.text ?? '') &&
    normChainAt(all, end) === undefined
  ) {
    if (namedActAt(text, all, end) !== undefined) return undefined;
    end += 1;
  }
  if (all[end]?.text === ',' && APPROVED.test(all[end + 1]?.text ?? '')) return undefined;
  if (APPROVED.test(all[end]?.text ?? '')) return undefined;
  const shown = text.slice(all[at]?.start, all[end - 1]?.end);
  return { is: 'act', name: { sort: 'other', stems: words(shown).map(stem), text: shown }, sort: 'other', start: at, end };
}

function endsSentence(all: readonly Token[], at: number): boolean {
  const [before, token, after] = [all[at - 1], all[at], all[at + 1]];
  if (token?.text === '!' || token?.text === '?') return true;
  if (token?.text !== '.' || before === undefined || ABBREVIATION.test(before.text)) return false;
  return after === undefined || (after.start > token.end && /^\p{Lu}/u.test(after.raw));
}

/** Gives `цього Закону` the name of the law it means. */
function resolveEarlier(sentences: readonly Sentence[]): Sentence[] {
  const latest = new Map<string, ActName>();
  return sentences.map((sentence) =>
    sentence.flatMap((event): Sentence => {
      if (event.is === 'norms') return [event];
      if (event.name !== undefined) latest.set(event.sort, event.name);
      const name = event.name ?? latest.get(event.sort);
      return name === undefined ? [] : [{ ...event, name }];
    }),
  );
}

function owned(text: string, all: readonly Token[], sentence: Sentence): Citation[] {
  const actsFirst = sentence.length > 1 && sentence[0]?.is === 'act' && sentence.at(-1)?.is === 'norms';
  const owners = new Map(
    sentence.flatMap((event, index) => (event.is === 'norms' ? [[event, ownerOf(all, sentence, index, actsFirst)] as const] : [])),
  );
  const owning = new Set(owners.values());
  return sentence.flatMap((event): Citation[] => {
    const place = { text: textOf(text, all, event), start: all[event.start]?.start ?? 0 };
    if (event.is === 'norms') return [{ act: owners.get(event)?.name, norms: event.norms, ...place }];
    return event.name === undefined || owning.has(event) || event.sort === 'other' ? [] : [{ act: event.name, norms: [], ...place }];
  });
}

function ownerOf(all: readonly Token[], sentence: Sentence, index: number, actsFirst: boolean): NamedAct | undefined {
  const [before, chain, after] = [sentence[index - 1], sentence[index], sentence[index + 1]];
  if (after?.is === 'act' && after.start === chain?.end) return after;
  if (before?.is === 'act' && chain !== undefined && (actsFirst || touches(all, before, chain))) return before;
  return sentence.slice(index + 1).find(isAct) ?? sentence.slice(0, index).findLast(isAct);
}

function isAct(event: NormChain | NamedAct): event is NamedAct {
  return event.is === 'act';
}

/** `Закону … (ст. 51)`, `Закону … ст. 51`. */
function touches(all: readonly Token[], act: NamedAct, chain: NormChain | NamedAct): boolean {
  return act.end === chain.start || (all[act.end]?.text === '(' && act.end + 1 === chain.start);
}

function textOf(text: string, all: readonly Token[], event: NormChain | NamedAct): string {
  return text.slice(all[event.start]?.start, all[event.end - 1]?.end).replaceAll(/\s+/gu, ' ');
}
