import { describe, expect, test } from 'vitest';
import type { ActOnRecord } from '../../pipeline/model/act-on-record.js';
import { consolidate, currentContent } from '../../pipeline/model/consolidate.js';
import { type LocalDate, parseLocalDate } from '../../pipeline/model/date.js';
import { type DraftContent, type Edit, EMPTY_CONTENT, type Point } from '../../pipeline/model/draft.js';
import { type EffectKind, stateAfter } from '../../pipeline/model/effect.js';

const point = (n: string, ...points: Point[]): Point => ({ n, text: `пункт ${n}`, points });
const ACT: DraftContent = {
  ...EMPTY_CONTENT,
  kind: 'decision',
  operative: [point('1', point('1.1', point('1.1.1')), point('1.2')), point('2'), point('3'), point('10')],
};
const shown = (points: readonly Point[]): string[] => points.flatMap(({ n, text, points: deeper }) => [`${n} ${text}`, ...shown(deeper)]);
const numbers = (content: DraftContent): string =>
  shown(content.operative)
    .map((line) => line.split(' ')[0])
    .join(' ');
const edited = (...edits: Edit[]) => consolidate(ACT, edits);

describe('a text after edits', () => {
  test('has new words in a point, which keeps its sub-points', () => {
    const { content, flaws } = edited({ point: '1.1', how: 'replace', text: 'нова редакція' });
    expect(flaws).toEqual([]);
    expect(shown(content.operative).slice(0, 4)).toEqual(['1 пункт 1', '1.1 нова редакція', '1.1.1 пункт 1.1.1', '1.2 пункт 1.2']);
    expect(numbers(content)).toBe(numbers(ACT));
  });

  test.each([
    ['2-1', '1 1.1 1.1.1 1.2 2 2-1 3 10'],
    ['4', '1 1.1 1.1.1 1.2 2 3 4 10'],
    ['11', '1 1.1 1.1.1 1.2 2 3 10 11'],
    ['0', '0 1 1.1 1.1.1 1.2 2 3 10'],
    ['1.1.2', '1 1.1 1.1.1 1.1.2 1.2 2 3 10'],
    ['1.10', '1 1.1 1.1.1 1.2 1.10 2 3 10'],
    ['2.1', '1 1.1 1.1.1 1.2 2 2.1 3 10'],
  ])('has point %s after those it follows, and all others keep their numbers', (n, order) => {
    expect(numbers(edited({ point: n, how: 'add', text: 'новий' }).content)).toBe(order);
  });

  test('lacks a point with its sub-points, and the others keep their numbers', () => {
    expect(numbers(edited({ point: '1.1', how: 'delete' }).content)).toBe('1 1.2 2 3 10');
    expect(numbers(edited({ point: '2', how: 'delete' }).content)).toBe('1 1.1 1.1.1 1.2 3 10');
  });

  test('follows edits one after the other, and is not touched by one that cannot be carried out', () => {
    const { content, flaws } = edited(
      { point: '4', how: 'add', text: 'новий' },
      { point: '4', how: 'replace', text: 'новіший' },
      { point: '4', how: 'add', text: 'ще раз' },
      { point: '9', how: 'delete' },
      { point: '5.1', how: 'add', text: 'нізвідки' },
      { point: '2', how: 'replace' },
      { how: 'delete' },
      { point: '2' },
    );
    expect(flaws.map(({ edit, flaw }) => [edit, flaw])).toEqual([
      [2, 'present'],
      [3, 'absent'],
      [4, 'no-parent'],
      [5, 'no-text'],
      [6, 'no-point'],
      [7, 'no-how'],
    ]);
    expect(shown(content.operative)).toContain('4 новіший');
    expect(numbers(content)).toBe('1 1.1 1.1.1 1.2 2 3 4 10');
  });
});

test('the text in force has the edits of all later acts that amend it, and of no other', async () => {
  const date = parseLocalDate('2021-02-09') as LocalDate;
  const on = (number: string, ...links: readonly [string, EffectKind][]): ActOnRecord => ({
    row: {
      ...{ series: 'decision', year: 2021, number, ordinal: Number(number), date, title: '', kind: 'decision', state: 'filed' },
      ...{ path: number, office: 'main' },
    },
    ...{ issuer: 'committee', delegated: false, imported: false, changes: [] },
    changedBy: links.map(([by, how]) => ({ series: 'decision', year: 2021, number: by, date, how, reason: null })),
  });
  const changing = (number: string, how: 'amends' | 'repeals', ...edits: Edit[]): DraftContent => ({
    ...EMPTY_CONTENT,
    kind: 'decision',
    changes: [{ act: { series: 'decision', date, number }, how, edits }],
  });
  const drafts = new Map([
    ['1', ACT],
    ['2', changing('1', 'amends', { point: '4', how: 'add', text: 'новий' })],
    ['3', changing('7', 'amends', { point: '1', how: 'delete' })],
    ['4', changing('1', 'amends', { point: '4', how: 'replace', text: 'новіший' })],
  ]);
  const act = on('1', ['2', 'amends'], ['3', 'amends'], ['9', 'amends'], ['4', 'amends'], ['5', 'court']);
  const content = await currentContent(
    act,
    async ({ number = '' }) => on(number),
    async ({ number }) => drafts.get(number),
  );
  expect(content && shown(content.operative)).toContain('4 новіший');
  expect(content && numbers(content)).toBe('1 1.1 1.1.1 1.2 2 3 4 10');
});

test.each<[string, readonly EffectKind[]]>([
  ['filed', []],
  ['filed', ['court']],
  ['amended', ['amends', 'suspends', 'resumes']],
  ['suspended', ['suspends', 'amends']],
  ['filed', ['suspends', 'resumes']],
  ['repealed', ['amends', 'repeals', 'suspends', 'cancels']],
  ['cancelled', ['suspends', 'cancels', 'resumes']],
  ['void', ['repeals', 'voids', 'amends']],
])('an act is %s after %j', (state, effects) => {
  expect(stateAfter(effects)).toBe(state);
});
