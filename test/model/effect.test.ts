import { describe, expect, test } from 'vitest';
import { appraisal } from '../../pipeline/kinds/appraisal.js';
import { destruction } from '../../pipeline/kinds/destruction.js';
import { type DraftContent, EMPTY_CONTENT } from '../../pipeline/model/draft.js';
import { effectsOf, stateAfter } from '../../pipeline/model/effect.js';
import { day } from '../clauses/fixture-office.js';

const naming: DraftContent = {
  kind: 'appraisal',
  ...EMPTY_CONTENT,
  inventories: [{ series: 'inventory', date: day('2024-02-01'), number: '1' }, { series: 'inventory' }],
};

describe('minutes of an expert commission', () => {
  test('approve the inventories that they name wholly', () => {
    expect(effectsOf(naming, appraisal.traits(naming))).toEqual([
      { series: 'inventory', year: 2024, number: '1', how: 'approves', reason: null },
    ]);
  });

  test('change no state by it', () => {
    expect(stateAfter(['approves'])).toBe('filed');
  });
});

test('an act of destruction approves none of the inventories that it names', () => {
  expect(effectsOf(naming, destruction.traits(naming))).toEqual([]);
});
