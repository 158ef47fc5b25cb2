import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import type { ExaminationStep, Pending, StepKind } from '../../pipeline/model/examination.js';
import { type Finding, ruleId } from '../../pipeline/model/finding.js';
import type { NewEntry, Store } from '../../pipeline/model/ports.js';
import { day, event, journalOf, newEntry } from './sample.js';
import { ENGINES, type ScratchStore } from './scratch-store.js';

const REMARK: Finding = {
  ...{ file: 'договір.zip', rule: ruleId('27.6-scan'), clause: '27.6', severity: 'warn', message: 'Сторінки є зображеннями' },
  ...{ expected: null, hint: null, at: { pointer: '/original/file', line: 3, column: 5 } },
};
const LAWYER = { post: 'Начальник юридичного відділу', name: 'Наталія СОКІЛ' };

function pending(name: string, claim: string, more: Partial<Pending> = {}): Pending {
  return {
    ...{ claim, drop: sha256(name), series: 'contract', kind: 'contract', name: `${name}.zip`, title: 'Про оренду', subject: undefined },
    ...{ parties: ['Рада', 'ТОВ «Степ»'], addressees: [{ to: 'ТОВ «Степ»', address: 'м. Каховка' }], received: day('2021-03-01') },
    findings: [REMARK],
    ...more,
  };
}

