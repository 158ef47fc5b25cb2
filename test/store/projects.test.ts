import { beforeEach, describe, expect, test } from 'vitest';
import type { KnownPart, NewEntry, Store } from '../../pipeline/model/ports.js';
import { type ProjectStep, projectStanding } from '../../pipeline/model/project-steps.js';
import type { Registration } from '../../pipeline/model/registration.js';
import { day, event, indexed, newEntry } from './sample.js';
import { ENGINES, type ScratchStore } from './scratch-store.js';

const MEETING = { body: 'committee', date: day('2021-02-09') } as const;

const step = (how: ProjectStep['how'], project: string): ProjectStep => ({ how, project, ...MEETING, item: '1' });

describe.each(ENGINES)('projects in the register, on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let store: Store;
  beforeEach(async () => {
    scratch = await scratchStore();
    store = await scratch.open();
    return () => scratch.remove();
  });
  const register = (drop: string, more: Partial<NewEntry>): Promise<Registration> =>
    store.register.register(newEntry(drop, more), event(drop));
  const file = async (drop: string, given: Registration): Promise<void> =>
    store.index.file(indexed(drop, given, 'слова'), event(drop), async () => undefined);
  const submits = async (drop: string, id: string | null): Promise<Registration> => {
    const given = await register(drop, { series: 'project', project: { id } });
    await file(drop, given);
    return given;
  };
  const minutes = async (drop: string, ...projectSteps: readonly ProjectStep[]): Promise<Registration> => {
    const given = await register(drop, { series: 'minutes', kind: 'minutes', meeting: { meets: 'minutes', ...MEETING }, projectSteps });
    await file(drop, given);
    return given;
  };
  const voids = (drop: string, { series, year, number }: Registration): Promise<Registration> =>
    register(drop, { series: 'void', effects: [{ series, year, number, how: 'voids', reason: 'помилка' }] });
  const states = async (): Promise<string[]> => (await store.register.list({ series: 'project' })).map(({ state }) => state);

  test('versions of one id are entries of their own, numbered by themselves, and the same bytes are the same version', async () => {
    const given = [
      await submits('a', 'rehlament'),
      await submits('b', 'rehlament'),
      await submits('c', null),
      await submits('b', 'rehlament'),
    ];
    expect(given.map(({ number, project }) => [number, project])).toEqual([
      ['1', { id: 'rehlament', version: 1 }],
      ['2', { id: 'rehlament', version: 2 }],
      ['3', { id: 'project-2021-3', version: 1 }],
      ['2', { id: 'rehlament', version: 2 }],
    ]);
    const { versions } = projectStanding(await store.projects.steps('rehlament'));
    expect(versions.map(({ version, by }) => [version, by.number])).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
  });

  test('a later version of a project without an id of its own has the one that the first entry gave', async () => {
    await submits('a', null);
    expect((await submits('b', 'project-2021-1')).project).toEqual({ id: 'project-2021-1', version: 2 });
  });

  test('a meeting gives its state to the last version before it, and to that alone', async () => {
    await submits('a', 'rehlament');
    await submits('b', 'rehlament');
    await submits('c', 'inshyi');
    await minutes('m', step('postpones', 'rehlament'), step('rejects', 'inshyi'));
    await submits('d', 'rehlament');
    expect(await states()).toEqual(['filed', 'postponed', 'rejected', 'filed']);
    await register('e', { projectSteps: [{ how: 'registers', project: 'rehlament', date: MEETING.date }] });
    expect(await states()).toEqual(['filed', 'postponed', 'rejected', 'adopted']);
  });

  test('a version that is decided on before it is filed has its state when it is', async () => {
    const given = await register('a', { series: 'project', project: { id: 'rehlament' } });
    await minutes('m', step('adopts', 'rehlament'));
    expect(await states()).toEqual(['registered']);
    await file('a', given);
    expect(await states()).toEqual(['adopted']);
  });

  test('what void minutes decided they did not, and a void version leaves its state to the one before', async () => {
    await submits('a', 'rehlament');
    const second = await submits('b', 'rehlament');
    const held = await minutes('m', step('rejects', 'rehlament'));
    await voids('v', second);
    expect(await states()).toEqual(['rejected', 'void']);
    await voids('w', held);
    expect(await states()).toEqual(['filed', 'void']);
    expect(await store.projects.papersOf(MEETING.body, MEETING.date)).toEqual([]);
    expect((await submits('c', 'rehlament')).project?.version).toBe(3);
  });

  test('agendas and minutes are found by their meeting, those without a project, too', async () => {
    await submits('a', 'rehlament');
    await register('g', { series: 'agenda', meeting: { meets: 'tables', ...MEETING }, projectSteps: [step('tables', 'rehlament')] });
    await register('h', { series: 'agenda', meeting: { meets: 'tables', body: 'council', date: MEETING.date } });
    await minutes('m');
    const papers = await store.projects.papersOf(MEETING.body, MEETING.date);
    expect(papers.map(({ meets, by, steps }) => [meets, by.series, steps.map(({ project }) => project)])).toEqual([
      ['tables', 'agenda', ['rehlament']],
      ['minutes', 'minutes', []],
    ]);
  });

  test('are the same in an index that was made again', async () => {
    const drops = { a: await submits('a', 'rehlament'), m: await minutes('m', step('adopts', 'rehlament')) };
    const noted = await store.projects.noted();
    const lines = [];
    for await (const line of store.journal.lines()) lines.push(line);
    const entries = Object.entries(drops).map(([name, registration]): NonNullable<KnownPart['entry']> => {
      const { drop, kind, title, path } = indexed(name, registration, '');
      const { steps = [], meeting } = noted.get(drop) ?? {};
      return {
        ...{ registration, kind, title, id: null, drop, issuer: 'committee', delegated: false, effects: [], imported: false },
        ...{ state: 'filed', path, text: '', projectSteps: steps, meeting },
      };
    });
    const before = [await store.projects.steps(), noted, await states()];
    const again = await scratchStore();
    store = await again.open();
    await store.refill(
      (async function* (): AsyncGenerator<KnownPart> {
        for (const entry of entries) yield { entry, lines: lines.filter(({ drop }) => drop === entry.drop), placed: true, office: 'main' };
      })(),
    );
    expect([await store.projects.steps(), await store.projects.noted(), await states()]).toEqual(before);
    expect(before[2]).toEqual(['adopted']);
    await again.remove();
  });
});
