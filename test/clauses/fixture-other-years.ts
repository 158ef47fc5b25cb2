import type { ArchiveView, HeldNomenclature, RegisteredInventory } from '../../pipeline/model/archive-view.js';
import { type FiledSheets, type FormedYear, formCases } from '../../pipeline/model/case-files.js';
import { type CaseStep, standingOf, type TakenCaseStep } from '../../pipeline/model/case-steps.js';
import { type LocalDate, parseLocalDate, yearOf } from '../../pipeline/model/date.js';
import type { PlannedCase, TermEvent } from '../../pipeline/model/nomenclature.js';
import type { RegisterRow } from '../../pipeline/model/register-row.js';

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

type Planned = Pick<PlannedCase, 'index' | 'heading' | 'category' | 'article' | 'term'> & Partial<PlannedCase>;

/** A case that takes the documents of a series named for its index. */
function planned(one: Planned): PlannedCase {
  return { unit: 'general', transitional: false, takes: [{ series: one.index }], ...one };
}

const DECISIONS = planned({ index: '02-01', heading: 'Рішення', category: 'permanent', article: '7-а', term: 'Постійно' });
const PERSONNEL = planned({
  ...{ index: '02-02', heading: 'Розпорядження з кадрових питань', category: 'personnel', article: '16-б', term: '75 р.', years: 75 },
  unit: 'organisation',
});
const temporary = (index: string, heading: string): PlannedCase =>
  planned({ index, heading, category: 'temporary', article: '16-в', term: '5 р.', years: 5 });

/** Kept for three years after what happens outside the case. */
const fromEvent = (index: string, heading: string, event: TermEvent['event']): PlannedCase =>
  planned({
    ...{ index, heading, category: 'temporary', article: '330', after: { event, years: 3 } },
    term: `3 р. після закінчення строку дії ${event === 'contract' ? 'договору' : 'дозволу'}`,
  });
/** The last day of contracts by the case that they lie in: of one nobody knows it. */
const CONTRACT_ENDS: Readonly<Record<string, LocalDate | null>> = { '02-13': on('2021-06-30'), '02-14': null, '02-15': on('2022-06-30') };

const ORDERS = temporary('02-05', 'Розпорядження з господарських питань');

/** Years whose cases differ in what was done to them, and what was filed in each: documents of 100 sheets on 20 January and 15 December. */
const PLANS: Readonly<Record<number, readonly PlannedCase[]>> = {
  2018: [DECISIONS, ORDERS],
  2019: [
    ...[DECISIONS, PERSONNEL, ORDERS],
    ...[temporary('02-06', 'Під забороною'), temporary('02-07', 'Вилучена'), temporary('02-08', 'Без експертизи')],
    ...[temporary('02-09', 'Не закрита'), temporary('02-10', 'Знищена'), temporary('02-11', 'З продовженим строком')],
    planned({ index: '02-12', heading: 'Порожня', category: 'temporary', article: '16-в', term: '5 р.', years: 5, takes: [] }),
    ...[fromEvent('02-13', 'Договори, що закінчилися', 'contract'), fromEvent('02-14', 'Договір без строку', 'contract')],
    ...[fromEvent('02-15', 'Договори, що закінчилися пізно', 'contract')],
    ...[fromEvent('02-16', 'Документи про дозвіл', 'other'), fromEvent('02-17', 'Документи про дозвіл, що закінчився', 'other')],
  ],
  2022: [DECISIONS, PERSONNEL, planned({ ...DECISIONS, index: '02-03', heading: 'Розпорядження', takes: [{ series: '02-03' }] }), ORDERS],
  2023: [ORDERS],
  2025: [ORDERS],
};

/** How many documents a case has: 100 sheets each, so that three make a second volume. */
const DOCUMENTS: Readonly<Record<string, number>> = { '02-01': 3 };

function filedIn(year: number): FiledSheets[] {
  return (PLANS[year] ?? []).flatMap(({ index, takes }) =>
    Array.from({ length: takes.length === 0 ? 0 : (DOCUMENTS[index] ?? 2) }, (_, position): FiledSheets => {
      const ordinal = position + 1;
      const row: RegisterRow = {
        ...{ series: index, year, ordinal, number: String(ordinal), date: on(`${year}-${position === 0 ? '01-20' : '12-15'}`) },
        ...{ title: 'Про графік роботи', kind: 'decision', state: 'filed', path: `archive/${year}/${index}/${ordinal}`, office: 'main' },
      };
      return { row, sheets: 100 };
    }),
  );
}

const formedYears: ReadonlyMap<number, FormedYear> = new Map(
  Object.entries(PLANS).map(([year, cases]) => [Number(year), formCases({ year: Number(year), cases }, filedIn(Number(year)), new Map())]),
);

const by = (series: string, date: string, number = '1'): TakenCaseStep['by'] => ({
  ...{ series, year: yearOf(on(date)), number, date: on(date) },
});

const CLOSING = by('case', '2024-01-15');
const MINUTES = by('appraisal', '2024-02-01');
const HOLD = by('hold', '2024-03-01');
const LENDING = by('withdrawal', '2024-04-02');
const DESTRUCTION = by('destruction', '2025-02-03');
const RECEPTION = by('acceptance', '2025-03-03');
const INVENTORIES = ['1', '2', '3'].map((number) => by('inventory', '2024-02-20', number));

