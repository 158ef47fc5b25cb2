import { kinds } from '../kinds/index.js';
import type { LinkedRow } from '../model/act-on-record.js';
import { type DraftContent, EMPTY_CONTENT } from '../model/draft.js';
import type { Office } from '../model/office.js';
import { monthPlanDue, yearPlanDue } from '../model/plan-terms.js';
import type { ContentOf } from '../model/rule.js';
import type { Term } from '../model/terms.js';
import { termsOf } from './calendar.js';

const MONTHS = 12;
const planKinds = (of: 'year' | 'month'): ReadonlySet<string> =>
  new Set(kinds.filter(({ id, traits }) => traits({ ...EMPTY_CONTENT, kind: id }).plans === of).map(({ id }) => id));
const YEARLY = planKinds('year');
const MONTHLY = planKinds('month');

/** The plan that comes after the last one of a year (R 3.4), and after the last one of a month (R 3.9), in an office that makes such plans. */
export async function planTerms(rows: readonly LinkedRow[], contentOf: ContentOf, office: Office): Promise<Term[]> {
  const year = await lastOf(rows, YEARLY, contentOf, ({ year: of }) => of);
  const month = await lastOf(rows, MONTHLY, contentOf, ({ year: of, month: nth }) =>
    of === undefined || nth === undefined ? undefined : of * MONTHS + nth - 1,
  );
  const world = (row: LinkedRow) => termsOf(office, row.date);
  return [
    ...(year === undefined ? [] : [term('year-plan', year.row, yearPlanDue(year.of + 1, world(year.row)).due)]),
    ...(month === undefined
      ? []
      : [
          term(
            'month-plan',
            month.row,
            monthPlanDue(Math.floor((month.of + 1) / MONTHS), ((month.of + 1) % MONTHS) + 1, world(month.row)).due,
          ),
        ]),
  ];
}

function term(what: 'year-plan' | 'month-plan', row: LinkedRow, due: Term['due']): Term {
  return { what, row, point: null, executor: null, due };
}

async function lastOf(
  rows: readonly LinkedRow[],
  ids: ReadonlySet<string>,
  contentOf: ContentOf,
  countOf: (content: DraftContent) => number | undefined,
): Promise<{ readonly row: LinkedRow; readonly of: number } | undefined> {
  let last: { readonly row: LinkedRow; readonly of: number } | undefined;
  for (const row of rows) {
    if (!ids.has(row.kind) || row.state !== 'filed') continue;
    const content = await contentOf(row);
    const of = content && countOf(content);
    if (of !== undefined && (last === undefined || of > last.of)) last = { row, of };
  }
  return last;
}
