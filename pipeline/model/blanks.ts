import type { DraftContent } from './draft.js';

/** One blank of strict account; `form` is the id of the body in `bodies` of the office whose blank it is. */
export interface BlankNumber {
  readonly form: string;
  readonly number: number;
}

/** Numbers in a row, both ends included. */
export interface BlankRange {
  readonly from: number;
  readonly to: number;
}

export interface SpoiledBlank {
  readonly number: number;
  readonly reason: string;
}

/** What a document of the general department does to the blanks of a form: a stock came, or numbers were spoiled (R 24.9). */
export interface StockChange {
  readonly form: string;
  readonly received: BlankRange | null;
  readonly spoiled: readonly SpoiledBlank[];
}

/** Blanks of a form that is under strict account; `next` is the lowest that is neither used nor spoiled, null if there is none. */
export interface BlankStock {
  readonly received: readonly BlankRange[];
  readonly next: number | null;
}

/** The whole account of a form: what was received is used, spoiled or free. */
export interface BlankBalance {
  readonly form: string;
  readonly received: readonly BlankRange[];
  readonly used: readonly BlankRange[];
  readonly spoiled: readonly SpoiledBlank[];
  readonly free: readonly BlankRange[];
}

/** What a draft does to the blanks; undefined where it says nothing of them, or, against the rules of R 24.9, not enough. */
export function stockChangeOf({ blanks }: DraftContent): StockChange | undefined {
  if (blanks?.form === undefined) return undefined;
  const { form, from, to, spoiled } = blanks;
  const known = spoiled.flatMap(({ number, reason = '' }) => (number === undefined ? [] : [{ number, reason }]));
  return { form, received: from === undefined || to === undefined ? null : { from, to }, spoiled: known };
}

/** Numbers in ascending order as ranges. */
export function rangesOf(numbers: readonly number[]): BlankRange[] {
  const ranges: BlankRange[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.to === number - 1) ranges[ranges.length - 1] = { from: last.from, to: number };
    else ranges.push({ from: number, to: number });
  }
  return ranges;
}

/** What is left of a range without some numbers, which are in ascending order. */
export function rangesWithout({ from, to }: BlankRange, numbers: readonly number[]): BlankRange[] {
  const ends = [...numbers.filter((number) => number >= from && number <= to), to + 1];
  return ends
    .map((end, index) => ({ from: index === 0 ? from : (ends[index - 1] ?? 0) + 1, to: end - 1 }))
    .filter((range) => range.from <= range.to);
}

/** How many numbers ranges hold. */
export function countOf(ranges: readonly BlankRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
