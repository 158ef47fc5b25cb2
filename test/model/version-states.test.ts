import { expect, test } from 'vitest';
import type { LocalDate } from '../../pipeline/model/date.js';
import { type TakenProjectStep, versionStates } from '../../pipeline/model/project-steps.js';

function step(how: TakenProjectStep['how'], date: string, n: number): TakenProjectStep {
  const day = date as LocalDate;
  const series = how === 'submits' ? 'project' : 'minutes';
  return { how, project: 'orenda', date: day, by: { series, year: 2021, number: String(n), date: day } };
}

test('a meeting decides on the version that was before it, though a later one was entered before its minutes', () => {
  const versions = [step('submits', '2021-01-05', 1), step('submits', '2021-01-11', 2), step('submits', '2021-01-14', 3)];
  expect([...versionStates([...versions, step('postpones', '2021-01-12', 1)])]).toEqual([['project/2021/2', 'postponed']]);
});

test('a version that comes after a decision is decided on by the next', () => {
  const steps = [
    step('submits', '2021-01-05', 1),
    step('postpones', '2021-01-12', 1),
    step('submits', '2021-02-01', 2),
    step('rejects', '2021-02-09', 2),
  ];
  expect(versionStates(steps)).toEqual(
    new Map([
      ['project/2021/1', 'postponed'],
      ['project/2021/2', 'rejected'],
    ]),
  );
});
