import { expect, it } from 'vitest';
import type { CaseFile, CaseVolume } from '../../pipeline/model/case-files.js';
import { NOTHING_DONE, type TakenCaseStep } from '../../pipeline/model/case-steps.js';
import { inventoryRows } from '../../pipeline/model/inventory-rows.js';
import { day } from '../store/sample.js';

const done = {} as TakenCaseStep;
const standing = { ...NOTHING_DONE, closed: done, appraised: done };
const volume = (n: number): CaseVolume => ({ n, items: [], sheets: 200, begun: day('2021-01-05'), ended: day('2021-12-28') });
const file = (index: string, volumes: number): CaseFile => ({
  year: 2021,
  planned: {
    index,
    heading: 'Рішення',
    unit: 'general',
    category: 'permanent',
    article: '7-а',
    term: 'Постійно',
    transitional: false,
    takes: [],
  },
  volumes: Array.from({ length: volumes }, (_, at) => volume(at + 1)),
});

it('an inventory numbers volumes of a case that has several, and says no volume of one that has not', () => {
  const files = [file('02-01', 2), file('02-02', 1)];
  const candidates = files.flatMap((one) => one.volumes.map((inside) => ({ file: one, volume: inside, standing })));
  expect(inventoryRows(candidates, 'permanent', 4).map((row) => [row.n, row.index, row.volume])).toEqual([
    [5, '02-01', 1],
    [6, '02-01', 2],
    [7, '02-02', undefined],
  ]);
});
