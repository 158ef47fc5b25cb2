import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../pipeline/kinds/index.js';
import { EMPTY_CONTENT } from '../../pipeline/model/draft.js';
import type { Kind } from '../../pipeline/model/kind.js';
import { keysOf } from '../../pipeline/model/place.js';
import { PLACE } from '../../pipeline/model/task.js';
import { normsOn } from '../../pipeline/norms/norms.js';
import { type JsonObject, type KnownToday, skeletonOf, xmlOf } from '../../pipeline/skeleton/skeleton.js';
import { day, OFFICE } from '../clauses/fixture-office.js';
import { judged, readDraft } from '../clauses/judged.js';
import { jsonJudge, xmlVerdicts } from '../schemas/judges.js';
import { ACT_TASKS } from '../tasks/task-fixtures.js';

const on = (date: string): KnownToday => ({ office: OFFICE, today: day(date), visas: normsOn(day(date)).visas });
const TODAY = on('2022-02-08');
const cases = kinds.flatMap((kind) => [
  { id: kind.id, kind, by: 'alone', skeleton: skeletonOf(kind) },
  { id: kind.id, kind, by: 'with its office', skeleton: skeletonOf(kind, TODAY) },
]);

/** The value a finding points at, or the nearest part about it that is there. */
function valueAt(skeleton: JsonObject, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], skeleton);
}

/** Whether nobody has written anything there: numbers of points, types of blocks and whose visa is asked for are the form's. */
function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.every(isBlank);
  return (
    typeof value === 'object' &&
    Object.entries(value).every(([key, inner]) => ['n', 'type', 'level', 'mark', 'role'].includes(key) || inner === false || isBlank(inner))
  );
}

async function found(kind: Kind, skeleton: JsonObject) {
  const json = await judged('draft.json', Buffer.from(JSON.stringify(skeleton)));
  const xml = await judged('draft.xml', Buffer.from(xmlOf(skeleton, kind.shape, kind.id)));
  return { json, xml };
}

describe('a skeleton', () => {
  it.each(cases)('of $id $by is faulted only where the clerk must still write, in either form', async ({ kind, skeleton }) => {
    const { json, xml } = await found(kind, skeleton);
    expect(json.filter(({ severity }) => severity === 'refuse').length).toBeGreaterThan(0);
    if (kind.traits({ ...EMPTY_CONTENT, kind: kind.id }).prose) expect(json.map(({ at }) => at.pointer)).toContain('/body');
    expect(json.filter(({ at }) => at.pointer === '' || !isBlank(valueAt(skeleton, at.pointer)))).toEqual([]);
    const bare = (findings: typeof json) => findings.map(({ rule, at }) => `${rule} ${at.pointer}`).sort();
    expect(bare(xml)).toEqual(bare(json));
  });

  it.each(kinds)('of $id is read without a flaw and is valid by both schemas, alone or with its office', async (kind) => {
    const schema = (name: string) => readFile(new URL(`../../schemas/${kind.shape.name}.${name}`, import.meta.url), 'utf8');
    const skeletons = [skeletonOf(kind), skeletonOf(kind, TODAY)];
    const xml = skeletons.map((skeleton) => xmlOf(skeleton, kind.shape, kind.id));
    expect(skeletons.map(jsonJudge(await schema('schema.json')))).toEqual([true, true]);
    expect(await xmlVerdicts(await schema('xsd'), xml)).toMatchObject([{ isValid: true }, { isValid: true }]);
    for (const text of skeletons) expect((await readDraft('draft.json', Buffer.from(JSON.stringify(text)))).flaws).toEqual([]);
    for (const text of xml) expect((await readDraft('draft.xml', Buffer.from(text))).flaws).toEqual([]);
  });

  it.each(kinds)('of $id says nothing when nothing is known', async (kind) => {
    const { draft } = await readDraft('draft.json', Buffer.from(JSON.stringify(skeletonOf(kind))));
    const begun = ['stating', 'operative', 'body', 'addressees', 'parties', 'controllers', 'essential', 'edits', 'grounds', 'materials'];
    const rest = (content: object) => Object.fromEntries(Object.entries(content).filter(([key]) => !begun.includes(key)));
    expect(rest(draft.content)).toEqual(rest({ ...EMPTY_CONTENT, kind: kind.id }));
    expect(isBlank(begun.map((key) => Object.entries(draft.content).find(([name]) => name === key)?.[1]))).toBe(true);
  });

  it('has every field of the form, in its order', () => {
    for (const kind of kinds) expect(Object.keys(skeletonOf(kind, TODAY))).toEqual(kind.shape.fields.map(({ key }) => key));
  });
});

