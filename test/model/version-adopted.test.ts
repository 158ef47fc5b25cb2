import { expect, test } from 'vitest';
import type { LocalDate } from '../../pipeline/model/date.js';
import { versionAdopted } from '../../pipeline/model/minutes.js';
import type { TakenProjectStep } from '../../pipeline/model/project-steps.js';

function version(n: number, date: string): TakenProjectStep {
  const day = date as LocalDate;
  return { how: 'submits', project: 'orenda', date: day, version: n, by: { series: 'project', year: 2021, number: String(n), date: day } };
}

test('the text adopted is of the version that the meeting had, not of one that came after it', () => {
  const standing = { versions: [version(1, '2021-01-05'), version(2, '2021-01-11'), version(3, '2021-01-20')] };
  expect(versionAdopted(standing, '2021-01-12' as LocalDate)?.version).toBe(2);
  expect(versionAdopted(standing, '2021-01-11' as LocalDate)?.version).toBe(2);
  // Submitted with its day set wrong, it is compared all the same.
  expect(versionAdopted(standing, '2021-01-04' as LocalDate)?.version).toBe(3);
  expect(versionAdopted({ versions: [] }, '2021-01-12' as LocalDate)).toBeUndefined();
});
