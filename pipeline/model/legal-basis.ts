import { isWithin, type LocalDate } from './date.js';

/** A norm on which acts rest, the time it holds, and how much its number can be trusted. */
export interface LegalBasis {
  /** As `act` of a draft's basis names it: `Закон України «Про інформацію»`. */
  readonly act: string;
  /** The place in it (`п. 1 ч. 1 ст. 26`); undefined for an act that is cited as a whole. */
  readonly norm?: string | undefined;
  /** Whether it was read in `source` for this entry; `known` from general knowledge only, for the office's lawyer to confirm. */
  readonly mark: 'read' | 'known';
  readonly source: string;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

/** Those that somebody must confirm, or that do not hold on a day, if one is given. */
export function doubtfulBases(bases: readonly LegalBasis[], on?: LocalDate): LegalBasis[] {
  const holds = ({ from, to }: LegalBasis): boolean => on === undefined || isWithin(on, { from, to });
  return bases.filter((basis) => basis.mark === 'known' || !holds(basis));
}

/** Bases by the act they are of, in the order in which acts come first. */
export function byAct(bases: readonly LegalBasis[]): { readonly act: string; readonly norms: readonly string[] }[] {
  return [...new Set(bases.map(({ act }) => act))].map((act) => ({
    act,
    norms: bases.flatMap((basis) => (basis.act === act && basis.norm !== undefined ? [basis.norm] : [])),
  }));
}

/** How a stating part cites bases: sectoral acts after `відповідно до`, then the act named `own` after `керуючись`, as R 5.6 asks. */
export function citationOf(bases: readonly LegalBasis[], own: string): string {
  const cited = byAct(bases).map(({ act, norms }) => ({
    isOwn: act === own,
    text: [norms.join(', '), genitiveOf(act)].filter((part) => part !== '').join(' '),
  }));
  const parts = [
    ['відповідно до', cited.filter(({ isOwn }) => !isOwn)],
    ['керуючись', cited.filter(({ isOwn }) => isOwn)],
  ] as const;
  return parts.flatMap(([word, acts]) => (acts.length === 0 ? [] : [`${word} ${acts.map(({ text }) => text).join(', ')}`])).join(', ');
}

const GENITIVES: readonly (readonly [RegExp, string])[] = [
  [/^Закон /u, 'Закону '],
  [/^Конституція /u, 'Конституції '],
  [/^Виборчий кодекс /u, 'Виборчого кодексу '],
  [/^Постанова /u, 'постанови '],
];

/** The name of an act as it stands after a norm. */
function genitiveOf(act: string): string {
  return GENITIVES.reduce((name, [nominative, genitive]) => name.replace(nominative, genitive), act);
}
