import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../pipeline/comparison/comparison.js';
import type { ComparedPart } from '../../pipeline/model/comparison.js';
import { sha256 } from '../../pipeline/model/digest.js';
import { type Draft, type DraftContent, EMPTY_CONTENT } from '../../pipeline/model/draft.js';

function draft(content: Partial<DraftContent>, attachments: Draft['attachments'] = []): Draft {
  const bytes = Buffer.from('{}');
  return {
    content: { ...EMPTY_CONTENT, kind: 'decision', ...content },
    source: { name: 'draft.json', format: 'json', bytes, sha256: sha256(bytes), position: () => null },
    attachments,
  };
}

const points = (...texts: readonly string[]): DraftContent['operative'] =>
  texts.map((text, index) => ({ n: String(index + 1), text, points: [] }));

/** `point 1>2: same words -gone +new` */
const said = (parts: readonly ComparedPart[]): string[] =>
  parts.map(({ part, n, was, words }) => {
    const marks = words.map(({ how, text }) => `${{ same: '', added: '+', removed: '-' }[how]}${text.trim()}`);
    return `${part} ${was ?? ''}>${n ?? ''}: ${marks.join(' | ')}`;
  });

describe('two texts compared', () => {
  test('that say the same differ in nothing', () => {
    const one = draft({ title: 'Про зразок', operative: points('Затвердити.', 'Контроль.') });
    expect(compareTexts(one, one)).toEqual([]);
  });

  test('differ by words, and a word with an apostrophe or a hyphen is one word', () => {
    const before = draft({ title: 'Про звʼязок', operative: points('Забезпечити до 1 жовтня перевірку житлово-комунальних служб.') });
    const after = draft({ title: 'Про обʼєкти', operative: points('Забезпечити до 15 жовтня перевірку комунальних служб.') });
    expect(said(compareTexts(before, after))).toEqual([
      'title >: Про | -звʼязок | +обʼєкти',
      'point 1>1: Забезпечити до | -1 | +15 | жовтня перевірку | -житлово-комунальних | +комунальних | служб.',
    ]);
  });

  test('tell a point that was put in, one that was left out, and those that only got another number', () => {
    const before = draft({ operative: points('Перше.', 'Друге.', 'Третє.') });
    expect(said(compareTexts(before, draft({ operative: points('Перше.', 'Нове.', 'Друге.', 'Третє.') })))).toEqual([
      'point >2: +Нове.',
      'point 2>3: Друге.',
      'point 3>4: Третє.',
    ]);
    expect(said(compareTexts(before, draft({ operative: points('Перше.', 'Третє.') })))).toEqual([
      'point 2>: -Друге.',
      'point 3>2: Третє.',
    ]);
  });

  test('tie a point that is put in, and one whose words were changed, to what each was, whatever the numbers', () => {
    const before = draft({ operative: points('Забезпечити перевірку котелень.') });
    const after = draft({ operative: points('Провести нараду.', 'Забезпечити перевірку всіх котелень.') });
    expect(said(compareTexts(before, after))).toEqual([
      'point >1: +Провести нараду.',
      'point 1>2: Забезпечити перевірку | +всіх | котелень.',
    ]);
  });

  test('compare annexes line by line, with rows of tables, and files by their digest', () => {
    const table = (sum: string): DraftContent['annexes'][number]['body'] => [
      { type: 'paragraph', text: 'Перелік.' },
      { type: 'table', head: [['Назва', 'Сума']], rows: [['Міст', sum]], widths: [] },
    ];
    const file = (text: string) => [{ name: 'plan.csv', bytes: Buffer.from(text), sha256: sha256(text) }];
    const before = draft(
      {
        annexes: [
          { n: 1, title: 'Заходи', body: table('100') },
          { n: 2, file: 'plan.csv' },
        ],
      },
      file('a'),
    );
    const after = draft(
      {
        annexes: [
          { n: 1, title: 'Заходи', body: table('250') },
          { n: 2, file: 'plan.csv' },
        ],
      },
      file('b'),
    );
    const [row, sheet, ...more] = said(compareTexts(before, after));
    expect(row).toBe('annex 1>1: Міст | | -100 | +250');
    expect(sheet).toContain(`-${sha256('a')}`);
    expect(more).toEqual([]);
  });

  test('that have nothing in common are not compared word by word for ever', () => {
    const long = (seed: string): DraftContent['operative'] => points(Array.from({ length: 3000 }, (_, n) => `${seed}${n}`).join(' '));
    const [title] = compareTexts(draft({ title: long('а')[0]?.text }), draft({ title: long('б')[0]?.text }));
    expect(title?.words.map(({ how }) => how)).toEqual(['removed', 'added']);
  });

  test('that are long lists with nothing in common are told as gone and new', () => {
    const rows = (seed: string): DraftContent['annexes'] => [
      { n: 1, body: Array.from({ length: 3000 }, (_, n) => ({ type: 'paragraph' as const, text: `${seed}${n}` })) },
    ];
    const parts = compareTexts(draft({ annexes: rows('а') }), draft({ annexes: rows('б') }));
    expect(parts.filter(({ n }) => n === undefined)).toHaveLength(3000);
    expect(parts.filter(({ was }) => was === undefined)).toHaveLength(3000);
  });
});
