import { type Norm, rankOf, UNITS, type Unit } from './norm.js';
import { jointAt, valuesAt } from './norm-values.js';
import { ordinalAt } from './ordinals.js';
import type { Token } from './tokens.js';
import { unitNameAt } from './unit-words.js';

/** Norms cited one after another, all of one act: `ст. 26, п. 3 ч. 1 ст. 52`. Tokens `start` … `end - 1`. */
export interface NormChain {
  readonly is: 'norms';
  readonly norms: readonly Norm[];
  readonly start: number;
  readonly end: number;
}

/** A unit with its values: `ст. ст. 40, 59`. */
interface Group {
  readonly unit: Unit;
  readonly values: readonly string[];
}

/** Groups with no comma between them: `ст. 59 ч. 6`, `пп. 2 п. «б» ст. 30`. */
type Element = readonly Group[];

/** No citation lists more elements before the article they belong to. */
const FARTHEST = 50;

/** Reads the norms cited from token `at` on, in either order of units; undefined if none is cited there. */
export function normChainAt(all: readonly Token[], at: number): NormChain | undefined {
  const elements: Element[] = [];
  let next = at;
  let joint: number | undefined = at;
  while (joint !== undefined) {
    const element = elementAt(all, joint);
    if (element === undefined) break;
    elements.push(...element.elements);
    next = element.next;
    joint = jointAt(all, next);
  }
  return elements.length === 0 ? undefined : { is: 'norms', norms: resolve(elements), start: at, end: next };
}

function elementAt(all: readonly Token[], at: number): { readonly elements: readonly Element[]; readonly next: number } | undefined {
  const elements: Group[][] = [[]];
  let next = at;
  for (;;) {
    const articles = lastArticles(elements.at(-1) ?? [], elements.length > 1);
    const group = groupAt(all, next, articles);
    if (group === undefined) break;
    elements.at(-1)?.push({ unit: group.unit, values: group.values });
    next = group.next;
    const article = articles === undefined ? undefined : articleAfter(all, next, articles);
    if (article === undefined) continue;
    elements.push([{ unit: 'article', values: article.values }]);
    next = article.next;
  }
  return next === at ? undefined : { elements: elements.map(withSubpoints), next };
}

/** `п.п. 1 п. «а» ст. 30`, `ст. 30 п. «а» п.п. 1`: of two points the one farther from the article is a sub-point. */
function withSubpoints(groups: readonly Group[]): Element {
  const points = groups.flatMap(({ unit }, index) => (unit === 'point' ? [index] : []));
  if (points.length !== 2 || groups.some(({ unit }) => unit === 'subpoint')) return groups;
  const inner = groups[0]?.unit === 'article' ? points[1] : points[0];
  return groups.map((group, index) => (index === inner ? { ...group, unit: 'subpoint' } : group));
}

function groupAt(
  all: readonly Token[],
  at: number,
  articles: readonly string[] | undefined,
): (Group & { readonly next: number }) | undefined {
  const name = unitNameAt(all, at);
  if (name === undefined) return ordinalFirstAt(all, at);
  const stop = (value: string, values: readonly string[]): boolean =>
    name.unit !== 'article' && values.length === 1 && continuesArticles(value, articles);
  const read = valuesAt(all, name.next, name.unit, stop);
  return read === undefined ? undefined : { unit: name.unit, values: read.values, next: read.next };
}

/** `шостої частини`. */
function ordinalFirstAt(all: readonly Token[], at: number): (Group & { readonly next: number }) | undefined {
  const ordinal = ordinalAt(all, at);
  const name = ordinal === undefined ? undefined : unitNameAt(all, ordinal.next);
  if (ordinal === undefined || name === undefined || !name.full) return undefined;
  return { unit: name.unit, values: [ordinal.value], next: name.next };
}

/** Articles of an element that lists several: their list may go on after a smaller unit, `статей 26, 42 ч. 4 п. 5, 51`. */
function lastArticles(groups: readonly Group[], goesOn: boolean): readonly string[] | undefined {
  const first = groups[0];
  return first?.unit === 'article' && (goesOn || first.values.length > 1) ? first.values : undefined;
}

function continuesArticles(value: string, articles: readonly string[] | undefined): boolean {
  return articles !== undefined && Number.parseInt(value, 10) > Number.parseInt(articles.at(-1) ?? '', 10);
}

function articleAfter(
  all: readonly Token[],
  at: number,
  articles: readonly string[],
): { readonly values: readonly string[]; readonly next: number } | undefined {
  const joint = jointAt(all, at);
  if (joint === undefined || all[joint]?.is !== 'number') return undefined;
  const read = valuesAt(all, joint, 'article', () => false);
  return read !== undefined && continuesArticles(read.values[0] ?? '', articles) ? read : undefined;
}

function resolve(elements: readonly Element[]): Norm[] {
  const found: Norm[] = [];
  elements.forEach((element, index) => {
    const norms = normsOf(element);
    const top = topRank(element);
    if (top <= rankOf('article')) {
      found.push(...norms);
      return;
    }
    const last = found.at(-1);
    const later = last === undefined ? elements.slice(index + 1, index + FARTHEST).find((other) => topRank(other) < top) : undefined;
    if (later !== undefined) found.push(...norms.map((norm) => ({ ...largerThan(normsOf(later)[0] ?? {}, top), ...norm })));
    else if (last === undefined) found.push(...norms);
    else if (smallestRank(last) < top) found.splice(-1, 1, ...norms.map((norm) => ({ ...last, ...norm })));
    else found.push(...norms.map((norm) => ({ ...largerThan(last, top), ...norm })));
  });
  return found.map(withoutOrphanSubpoint);
}

/** The norms of one element. A list belongs to the value it stands beside: `ст. 40, 59 ч. 6` is art. 40 and part 6 of art. 59. */
function normsOf(element: Element): Norm[] {
  const ascends = element.length > 1 && topRank([element[0] as Group]) > topRank([element.at(-1) as Group]);
  const descending = [...element].sort((a, b) => rankOf(a.unit) - rankOf(b.unit));
  return refine({}, descending, ascends ? 'first' : 'last');
}

function refine(norm: Norm, [group, ...smaller]: readonly Group[], beside: 'first' | 'last'): Norm[] {
  if (group === undefined) return [norm];
  const refined = beside === 'first' ? 0 : group.values.length - 1;
  return group.values.flatMap((value, index) => {
    const here: Norm = { ...norm, [group.unit]: value };
    return index === refined ? refine(here, smaller, beside) : [here];
  });
}

function topRank(element: Element): number {
  return Math.min(...element.map((group) => rankOf(group.unit)));
}

function smallestRank(norm: Norm): number {
  return Math.max(...UNITS.filter((unit) => norm[unit] !== undefined).map(rankOf));
}

function largerThan(norm: Norm, rank: number): Norm {
  return Object.fromEntries(Object.entries(norm).filter(([unit]) => rankOf(unit as Unit) < rank));
}

/** `пп. 1, 2 ст. 30`: without a point above them these are points, for which `пп.` is written too. */
function withoutOrphanSubpoint({ subpoint, ...norm }: Norm): Norm {
  if (subpoint === undefined) return norm;
  return norm.point === undefined ? { ...norm, point: subpoint } : { ...norm, subpoint };
}
