import type { DraftContent } from '../../model/draft.js';
import { allPoints, type PlacedPoint } from './points.js';

/** What one point says of annexes. */
export interface AnnexReference {
  readonly placed: PlacedPoint;
  /** `додатком 2`, `додатки 1–3`. */
  readonly numbers: readonly number[];
  /** `згідно з додатком`, with no number. */
  readonly isUnnumbered: boolean;
  /** `(додається)`, `що додаються`. */
  readonly isAttached: boolean;
}

const NAMED = /(?<![\p{L}])додат(?:ок|ка|ку|ком|кові|ки|ків|кам|ками|ках)(?![\p{L}])/giu;
const NUMBERS = /^\s*(?:№\s*)?(\d+(?:\s*(?:,|та|і|й|–|—|-)\s*(?:№\s*)?\d+(?!\s*\.\d))*)/iu;
const ATTACHED = /(?<![\p{L}])дода(?:ється|ються)(?![\p{L}])/iu;
/** `додаток 2 до рішення … № 5` is another act's annex, `до цього рішення` is ours. */
const OF_ANOTHER = /^\s*до\s+(?!цього|п\.|пункту)\p{L}/iu;
const WIDEST_RANGE = 100;

/** What the operative part says of annexes, point by point (R 5.7). */
export function annexReferences(content: DraftContent): AnnexReference[] {
  return allPoints(content).map((placed) => ({ placed, ...readReferences(placed.point.text ?? '') }));
}

function readReferences(text: string): Omit<AnnexReference, 'placed'> {
  const numbers: number[] = [];
  let isUnnumbered = false;
  for (const named of text.matchAll(NAMED)) {
    const after = text.slice(named.index + named[0].length);
    const list = NUMBERS.exec(after);
    if (OF_ANOTHER.test(after.slice(list?.[0].length ?? 0))) continue;
    if (list?.[1] === undefined) isUnnumbered = true;
    else numbers.push(...listed(list[1]));
  }
  return { numbers, isUnnumbered, isAttached: ATTACHED.test(text) };
}

function listed(list: string): number[] {
  const numbers: number[] = [];
  for (const [, joint = '', digits = ''] of list.matchAll(/(–|—|-)?\D*?(\d+)/gu)) {
    const last = numbers.at(-1);
    const number = Number(digits);
    if (joint !== '' && last !== undefined && number > last && number - last < WIDEST_RANGE)
      for (let between = last + 1; between < number; between++) numbers.push(between);
    numbers.push(number);
  }
  return numbers;
}
