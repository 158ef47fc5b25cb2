import type { CaseStep } from '../../pipeline/model/case-steps.js';
import { addDays, type LocalDate } from '../../pipeline/model/date.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { KnownEntry } from '../../pipeline/model/ports.js';

const YEAR = 2020;
const FIRST_DAY = `${YEAR}-01-02` as LocalDate;
const CLOSED = `${YEAR + 1}-02-01` as LocalDate;
const APPRAISED = `${YEAR + 1}-03-01` as LocalDate;
const COUNTED = `${YEAR + 1}-04-01` as LocalDate;
const SUBJECTS = [
  'Документи про надання в оренду земельних ділянок на території Вигаданого старостинського округу (акти, довідки, плани)',
  'Погосподарські книги',
  'Документи про присвоєння адрес обʼєктам нерухомого майна та перейменування вулиць (рішення, акти обстеження, схеми, листування)',
  'Протоколи громадських слухань і документи до них',
] as const;

interface PlainCase {
  readonly index: string;
  readonly heading: string;
  readonly date: LocalDate;
  readonly sheets: number;
}

function* plainCases(count: number): Generator<PlainCase> {
  for (let n = 0; n < count; n += 1)
    yield {
      index: `${String(2 + (n % 90)).padStart(2, '0')}-${String(1 + Math.floor(n / 90)).padStart(3, '0')}`,
      heading: `${SUBJECTS[n % SUBJECTS.length]}, № ${n + 1}`,
      date: addDays(FIRST_DAY, n % 360),
      sheets: 1 + ((n * 37) % 250),
    };
}

const seriesOf = (index: string): string => `case-${index}`;

/** The nomenclature that plans so many permanent cases, as `office.yaml` has it. */
export function plannedInSettings(count: number): string {
  const cases = [...plainCases(count)].map(
    ({ index, heading }) =>
      `      - ${JSON.stringify({ index, heading, unit: 'general', article: '7-а', takes: [{ series: seriesOf(index) }] })}`,
  );
  return `nomenclature:\n  - from: ${YEAR}\n    to: ${YEAR}\n    cases:\n${cases.join('\n')}\n`;
}

/** A document in each of so many cases, which are closed and appraised to be kept. */
export function* caseEntries(count: number): Generator<KnownEntry> {
  const cases = [...plainCases(count)];
  for (const { index, date, sheets } of cases) yield entryOf(seriesOf(index), 'order', date, { sheets: { count: sheets, unmeasured: [] } });
  const step = (how: CaseStep['how'], date: LocalDate, more: Partial<CaseStep>) =>
    cases.map(({ index }): CaseStep => ({ how, year: YEAR, index, volume: null, date, ...more }));
  yield entryOf('case', 'case', CLOSED, { caseSteps: step('closes', CLOSED, {}) });
  yield entryOf('appraisal', 'appraisal', APPRAISED, { caseSteps: step('appraises', APPRAISED, { decision: 'keep' }) });
}

/** The inventory of all of them. */
export function inventoryDraft(count: number): string {
  const caseFiles = [...plainCases(count)].map(({ index, heading, date, sheets }, position) => ({
    ...{ n: position + 1, year: YEAR, index, begun: date, ended: date, sheets, heading, term: 'Постійно' },
  }));
  return JSON.stringify({
    ...{ kind: 'inventory', issuer: 'general', year: YEAR, category: 'permanent', caseFiles, signing: { date: COUNTED } },
    signatory: { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' },
  });
}

function entryOf(series: string, kind: string, date: LocalDate, more: Partial<KnownEntry>): KnownEntry {
  const year = Number(date.slice(0, 4));
  return {
    registration: { series, year, ordinal: 1, number: '1', date, registeredAt: `${date}T09:00:00.000Z` },
    ...{ kind, title: 'Документ справи', id: null, drop: sha256(`${series} ${year}`), issuer: 'unit', delegated: false, effects: [] },
    ...{ imported: false, state: 'filed', path: `archive/${year}/${series}/1`, text: 'документ справи', ...more },
  };
}