describe.each(ENGINES)('examinations on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let store: Store;
  beforeEach(async () => {
    scratch = await scratchStore();
    store = await scratch.open();
    return () => scratch.remove();
  });
  const noted = { who: 'regesta', detail: { waitsFor: 'verdict' } };
  const wait = (name: string, claim: string, more: Partial<Pending> = {}) => store.examinations.wait(pending(name, claim, more), noted);
  const enter = (drop: string, more: Partial<NewEntry>) => store.register.register(newEntry(drop, more), event(drop));
  const step = (how: StepKind, of: string, date = '2021-03-05'): ExaminationStep => ({
    ...{ how, contract: sha256(of), date: day(date), signatory: LAWYER },
    grounds: how === 'refuse' ? [{ clause: '27.11.2', text: 'Строк понад десять років' }] : [],
  });
  const say = (drop: string, how: StepKind, of: string, date?: string) =>
    enter(drop, { series: 'examination', kind: 'examination', date: day(date ?? '2021-03-05'), step: step(how, of, date) });
  const register = (name: string) => enter(name, { series: 'contract', kind: 'contract' });

  test('a contract waits from the day it came, with what the machine remarked, and once', async () => {
    expect(await wait('a', '1')).toBe('1');
    expect(await wait('a', '1', { findings: [] }), 'judged anew').toBe('1');
    expect(await wait('a', '2'), 'the same bytes again').toBe('1');
    await wait('b', '3');
    const [first, second, ...others] = await store.examinations.pending();
    expect(first).toEqual({ ...pending('a', '1', { findings: [] }), state: 'waiting', since: '2021-03-01', steps: [], office: 'main' });
    expect([second?.claim, second?.findings, others]).toEqual(['3', [REMARK], []]);
    expect(await store.register.pendingContract(sha256('b'))).toEqual(second);
    expect(await store.register.pendingContract(sha256('c'))).toBeUndefined();
    expect(await store.examinations.undecided()).toEqual(['1', '3']);
    expect((await journalOf(store)).map(({ claim: of, step: kind, drop, detail }) => [of, kind, drop, detail])).toEqual([
      ['1', 'awaiting', sha256('a'), { waitsFor: 'verdict' }],
      ['3', 'awaiting', sha256('b'), { waitsFor: 'verdict' }],
    ]);
  });

  test('asking stops the clock, asking again changes nothing, and materials start it anew', async () => {
    await wait('a', '1');
    const standing = async () => {
      const { state, since, steps } = (await store.examinations.waiting(sha256('a'))) ?? {};
      return [state, since, steps?.length];
    };
    await say('ask', 'ask', 'a');
    expect(await standing()).toEqual(['asked', '2021-03-01', 1]);
    await say('request', 'ask', 'a');
    expect(await standing()).toEqual(['asked', '2021-03-01', 2]);
    await say('came', 'supply', 'a', '2021-03-20');
    expect(await standing()).toEqual(['waiting', '2021-03-20', 3]);
    expect(await store.examinations.decided()).toEqual([]);
    const asked = await store.register.register(newEntry('ask', { series: 'examination', step: step('ask', 'a') }), event('ask'));
    expect(asked.step, 'the same bytes have the step they made').toEqual({ ...step('ask', 'a'), claim: '1' });
  });

  test('a verdict stands with the number of its document, and the contract waits until it has its own', async () => {
    for (const [name, claim] of ['ab', 'cd', 'ef'].map((pair) => pair.split(''))) await wait(name ?? '', claim ?? '');
    await say('second', 'refuse', 'c');
    await say('first', 'register', 'a', '2021-03-06');
    expect(await store.examinations.decided(), 'in the order of the verdicts').toEqual(['d', 'b']);
    expect(await store.examinations.undecided()).toEqual(['f']);
    const by = { series: 'examination', year: 2021, number: '2', date: '2021-03-06' };
    const verdict = { ...step('register', 'a', '2021-03-06'), by };
    expect(await store.examinations.verdictOn('b')).toEqual(verdict);
    expect(await store.examinations.verdictOn('f')).toBeUndefined();
    await register('a');
    expect(await store.examinations.decided()).toEqual(['d']);
    expect(await store.examinations.verdictOn('b'), 'a crash may come after the number').toEqual(verdict);
    await store.examinations.settle('d');
    expect((await store.examinations.pending()).map(({ claim }) => claim)).toEqual(['f']);
    expect(await store.examinations.verdictOn('d')).toMatchObject({ how: 'refuse', grounds: [{ clause: '27.11.2' }] });
    expect([...(await store.examinations.steps())].map(([drop, { claim }]) => [drop, claim])).toContainEqual([sha256('second'), 'd']);
  });

  test('what says something of a contract that does not wait, or has its verdict, gets no number', async () => {
    await wait('a', '1');
    await say('first', 'register', 'a');
    for (const of of ['a', 'b']) await expect(say('second', 'refuse', of)).rejects.toMatchObject({ code: 'contract-decided' });
    await register('a');
    await expect(say('second', 'refuse', 'a')).rejects.toMatchObject({ code: 'contract-decided' });
    await expect(wait('a', '2')).rejects.toMatchObject({ code: 'contract-decided' });
    expect(await store.register.byDrop(sha256('second'))).toBeUndefined();
    expect((await journalOf(store)).filter(({ step: kind }) => kind === 'registered')).toHaveLength(2);
  });

  test('the same bytes dropped again after a refusal wait anew, and the old verdict is not theirs', async () => {
    await wait('a', '1');
    await say('no', 'refuse', 'a');
    await store.examinations.settle('1');
    expect(await wait('a', '2')).toBe('2');
    expect(await store.examinations.verdictOn('2')).toBeUndefined();
    expect(await store.examinations.waiting(sha256('a'))).toMatchObject({ state: 'waiting', steps: [] });
    await say('yes', 'register', 'a');
    expect(await store.examinations.decided()).toEqual(['2']);
  });

  test('what a document said whose number is void was never said, unless the contract has its number by it', async () => {
    await wait('a', '1');
    await wait('b', '2');
    const spoilt = await say('x', 'register', 'a');
    await store.register.setState('examination', 2021, spoilt.ordinal, 'void');
    expect([await store.examinations.verdictOn('1'), await store.examinations.decided()]).toEqual([undefined, []]);
    expect(await store.examinations.undecided()).toEqual(['1', '2']);
    const done = await say('y', 'register', 'b');
    await register('b');
    await store.register.setState('examination', 2021, done.ordinal, 'void');
    expect(await store.examinations.verdictOn('2')).toMatchObject({ how: 'register' });
  });

  test('steps come again from what the files know', async () => {
    await wait('a', '1');
    const registration = await say('yes', 'register', 'a');
    const [, line] = await journalOf(store);
    const other = await scratchStore();
    const again = await other.open();
    async function* parts() {
      const entry = { registration, kind: 'examination', title: 'Висновок', id: null, drop: sha256('yes'), issuer: null, delegated: null };
      yield {
        entry: { ...entry, effects: [], imported: false, state: 'filed', path: 'archive/2021/examination/1', text: '' } as const,
        ...{ lines: line === undefined ? [] : [line], placed: true, office: 'main' },
      };
    }
    await again.refill(parts());
    expect(await again.examinations.verdictOn('1')).toEqual(await store.examinations.verdictOn('1'));
    expect(await again.examinations.steps()).toEqual(await store.examinations.steps());
    await again.examinations.wait(pending('a', '1'), noted);
    expect(await again.examinations.decided()).toEqual(['1']);
    await other.remove();
  });
});
