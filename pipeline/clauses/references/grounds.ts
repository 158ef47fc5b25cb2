import type { DraftContent } from '../../model/draft.js';
import { pointerTo } from '../../model/finding.js';
import { type ActName, isSameAct } from './act-name.js';
import { type Norm, normKey } from './norm.js';
import { actNamed, citationsIn, normsNamed } from './references.js';

/** A norm with the place in the draft that names it. */
export interface PlacedNorm {
  readonly norm: Norm;
  readonly at: string;
}

/** One act on which a draft rests: what the stating text cites of it and what the basis lists. */
export interface Ground {
  readonly act: ActName;
  /** Where the stating text names the act; undefined if it does not. */
  readonly inText: string | undefined;
  /** Where the basis names it; undefined if it does not. */
  readonly inBasis: string | undefined;
  /** How the basis names it. */
  readonly basisName: string | undefined;
  /** By `normKey`. */
  readonly textNorms: ReadonlyMap<string, PlacedNorm>;
  readonly basisNorms: ReadonlyMap<string, PlacedNorm>;
}

export interface Grounds {
  readonly acts: readonly Ground[];
  /** Norms in the text of which it does not say whose they are. */
  readonly ownerless: readonly { readonly text: string; readonly at: string }[];
  /** Norms in the basis that cannot be read. */
  readonly unreadable: readonly { readonly text: string; readonly at: string }[];
}

interface Gathered {
  act: ActName;
  inText: string | undefined;
  inBasis: string | undefined;
  basisName: string | undefined;
  readonly textNorms: Map<string, PlacedNorm>;
  readonly basisNorms: Map<string, PlacedNorm>;
}

const known = new WeakMap<DraftContent['stating'], Grounds>();

/** The legal grounds of a draft, from its stating text and from its basis, an act's parts brought together (R 5.6). */
export function groundsOf({ stating }: DraftContent): Grounds {
  const grounds = known.get(stating) ?? readGrounds(stating);
  known.set(stating, grounds);
  return grounds;
}

/** The articles that text or basis cites of an act. */
export function articlesOf(ground: Ground): readonly Norm[] {
  return [...ground.textNorms.values(), ...ground.basisNorms.values()].map(({ norm }) => norm).filter((norm) => norm.article !== undefined);
}

function readGrounds({ text, basis }: DraftContent['stating']): Grounds {
  const acts: Gathered[] = [];
  const gather = (act: ActName): Gathered => {
    const same = acts.find((other) => isSameAct(other.act, act));
    if (same !== undefined) return same;
    const fresh: Gathered = {
      act,
      inText: undefined,
      inBasis: undefined,
      basisName: undefined,
      textNorms: new Map(),
      basisNorms: new Map(),
    };
    acts.push(fresh);
    return fresh;
  };
  const ownerless: { text: string; at: string }[] = [];
  for (const citation of citationsIn(text.join('\n'))) {
    const at = pointerTo('/stating/text', paragraphAt(text, citation.start));
    if (citation.act === undefined) {
      ownerless.push({ text: citation.text, at });
      continue;
    }
    const ground = gather(citation.act);
    ground.inText ??= at;
    for (const norm of citation.norms) ground.textNorms.set(normKey(norm), { norm, at });
  }
  const unreadable: { text: string; at: string }[] = [];
  basis.forEach(({ act, norms }, index) => {
    if (act === '') return;
    const ground = gather(actNamed(act));
    ground.inBasis ??= pointerTo('/stating/basis', index);
    ground.basisName ??= act;
    norms.forEach((text, position) => {
      const at = pointerTo('/stating/basis', index, 'norms', position);
      const read = normsNamed(text);
      if (read.length === 0) unreadable.push({ text, at });
      for (const norm of read) ground.basisNorms.set(normKey(norm), { norm, at });
    });
  });
  return { acts, ownerless, unreadable };
}

/** Which paragraph an offset in the paragraphs joined by line breaks lies in. */
function paragraphAt(paragraphs: readonly string[], offset: number): number {
  let end = -1;
  const index = paragraphs.findIndex((paragraph) => {
    end += paragraph.length + 1;
    return offset < end + 1;
  });
  return Math.max(index, 0);
}
