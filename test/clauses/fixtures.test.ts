import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../pipeline/clauses/index.js';
import { kinds } from '../../pipeline/kinds/index.js';
import { expectGolden } from '../golden.js';
import { judged } from './judged.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/clauses/', import.meta.url));
const RULE_FILES = fileURLToPath(new URL('../../pipeline/clauses/', import.meta.url));
const ids = rules.map(({ id }): string => id);

function draftsOf(id: string): string[] {
  return readdirSync(join(FIXTURES, id), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(FIXTURES, id, name));
}

const drafts = ids.flatMap((id) => draftsOf(id).map((path) => ({ id, path, name: `${id}/${basename(path)}` })));

describe('the list of rules', () => {
  it('has every rule file, and each file is named for its rule', () => {
    const files = readdirSync(RULE_FILES)
      .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
      .map((name) => name.replace(/\.ts$/, ''));
    expect([...ids].sort()).toEqual(files.sort());
  });

  it('names no rule twice', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(ids)('%s asks for traits, never for a kind by its name', (id) => {
    const source = readFileSync(join(RULE_FILES, `${id}.ts`), 'utf8');
    for (const kind of kinds) expect(source).not.toMatch(new RegExp(`['"\x60]${kind.id}['"\x60]`));
  });

  it.each(rules)('$id begins with its clause', ({ id, clause }) => {
    expect(id.startsWith(clause === null ? 'T-' : `${clause}-`)).toBe(true);
  });
});

describe('fixtures of the rules', () => {
  it.each(ids)('%s has a draft that passes and one that fails', (id) => {
    const names = draftsOf(id).map((path) => basename(path));
    expect(names.filter((name) => /^pass-[a-z0-9-]+\.(json|xml|zip)$/.test(name)).length).toBeGreaterThan(0);
    expect(names.filter((name) => /^fail-[a-z0-9-]+\.(json|xml|zip)$/.test(name)).length).toBeGreaterThan(0);
    expect(names.filter((name) => !/^(pass|fail)-[a-z0-9-]+\.(json|xml|zip)$/.test(name))).toEqual([]);
  });

  it('belong to rules that there are', () => {
    expect(readdirSync(FIXTURES).filter((name) => !ids.includes(name))).toEqual([]);
  });

  it('have no expected findings without a draft', () => {
    const golden = ids.flatMap((id) => readdirSync(join(FIXTURES, id, 'golden')).map((name) => `${id}/${name}`));
    const failing = drafts.filter(({ name }) => name.includes('/fail-')).map(({ name }) => `${name}.findings.json`);
    expect(golden.sort()).toEqual(failing.sort());
  });
});

describe('a draft that passes a rule', () => {
  it.each(drafts.filter(({ name }) => name.includes('/pass-')))('$name is let through', async ({ id, path }) => {
    const found = await judged(basename(path), readFileSync(path));
    expect(found.filter(({ rule, severity }) => rule === id || severity === 'refuse')).toEqual([]);
  });
});

describe('a draft that fails a rule', () => {
  it.each(drafts.filter(({ name }) => name.includes('/fail-')))('$name is told so, and nothing else', async ({ id, path }) => {
    const found = await judged(basename(path), readFileSync(path));
    expect(found.map(({ rule }) => rule)).toContain(id);
    await expectGolden(join(dirname(path), 'golden', `${basename(path)}.findings.json`), `${JSON.stringify(found, null, 2)}\n`);
  });
});
