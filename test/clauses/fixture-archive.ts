import type { ArchiveView } from '../../pipeline/model/archive-view.js';
import { type FiledSheets, formCases } from '../../pipeline/model/case-files.js';
import { standingOf, type TakenCaseStep } from '../../pipeline/model/case-steps.js';
import { yearOf } from '../../pipeline/model/date.js';
import { plannedCase } from '../../pipeline/model/nomenclature.js';
import type { RegisterRow } from '../../pipeline/model/register-row.js';
import { retentionOn } from '../../pipeline/model/retention.js';
import { defaultNorms } from '../../pipeline/norms/norms.js';
import { day, OFFICE, SAMPLES } from './fixture-office.js';
import { OTHER_YEARS } from './fixture-other-years.js';
import { draftIn } from './samples-on-record.js';

const NOMENCLATURE = new URL('../../fixtures/kinds/nomenclature/nomenklatura-2021.json', import.meta.url);

const { plannedCases } = (await draftIn(OFFICE, NOMENCLATURE)).content;
/** That takes nothing by itself: what is moved there is in its place. */
const BY_HAND = {
  index: '02-90',
  unit: 'general',
  article: '22',
  heading: 'Документи про підготовку ювілею громади',
  transitional: false,
  takes: [],
};

const cases = [...plannedCases, BY_HAND].flatMap(
  (card) => plannedCase(card, retentionOn(defaultNorms.retention, card.article ?? '', day('2021-01-01'))) ?? [],
);

/** Every sample of two sheets; and two errands that are none: between them a number is missing, and the second is not signed. */
const FILED: readonly FiledSheets[] = [
  ...SAMPLES.map(({ row }) => ({ row, sheets: 2 })),
  { row: errand(7, '2021-09-20', 'filed'), sheets: 1 },
  { row: errand(9, '2021-10-01', 'awaiting-signature'), sheets: 0 },
];

function errand(ordinal: number, date: string, state: RegisterRow['state']): RegisterRow {
  const number = String(ordinal);
  return {
    ...{ series: 'errand', year: 2021, ordinal, number, date: day(date), title: 'Про підготовку укриттів', kind: 'errand' },
    ...{ state, path: `archive/2021/errand/${number}`, office: 'main' },
  };
}

/** A step that number 1 of a series makes in the case of an index of 2021. */
export function taken(how: TakenCaseStep['how'], index: string, series: string, more: Partial<TakenCaseStep> = {}): TakenCaseStep {
  const date = day('2022-02-01');
  return { how, year: 2021, index, volume: null, date, by: { series, year: 2022, number: '1', date }, ...more };
}

/** The archive of the fixture office: its nomenclature of 2021, its samples in their cases, and what these steps did to them. */
export function archiveWith(steps: readonly TakenCaseStep[], more: Partial<ArchiveView> = {}): ArchiveView {
  return {
    nomenclature: async (year) => (year === 2021 || year === 2020 ? { year, cases, by: null } : undefined),
    formed: async (year) =>
      year === 2021
        ? formCases(
            { year, cases },
            FILED.filter(({ row }) => yearOf(row.date) === year),
            new Map(),
          )
        : undefined,
    lastYearOf: async (year) => year,
    standing: async (volume) => standingOf(steps, volume),
    steps: async (of) => steps.filter(({ year, index }) => of === undefined || (year === of.year && index === (of.index ?? index))),
    contractEnd: async () => undefined,
    inventoriesOf: async () => [],
    lastListed: async (category) => steps.reduce((last, step) => (step.category === category ? Math.max(last, step.n ?? 0) : last), 0),
    ...more,
  };
}

const SAMPLED = archiveWith([taken('closes', '05-03', 'case'), taken('closes', '02-01', 'case', { year: 2020 })]);

/** As it is for every fixture: of 2021 the reception of cases is closed, of 2020 the decisions, and other years have cases in every state. */
export const ARCHIVE: ArchiveView = {
  nomenclature: async (year) => (await OTHER_YEARS.nomenclature(year)) ?? SAMPLED.nomenclature(year),
  formed: async (year) => (await OTHER_YEARS.formed(year)) ?? SAMPLED.formed(year),
  lastYearOf: async (year) => year,
  standing: (volume) => (volume.year === 2021 ? SAMPLED : OTHER_YEARS).standing(volume),
  steps: async (of) => [...(await SAMPLED.steps(of)), ...(await OTHER_YEARS.steps(of))],
  contractEnd: OTHER_YEARS.contractEnd,
  inventoriesOf: OTHER_YEARS.inventoriesOf,
  lastListed: OTHER_YEARS.lastListed,
};
