import { expect, test } from 'vitest';
import { type FiledSheets, type FormedYear, formCases, type PassingCases } from '../../pipeline/model/case-files.js';
import { closingFaults, formedBefore } from '../../pipeline/model/closing.js';
import { type PlannedCase, plannedCase } from '../../pipeline/model/nomenclature.js';
import type { RegisterRow } from '../../pipeline/model/register-row.js';
import { retentionOn } from '../../pipeline/model/retention.js';
import { normsOn } from '../../pipeline/norms/norms.js';
import { day } from '../clauses/fixture-office.js';

const { retention } = normsOn(day('2021-01-01'));
const planned = (index: string, transitional: boolean, takes: PlannedCase['takes']): PlannedCase => {
  const card = { index, heading: 'Листування', unit: 'general', article: '122', transitional, takes };
  return plannedCase(card, retentionOn(retention, '122', day('2021-01-01'))) as PlannedCase;
};
const cases = [planned('02-05', true, [{ series: 'letter' }]), planned('02-06', false, [])];

function letter(year: number, ordinal: number): RegisterRow {
  const number = String(ordinal);
  return {
    ...{ series: 'letter', year, ordinal, number, date: day(`${year}-03-0${ordinal}`), title: 'Про графік роботи', kind: 'letter' },
    ...{ state: 'filed', path: `archive/${year}/letter/${number}`, office: 'main' },
  };
}

/** The year 2022 with a case that goes on from 2021, where one letter lies in another case. */
function formed(
  ordinals: readonly number[],
  moved: ReadonlyMap<string, string>,
): { readonly before: FormedYear; readonly now: FormedYear } {
  const filed = (year: number, numbers: readonly number[]): FiledSheets[] => numbers.map((n) => ({ row: letter(year, n), sheets: 1 }));
  const form = (year: number, numbers: readonly number[], passing?: PassingCases) =>
    formCases({ year, cases }, filed(year, numbers), moved, passing);
  const before = form(2021, ordinals, { brought: [], goOn: new Set(['02-05']) });
  return { before, now: form(2022, [1, 2], { brought: before.goingOn, goOn: new Set() }) };
}

test.each([
  ['a number that lies in another case of its year is not missing', [1, 2, 3, 4], []],
  ['a number of an earlier year that lies nowhere is missing', [1, 2, 4], [{ what: 'gap', series: 'letter', year: 2021, from: 3, to: 3 }]],
] as const)('of a transitional case that is closed %s', async (_, ordinals, faults) => {
  const { before, now } = formed(ordinals, new Map([['letter/2021/2', '02-06']]));
  const [file] = now.cases;
  if (file === undefined) throw new Error('the case is planned');
  expect(file.volumes[0]?.items.map(({ row }) => row.year)).toContain(2021);
  const years = await formedBefore(file, { formed: async (year) => (year === 2021 ? before : now) });
  expect(closingFaults(now, file, years)).toEqual(faults);
});
