import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { orderBy } from 'natural-orderby';
import { reading } from '../../pipeline/intake/reading.js';
import { kinds } from '../../pipeline/kinds/index.js';
import { type ActOnRecord, linkedRows } from '../../pipeline/model/act-on-record.js';
import { type LocalDate, yearOf } from '../../pipeline/model/date.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { Draft } from '../../pipeline/model/draft.js';
import { effectsOf, nameOf, type RegisteredEffect, stateAfter } from '../../pipeline/model/effect.js';
import { firstPlace, type Numbering } from '../../pipeline/model/numbering.js';
import { numberIn, type Office, seriesOf } from '../../pipeline/model/office.js';
import type { RegisterRow } from '../../pipeline/model/register-row.js';

const SAMPLES = new URL('../../fixtures/samples/', import.meta.url);

/** An act of the demo office. */
export interface SampleOnRecord extends ActOnRecord {
  readonly draft: Draft;
  readonly id: string | null;
}

/** The samples as the demo office has them once all were dropped, in natural order of their names, each with its number, state and links. */
export async function samplesOnRecord(office: Office): Promise<SampleOnRecord[]> {
  const reader = reading(kinds, office.intake.limits);
  const last = new Map<string, number>();
  const acts: (Omit<SampleOnRecord, 'changes' | 'changedBy'> & { readonly row: RegisterRow })[] = [];
  const effects: RegisteredEffect[] = [];
  for (const name of orderBy(readdirSync(SAMPLES))) {
    const bytes = readFileSync(fileURLToPath(new URL(name, SAMPLES)));
    const outcome = await reader.read({ name, bytes });
    if (!outcome.readable) throw new Error(`${name} cannot be read`);
    const { content } = outcome.draft;
    const kind = kinds.find(({ id }) => id === content.kind);
    // A contract that waits has no number yet, and the only one that is registered is among the acts that a test adds.
    if (kind?.traits(content).agreement === 'contract') continue;
    const date = kind?.dateOf(content);
    if (kind === undefined || date === undefined) throw new Error(`${name} has no date`);
    const traits = kind.traits(content);
    const given = seriesOf(office, kind, content);
    const { id: series, opening } = given;
    const year = yearOf(date);
    const ordinal = (last.get(`${series}/${year}`) ?? (opening[year] ?? 1) - 1) + 1;
    last.set(`${series}/${year}`, ordinal);
    const number = numberIn(given, ordinal);
    const path = `archive/${year}/${series}/${number.replaceAll('/', '-')}`;
    const row = {
      series,
      year,
      number,
      ordinal,
      date,
      title: kind.titleOf(content),
      kind: kind.id,
      state: 'filed',
      path,
      office: 'main',
    } as const;
    acts.push({ row, draft: outcome.draft, id: content.id ?? null, issuer: traits.issuer, delegated: traits.delegated, imported: false });
    const by = { series, year, number, date, state: 'filed' } as const;
    for (const { how, reason, ...on } of effectsOf(content, traits)) effects.push({ by, on: { ...on, date: null }, how, reason });
  }
  const dates = new Map<string, LocalDate>(acts.map(({ row }) => [nameOf(row), row.date]));
  const known = effects.map((effect) => ({ ...effect, on: { ...effect.on, date: dates.get(nameOf(effect.on)) ?? null } }));
  return acts.map((act) => {
    const [linked] = linkedRows([act.row], known);
    const { changes = [], changedBy = [] } = linked ?? {};
    return { ...act, row: { ...act.row, state: stateAfter(changedBy.map(({ how }) => how)) }, changes, changedBy };
  });
}

/** The draft in a file. */
export async function draftIn(office: Office, file: URL): Promise<Draft> {
  const outcome = await reading(kinds, office.intake.limits).read({ name: basename(file.pathname), bytes: readFileSync(file) });
  if (!outcome.readable) throw new Error(`${file.pathname} cannot be read`);
  return outcome.draft;
}

/** What a register of these acts, and of older ones beside them, tells. */
export function registerOf(acts: readonly SampleOnRecord[], older: readonly ActOnRecord[]) {
  const inYear = (series: string, year: number): SampleOnRecord[] => acts.filter(({ row }) => row.series === series && row.year === year);
  return {
    async byId(series: string, id: string) {
      const act = acts.find((one) => one.row.series === series && one.id === id);
      if (act === undefined) return undefined;
      const { path, number, year, state } = act.row;
      return { path, number, year, state, sha256: sha256(id) };
    },
    async lastDate(series: string, year: number) {
      return inYear(series, year)
        .map(({ row }) => row.date)
        .sort()
        .at(-1);
    },
    async act({ series, date, number }: { series?: string | undefined; date?: LocalDate | undefined; number?: string | undefined }) {
      return [...acts, ...older].find(
        ({ row }) =>
          date !== undefined && row.series === series && row.number === number && (row.year === yearOf(date) || row.date === date),
      );
    },
    async firstYear(series: string) {
      const years = acts.filter(({ row }) => row.series === series).map(({ row }) => row.year);
      return years.length === 0 ? undefined : Math.min(...years);
    },
    async nextPlace(numbering: Numbering) {
      const { year, ordinal, number } = firstPlace(numbering);
      const next = Math.max(ordinal - 1, ...inYear(numbering.series, year).map(({ row }) => row.ordinal)) + 1;
      return { year, ordinal: next, number: numbering.within === undefined ? numbering.formatNumber(next) : number };
    },
  };
}