const done = (
  how: CaseStep['how'],
  year: number,
  index: string,
  doer: TakenCaseStep['by'],
  more: Partial<CaseStep> = {},
): TakenCaseStep => ({
  ...{ how, year, index, volume: null, date: doer.date, by: doer, ...more },
});
const closed = (year: number, ...indexes: readonly string[]): TakenCaseStep[] =>
  indexes.map((index) => done('closes', year, index, CLOSING));
const appraised = (decision: CaseStep['decision'], year: number, ...indexes: readonly string[]): TakenCaseStep[] =>
  indexes.map((index) => done('appraises', year, index, MINUTES, { decision }));
const listed = (
  inventory: number,
  n: number,
  year: number,
  index: string,
  volume: number,
  category: CaseStep['category'],
  unit?: string,
): TakenCaseStep =>
  done('lists', year, index, INVENTORIES[inventory - 1] as TakenCaseStep['by'], {
    n,
    volume,
    category,
    ...(unit === undefined ? {} : { unit }),
  });

const STEPS: readonly TakenCaseStep[] = [
  ...closed(2018, '02-01', '02-05'),
  ...closed(2019, '02-01', '02-02', '02-05', '02-06', '02-07', '02-08', '02-10', '02-11'),
  ...closed(2019, '02-13', '02-14', '02-15', '02-16', '02-17'),
  ...closed(2022, '02-01', '02-02', '02-05'),
  ...closed(2023, '02-05'),
  ...appraised('keep', 2018, '02-01'),
  ...appraised('destroy', 2018, '02-05'),
  ...appraised('keep', 2019, '02-01', '02-02'),
  ...appraised('destroy', 2019, '02-05', '02-06', '02-07', '02-09', '02-10', '02-13', '02-14', '02-15', '02-16'),
  done('appraises', 2019, '02-17', MINUTES, { decision: 'destroy', until: on('2024-01-31') }),
  done('appraises', 2019, '02-11', MINUTES, { decision: 'prolong', until: on('2030-12-31') }),
  ...appraised('keep', 2022, '02-01', '02-03'),
  ...appraised('destroy', 2022, '02-05'),
  ...appraised('destroy', 2023, '02-05'),
  ...[listed(1, 1, 2019, '02-01', 1, 'permanent'), listed(1, 2, 2019, '02-01', 2, 'permanent')],
  listed(2, 1, 2019, '02-02', 1, 'personnel', 'organisation'),
  listed(3, 3, 2018, '02-01', 1, 'permanent'),
  listed(3, 4, 2018, '02-01', 2, 'permanent'),
  done('holds', 2019, '02-06', HOLD),
  done('withdraws', 2019, '02-07', LENDING),
  done('destroys', 2019, '02-10', DESTRUCTION),
  done('accepts', 2019, '02-01', RECEPTION, { volume: 1 }),
  done('misses', 2019, '02-01', RECEPTION, { volume: 2 }),
];

const listing = (
  inventory: number,
  year: number,
  category: RegisteredInventory['category'],
  unit: string | null,
  isApproved: boolean,
): RegisteredInventory => {
  const { series, date, number } = INVENTORIES[inventory - 1] as TakenCaseStep['by'];
  const row: RegisterRow = {
    ...{ series, year: 2024, number, ordinal: inventory, date, title: `Опис справ за ${year} рік`, kind: 'inventory' },
    ...{ state: 'filed', path: `archive/2024/inventory/${number}`, office: 'main' },
  };
  const steps = STEPS.filter((step) => step.how === 'lists' && step.by.number === number);
  return { row, year, category, unit, steps, approvedBy: isApproved ? [MINUTES] : [] };
};

const REGISTERED: readonly RegisteredInventory[] = [
  listing(1, 2019, 'permanent', null, true),
  listing(2, 2019, 'personnel', 'organisation', true),
  listing(3, 2018, 'permanent', null, false),
];

/**
 * Cases of several years. Of 2019 all is as it should be but for the cases that are named for what is wrong with them; of 2018 the inventory of what is kept for
 * ever is not approved; of 2022 nothing is listed yet; of 2023 no term has ended; 2025 is not closed.
 */
export const OTHER_YEARS: ArchiveView = {
  async nomenclature(year): Promise<HeldNomenclature | undefined> {
    const cases = PLANS[year];
    return cases && { year, cases, by: null };
  },
  formed: async (year) => formedYears.get(year),
  lastYearOf: async (year) => year,
  standing: async (volume) => standingOf(STEPS, volume),
  steps: async (of) => STEPS.filter((step) => of === undefined || (step.year === of.year && (of.index ?? step.index) === step.index)),
  contractEnd: async ({ series }) => CONTRACT_ENDS[series],
  inventoriesOf: async (year, category) => REGISTERED.filter((one) => one.year === year && one.category === category),
  async lastListed(category, unit) {
    const numbers = REGISTERED.filter((one) => one.category === category && one.unit === unit).flatMap(({ steps }) =>
      steps.map(({ n = 0 }) => n),
    );
    return Math.max(0, ...numbers);
  },
};

/** Documents that those cases rest on and drafts name. */
export const ARCHIVE_ACTS = [
  ...INVENTORIES.map(({ date, number }) => ['inventory', date, number] as const),
  ...[DESTRUCTION, HOLD, LENDING].map(({ series, date, number }) => [series, date, number] as const),
];
