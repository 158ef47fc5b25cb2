import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../pipeline/clauses/index.js';
import { order } from '../../pipeline/kinds/order.js';
import { EMPTY_CONTENT } from '../../pipeline/model/draft.js';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Row {
  readonly clause: string;
  readonly says: string;
  /** Of R, W, D, E. */
  readonly does: readonly string[];
  readonly rules: readonly string[];
  /** Tests that show the effect: file, and the beginning of the test's name. */
  readonly shown: readonly { readonly path: string; readonly name: string }[];
  readonly isLater: boolean;
}

/** Rows of the tables of docs/clauses.md. */
function rowsOf(text: string): Row[] {
  const cells = text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|(-+\|)+$|^\| Clause /.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  return cells.map(([clause = '', says = '', does = '', by = '', ...more]) => {
    if (more.length > 0) throw new Error(`Too many cells: ${says}`);
    return {
      ...{ clause, says, does: does.split('/') },
      rules: [...by.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) =>
        by.startsWith('later: ') || name.startsWith('test/') ? [] : [name],
      ),
      shown: [...by.matchAll(/`(test\/[^`]+)` \*([^*]+)\*/g)].map(([, path = '', name = '']) => ({ path, name })),
      isLater: /^later: \S/.test(by),
    };
  });
}

const rows = rowsOf(readFileSync(file('docs/clauses.md'), 'utf8'));
const named = (lacking: readonly Row[]): string[] => lacking.map(({ clause, says }) => `${clause}: ${says}`);
const severities = (row: Row): string[] =>
  row.rules.flatMap((id) => rules.find((rule) => rule.id === id) ?? []).map(({ severity }) => (severity === 'refuse' ? 'R' : 'W'));
const isShown = ({ path, name }: Row['shown'][number]): boolean =>
  existsSync(file(path)) && ["'", '"', '`'].some((quote) => readFileSync(file(path), 'utf8').includes(`${quote}${name}`));

describe('the catalogue of clauses', () => {
  it('has rows of every part, each of which does something', () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(
      named(rows.filter(({ clause, says, does }) => clause === '' || says === '' || does.some((one) => !/^[RWDE]$/.test(one)))),
    ).toEqual([]);
  });

  it('names for what refuses or warns rules that there are, which do just that', () => {
    const asked = rows.filter(({ isLater }) => !isLater);
    const wrong = asked.filter((row) => {
      const does = row.does.filter((one) => one === 'R' || one === 'W');
      return (
        row.rules.some((id) => !rules.some((rule) => rule.id === id)) ||
        new Set([...does, ...severities(row)]).size !== does.length ||
        does.some((one) => !severities(row).includes(one))
      );
    });
    expect(named(wrong)).toEqual([]);
  });

  it('names for every effect and every term a test that there is', () => {
    const wrong = rows.filter(
      ({ isLater, does, shown }) => !isLater && ((/[DE]/.test(does.join('')) && shown.length === 0) || !shown.every(isShown)),
    );
    expect(named(wrong)).toEqual([]);
  });

  it('leaves nothing without a rule, a test, or what it waits for', () => {
    expect(named(rows.filter(({ isLater, shown, rules: ids }) => !isLater && shown.length === 0 && ids.length === 0))).toEqual([]);
    expect(named(rows.filter(({ isLater, shown, rules: ids }) => isLater && (shown.length > 0 || ids.length > 0)))).toEqual([]);
  });

  it('has every rule that cites a clause', () => {
    const known = new Set(rows.flatMap((row) => row.rules));
    expect(rules.filter(({ id, clause }) => clause !== null && !known.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('asks of an order what it asks of a decision (R 8.2)', () => {
    const [row] = rows.filter(({ clause }) => clause === '8.2');
    const traits = order.traits({ ...EMPTY_CONTENT, kind: 'order' });
    expect(row?.rules.length).toBeGreaterThan(5);
    expect(row?.rules.filter((id) => !rules.some((rule) => rule.id === id && rule.appliesTo(traits)))).toEqual([]);
  });
});
