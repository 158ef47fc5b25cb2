import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actNamed, normsNamed } from '../../pipeline/clauses/references/references.js';
import { kinds } from '../../pipeline/kinds/index.js';
import { EMPTY_CONTENT } from '../../pipeline/model/draft.js';
import type { LegalBasis } from '../../pipeline/model/legal-basis.js';
import { PLACE } from '../../pipeline/model/task.js';
import { LEGAL_BASES } from '../../pipeline/norms/legal-bases.js';
import { TASKS } from '../../pipeline/tasks/tasks.js';
import { judged, readDraft } from '../clauses/judged.js';
import { ACT_TASKS, FIXTURES, STRAY_FILES } from './task-fixtures.js';

const source = readFileSync(fileURLToPath(new URL('../../fixtures/sources/department-tasks.txt', import.meta.url)), 'utf8');
const main = readFileSync(fileURLToPath(new URL('../../pipeline/main.ts', import.meta.url)), 'utf8');
const BASES: readonly LegalBasis[] = Object.values(LEGAL_BASES);
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The items of the list, each as one line: the numbered ones, and those of 39, of which one has no dash. */
function itemsOf(text: string): { id: string; text: string }[] {
  const [before = '', last = ''] = text.split(/\n39\..*\n/);
  const [dashes = '', after = ''] = last.split(/\n(?=40\.)/);
  const numbered = `${before}\n${after}`.split(/\n(?=\d+\.)/).flatMap((item) => {
    const [, id = '', words = ''] = /^(\d+)\.([\s\S]*)$/.exec(item.trim()) ?? [];
    return id === '' ? [] : [{ id, text: oneLine(words) }];
  });
  const subs = dashes
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .map((line, index) => ({ id: `39.${index + 1}`, text: line.replace(/^- ?/, '').replace(/;$/, '').replace(/\.$/, '') }));
  const twice = (id: string): boolean => numbered.filter((item) => item.id === id).length > 1;
  const counts = new Map<string, number>();
  return [...numbered, ...subs].map((item) => {
    if (!twice(item.id)) return item;
    const count = counts.get(item.id) ?? 0;
    counts.set(item.id, count + 1);
    return { ...item, id: `${item.id}${'ab'.charAt(count)}` };
  });
}

/** What a text with places can become once they are filled in. */
function patternOf(text: string): RegExp {
  const parts = text.split(new RegExp(PLACE, 'gu')).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 'u');
}

describe('the catalogue of tasks', () => {
  it('has every item of the list in its own words, in its order', () => {
    const byNumber = new Intl.Collator('uk', { numeric: true });
    const items = itemsOf(source).sort((one, other) => byNumber.compare(one.id, other.id));
    expect(items.length).toBe(66);
    expect(TASKS.map(({ id, text }) => ({ id, text: oneLine(text) }))).toEqual(items);
  });

  it('names of each task that is no act what serves it, or says that nothing does', () => {
    for (const { id, ends } of TASKS) {
      if (ends.is === 'act') continue;
      expect(ends.by.length > 0 || ends.lacks !== undefined, id).toBe(true);
      for (const { kind, command, does } of ends.by) {
        expect(does, id).not.toBe('');
        if (kind !== undefined)
          expect(
            kinds.map((each) => each.id),
            id,
          ).toContain(kind);
        else expect(`${main}${archiveCommands()}`, id).toContain(`.command('${command}')`);
      }
    }
  });

  it('says whether each basis was read and where, and cites it as the rules read it', () => {
    for (const { act, norm, mark, source: where } of BASES) {
      expect(mark === 'read' || mark === 'known').toBe(true);
      expect(where).not.toBe('');
      expect(actNamed(act).sort).not.toBe('other');
      if (norm !== undefined) expect(normsNamed(norm), norm).toHaveLength(1);
    }
    expect(new Set(BASES.map(({ act, norm }) => `${act} ${norm}`)).size).toBe(BASES.length);
  });

  it('dates and marks every change of law', () => {
    const notes = TASKS.flatMap(({ law = [] }) => law);
    expect(notes.length).toBeGreaterThan(15);
    for (const note of notes) {
      expect(note.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(note.source).not.toBe('');
    }
  });

  it('has no act for a task whose law no longer knows one', () => {
    const ended = TASKS.filter(({ law = [] }) => law.some(({ ends }) => ends));
    expect(ended.map(({ id }) => id)).toEqual(['32', '35', '39.18', '39.19', '39.25']);
    expect(ended.filter(({ ends }) => ends.is === 'act')).toEqual([]);
  });

  it('gives each act to the body whose kind it is', () => {
    for (const { id, ends } of ACT_TASKS) {
      const kind = kinds.find((each) => each.id === ends.kind);
      expect(kind?.traits({ ...EMPTY_CONTENT, kind: ends.kind }).issuer, id).toBe(ends.competence);
    }
  });

  it('has a fixture for each act and no other', () => {
    expect(ACT_TASKS.filter(({ file }) => file === undefined).map(({ id }) => id)).toEqual([]);
    expect(STRAY_FILES).toEqual([]);
  });
});

describe('the fixture of a task', () => {
  it.each(ACT_TASKS)('$id is what the catalogue says of it, and sound', async ({ ends, file = '' }) => {
    const bytes = readFileSync(join(FIXTURES, file));
    const { content } = (await readDraft(file, bytes)).draft;
    expect(content.kind).toBe(ends.kind);
    expect(content.title).toMatch(patternOf(ends.title));
    expect(content.normative).toBe(ends.normative === true);
    expect(content.operative).toHaveLength(ends.points.length + 1);
    for (const [index, { text }] of ends.points.entries()) expect(content.operative[index]?.text).toMatch(patternOf(text));
    expect(content.annexes.map(({ title = '' }) => title)).toEqual(
      ends.annexes.map(({ title }) => expect.stringMatching(patternOf(title))),
    );
    expect(content.stating.basis.flatMap(({ act, norms }) => norms.map((norm) => `${norm} ${act}`))).toEqual(
      ends.bases.flatMap(({ act, norm }) => (norm === undefined ? [] : [`${norm} ${act}`])),
    );
    const found = await judged(file, bytes);
    // What it changes is in no register of this office; a whole office is asked in test/scenarios/tasks.test.ts.
    const isOlder = (rule: string): boolean => ends.changes !== undefined && rule === '5.11-target';
    expect(found.filter(({ severity, rule }) => severity === 'refuse' && !isOlder(rule))).toEqual([]);
    const unread = ends.bases.filter(({ mark }) => mark === 'known').length;
    expect(found.filter(({ rule }) => rule === 'T-basis')).toHaveLength(unread);
  });
});

function archiveCommands(): string {
  return readFileSync(fileURLToPath(new URL('../../pipeline/commands/archive-commands.ts', import.meta.url)), 'utf8');
}
