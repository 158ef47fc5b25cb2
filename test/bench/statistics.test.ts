import { expect, test } from 'vitest';
import { median, percentile } from './statistics.js';
import { holds } from './table.js';

test('the median is the value in the middle, or between the two in the middle, whatever the order', () => {
  expect(median([30, 1, 2])).toBe(2);
  expect(median([10, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow();
});

test('a percentile is a value that was measured, and all of them are under the hundredth', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile([5, 1], 0.5)).toBe(1);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile(hundred, 1)).toBe(100);
});

test('a bar is judged by the median of the runs, and not at all where nothing was measured', () => {
  const figure = { what: '', unit: 'ms', values: [1, 9, 2] } as const;
  expect(holds({ ...figure, bar: { atMost: 2 } })).toBe(true);
  expect(holds({ ...figure, bar: { atMost: 1.9 } })).toBe(false);
  expect(holds({ ...figure, bar: { atLeast: 3 } })).toBe(false);
  expect(holds({ ...figure, bar: { atLeast: 2 } })).toBe(true);
  expect(holds(figure)).toBeNull();
  expect(holds({ ...figure, values: [], bar: { atMost: 2 } })).toBeNull();
});
