import { describe, expect, it } from 'vitest';
import { type NormTable, normsAt } from '../../pipeline/model/norms.js';
import { defaultNorms, NORMS, normsOn } from '../../pipeline/norms/norms.js';
import { day } from '../clauses/fixture-office.js';

const CHANGED: NormTable = {
  ...NORMS,
  actPages: [
    { value: 3, from: day('2021-01-19'), to: day('2022-12-31'), source: 'перша редакція' },
    { value: 5, from: day('2023-01-01'), source: 'друга редакція' },
  ],
};

describe('norms', () => {
  it.each([
    ['2021-01-18', 3],
    ['2021-01-19', 3],
    ['2022-12-31', 3],
    ['2023-01-01', 5],
    ['2030-01-01', 5],
  ])('on %s an act may have %i pages', (date, pages) => {
    expect(normsAt(CHANGED, day(date)).actPages).toBe(pages);
  });

  it('are the newest where no day is given', () => {
    expect(normsAt(CHANGED).actPages).toBe(5);
  });

  it('are what the office says where it says anything', () => {
    expect(normsOn(day('2021-09-14'), { titleLength: 90 })).toEqual({ ...defaultNorms, titleLength: 90 });
  });

  it.each(Object.entries(NORMS))('%s names its source, and its values follow one another in time', (_, entries) => {
    for (const [index, { from, source }] of entries.entries()) {
      expect(source).not.toBe('');
      const before = entries[index - 1];
      if (before !== undefined) expect((before.to ?? '9999') < (from ?? '')).toBe(true);
    }
  });
});