describe('the skeleton of a task', () => {
  const kindOf = (id: string): Kind => kinds.find((kind) => kind.id === id) as Kind;
  const ownLaw = 'Закон України «Про місцеве самоврядування в Україні»';
  const begun = ACT_TASKS.flatMap(({ id, ends }) => [
    { id, kind: kindOf(ends.kind), by: 'alone', act: ends, skeleton: skeletonOf(kindOf(ends.kind), undefined, { act: ends, ownLaw }) },
    {
      id,
      kind: kindOf(ends.kind),
      by: 'with its office',
      act: ends,
      skeleton: skeletonOf(kindOf(ends.kind), TODAY, { act: ends, ownLaw }),
    },
  ]);
  const waits = (value: unknown): boolean => isBlank(value) || (typeof value === 'string' && PLACE.test(value));

  it.each(begun)('$id $by is faulted only where the clerk must still write, in either form', async ({ kind, skeleton }) => {
    const { json, xml } = await found(kind, skeleton);
    const faults = json.filter(
      ({ rule, severity, at }) => severity === 'refuse' && !waits(valueAt(skeleton, at.pointer)) && rule !== '5.11-target',
    );
    expect(faults).toEqual([]);
    expect(json.filter(({ severity }) => severity === 'refuse').length).toBeGreaterThan(0);
    const bare = (findings: typeof json) => findings.map(({ rule, at }) => `${rule} ${at.pointer}`).sort();
    expect(bare(xml)).toEqual(bare(json));
  });

  it.each([...new Set(begun.map(({ kind }) => kind))])('is valid by both schemas: $id', async (kind) => {
    const schema = (name: string) => readFile(new URL(`../../schemas/${kind.shape.name}.${name}`, import.meta.url), 'utf8');
    const isValid = jsonJudge(await schema('schema.json'));
    const skeletons = begun.filter((one) => one.kind === kind).map(({ skeleton }) => skeleton);
    expect(skeletons.filter((one) => !isValid(one))).toEqual([]);
    const verdicts = await xmlVerdicts(
      await schema('xsd'),
      skeletons.map((one) => xmlOf(one, kind.shape, kind.id)),
    );
    expect(verdicts.filter((verdict) => !verdict.isValid)).toEqual([]);
    expect(verdicts).toHaveLength(skeletons.length);
  });

  it('asks for the visas that the task names and those of the matrix', () => {
    const rolesOf = (id: string): unknown[] => {
      const visas = begun.find((one) => one.id === id && one.by === 'with its office')?.skeleton['visas'];
      return Array.isArray(visas) ? visas.map(({ role }: { role: string }) => role) : [];
    };
    expect(rolesOf('39.7')).toEqual(['executor', 'unit-head', 'finance', 'accounting', 'secretary', 'legal', 'general', 'organisation']);
    expect(rolesOf('19a')).toEqual(expect.arrayContaining(['executor', 'unit-head', 'first-deputy', 'chief-of-staff', 'legal']));
  });
});

describe('the skeleton of a decision', () => {
  const [decision] = kinds.filter(({ id }) => id === 'decision');
  const decisionOn = (date: string) => skeletonOf(decision as Kind, on(date));

  it('names who may sign that day, and the total membership', () => {
    expect(decisionOn('2022-02-08')).toMatchObject({
      signatory: { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' },
      adoption: { total: 30 },
    });
    expect(decisionOn('2021-07-06')).toMatchObject({ signatory: { name: 'Оксана ПРИКЛАДНА' } });
    expect(decisionOn('2019-02-08')).toMatchObject({ signatory: { post: '', name: '' }, adoption: { total: null } });
  });

  it('of a paper of a unit names the head of the unit', () => {
    const blanks = kinds.find(({ id }) => id === 'blanks');
    expect(skeletonOf(blanks as Kind, TODAY)).toMatchObject({ signatory: { name: 'Тетяна ЯВОРСЬКА' } });
  });

  it('names those who usually visa, as they are in office, and leaves their dates', () => {
    const visas = decisionOn('2022-02-08')['visas'] as { role: string; name: string; date: string }[];
    expect(visas.map(({ role, name }) => `${role} ${name}`)).toEqual(
      expect.arrayContaining([
        'executor ',
        'unit-head ',
        'secretary Оксана ПОГОРІЛА',
        'chief-of-staff Богдан ТЕРЕЩУК',
        'legal Наталія СОКІЛ',
      ]),
    );
    const rolesOn = (kind: string) =>
      (skeletonOf(kinds.find(({ id }) => id === kind) as Kind, TODAY)['visas'] as { role: string }[]).map(({ role }) => role);
    expect(rolesOn('personnel-order')).toEqual(['personnel', 'general', 'legal', 'named-person']);
    expect(rolesOn('amendment')).toEqual(['legal']);
    expect(visas.every(({ date }) => date === '')).toBe(true);
  });
});
