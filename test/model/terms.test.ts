import { describe, expect, test } from 'vitest';
import type { DraftContent } from '../../pipeline/model/draft.js';
import type { Traits } from '../../pipeline/model/kind.js';
import type { RegisterRow } from '../../pipeline/model/ports.js';
import { type ControlStep, dispatchBy, nearTerms, openTasks, publishBy, type Term } from '../../pipeline/model/terms.js';
import { workingCalendar } from '../../pipeline/model/working-calendar.js';
import { easterOf } from '../../pipeline/norms/easter.js';
import { HOLIDAYS, REGIMES } from '../../pipeline/norms/holidays.js';
import { defaultNorms } from '../../pipeline/norms/norms.js';
import { day } from '../store/sample.js';

const content: Pick<DraftContent, 'operative'> = {
  operative: [
    { n: '1', text: 'Підготувати.', executor: 'Відділ', due: day('2021-03-01'), points: [] },
    { n: '2', text: 'Контроль.', points: [{ n: '2.1', text: 'Звітувати.', due: day('2021-04-01'), points: [] }] },
    { n: '21', text: 'Оприлюднити.', due: day('2021-05-01'), points: [] },
  ],
};
const open = (...steps: ControlStep[]) => openTasks(content, steps).map(({ point, due }) => `${point} ${due}`);

describe('tasks of an act', () => {
  test('are its points with a term, whatever their depth', () => {
    expect(open()).toEqual(['1 2021-03-01', '2.1 2021-04-01', '21 2021-05-01']);
    expect(openTasks(content, [])[1]?.executor).toBeNull();
  });

  test('end when they are taken off control: those of a point with its sub-points, or all', () => {
    expect(open({ how: 'releases', points: ['2'] })).toEqual(['1 2021-03-01', '21 2021-05-01']);
    expect(open({ how: 'releases', points: [] })).toEqual([]);
  });

  test('go on until the day to which they were extended last', () => {
    const later: ControlStep = { how: 'extends', points: ['1'], due: day('2021-03-20') };
    expect(open(later, { ...later, due: day('2021-03-15') })).toEqual(['1 2021-03-15', '2.1 2021-04-01', '21 2021-05-01']);
    expect(open(later, { how: 'releases', points: ['1'] }, later)).toEqual(['2.1 2021-04-01', '21 2021-05-01']);
  });
});

describe('terms that are near', () => {
  const row: RegisterRow = {
    ...{ series: 'order', year: 2021, number: '5-р', ordinal: 5, date: day('2021-02-15'), title: 'Про інвентаризацію', kind: 'order' },
    ...{ state: 'filed', path: 'archive/2021/order/5-р', office: 'main' },
  };
  const term = (what: Term['what'], due: string | null): Term => ({
    what,
    row,
    point: null,
    executor: null,
    due: due === null ? null : day(due),
  });
  const near = (...terms: Term[]) => nearTerms(terms, day('2021-03-01'), 7).map(({ what, due }) => `${what} ${due}`);

  test('are past ones, those of the days ahead, and those without a day, which come last', () => {
    expect(near(term('judgment', null), term('task', '2021-03-08'), term('task', '2021-03-09'), term('task', '2020-01-01'))).toEqual([
      'task 2020-01-01',
      'task 2021-03-08',
      'judgment null',
    ]);
  });

  test('of copies and of publication are told only ahead', () => {
    expect(near(term('dispatch', '2021-02-28'), term('dispatch', '2021-03-01'))).toEqual(['dispatch 2021-03-01']);
    expect(near(term('publication', '2021-02-28'), term('publication', '2021-03-01'))).toEqual(['publication 2021-03-01']);
  });
});

describe('publication', () => {
  const calendar = workingCalendar({ holidays: HOLIDAYS, regimes: REGIMES, own: { off: [], working: [] }, easterOf });
  const by = (date: string, traits: Partial<Pick<Traits, 'administrative' | 'personnel' | 'issuer' | 'meets'>> = {}) =>
    publishBy(day(date), { administrative: true, personnel: false, issuer: 'committee', ...traits }, { norms: defaultNorms, calendar });

  test('is due five working days after adoption, holidays left out where the law keeps them', () => {
    expect(by('2021-01-19')).toBe('2021-01-26');
    expect(by('2021-04-29')).toBe('2021-05-11');
    expect(by('2023-04-28')).toBe('2023-05-05');
  });

  test('of an agenda is due five working days after its approval', () => {
    expect(by('2021-05-06', { administrative: false, meets: 'tables' })).toBe('2021-05-14');
  });

  test('is not asked of acts on personnel, of units, and of papers that order nothing', () => {
    expect([
      by('2021-01-19', { personnel: true }),
      by('2021-01-19', { issuer: 'unit' }),
      by('2021-01-19', { administrative: false }),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

describe('sending out', () => {
  const calendar = workingCalendar({ holidays: HOLIDAYS, regimes: REGIMES, own: { off: [], working: [] }, easterOf });
  const world = { norms: defaultNorms, calendar };
  const traits = { collegial: false, plans: undefined, tells: undefined };

  test('of a plan of a year is told from its approval, of a report from the day on which the delegation was met', () => {
    const plan = dispatchBy(day('2021-12-30'), { of: { date: day('2021-12-14') } }, { ...traits, plans: 'year' }, world);
    const report = dispatchBy(day('2021-10-20'), { delegation: { date: day('2021-10-11') } }, { ...traits, tells: 'delegation' }, world);
    expect([plan?.due, plan?.clause, report?.due, report?.clause]).toEqual(['2021-12-15', '3.7', '2021-10-15', '23.6']);
  });

  test('of a decision takes three days, of an order two, on to a working day; of other papers no clause says', () => {
    const due = (more: Partial<Parameters<typeof dispatchBy>[2]>) => dispatchBy(day('2021-02-11'), {}, { ...traits, ...more }, world)?.due;
    expect([due({ collegial: true }), due({}), due({ plans: 'month' }), due({ tells: 'gathering' })]).toEqual([
      '2021-02-15',
      '2021-02-15',
      undefined,
      undefined,
    ]);
  });
});
