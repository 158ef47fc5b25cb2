import type { Knex } from 'knex';
import {
  type AmendmentFacts,
  type ContractBook,
  type ContractFacts,
  type ContractFilter,
  type ContractOnRecord,
  currentEnd,
  factsDigest,
  type Noted,
  type NotedFacts,
  type RefusalFacts,
  type TerminationFacts,
} from '../model/contract-register.js';
import type { LocalDate } from '../model/date.js';
import type { Digest } from '../model/digest.js';
import { type ActName, nameOf } from '../model/effect.js';
import type { RegisterRow } from '../model/register-row.js';
import type { Desk } from './desk.js';

interface FactsRow {
  readonly entry: number;
  readonly what: NotedFacts['is'];
  /** JSON */
  readonly facts: string;
  readonly ends: LocalDate | null;
}

type Found = RegisterRow & Pick<FactsRow, 'entry' | 'facts' | 'ends'>;

/** Contracts that are in memory at once. */
const PAGE = 200;

const ROW = ['series', 'year', 'number', 'ordinal', 'date', 'title', 'kind', 'state', 'path', 'office'] as const;

/** Contracts as the database has them. */
export function contractStore({ engine }: Desk): ContractBook {
  return {
    async *contracts(filter) {
      for await (const page of pages(filter, 'contract')) yield* await engine.read((db) => withHistory(db, page));
    },
    contract: (of) =>
      engine.read(async (db) => {
        const found = await noted(db, 'contract').where(named(of)).first<Found | undefined>();
        return found === undefined ? undefined : (await withHistory(db, [found]))[0];
      }),
    async *refusals(filter) {
      for await (const page of pages(filter, 'refusal')) yield* page.map((found) => read<RefusalFacts>(found));
    },
    ends: () =>
      engine.read(async (db) => {
        const found: Found[] = await noted(db, 'contract');
        return new Map(found.map((row) => [nameOf(row), row.ends]));
      }),
    span: (what, { year }) =>
      engine.read(async (db) => {
        const rows = db('entry').join('contract_facts', 'contract_facts.entry', 'entry.id').where('contract_facts.what', what);
        if (year !== undefined) rows.where('entry.year', year);
        const [found]: { entries: number | string; first: LocalDate | null; last: LocalDate | null }[] = await rows
          .count('* as entries')
          .min('entry.date as first')
          .max('entry.date as last');
        if (found === undefined || found.first === null || found.last === null) return undefined;
        return { entries: Number(found.entries), first: found.first, last: found.last };
      }),
    digests: () =>
      engine.read(async (db) => {
        const found: { drop: Digest; facts: string }[] = await db('contract_facts')
          .join('entry', 'entry.id', 'contract_facts.entry')
          .select('entry.drop', 'contract_facts.facts');
        return new Map(found.map(({ drop, facts }) => [drop, factsDigest(JSON.parse(facts) as NotedFacts)]));
      }),
  };

  /** One after another, each beginning after the last of the one before. */
  async function* pages({ year, endsFrom, endsTo }: ContractFilter, what: NotedFacts['is']): AsyncGenerator<readonly Found[]> {
    let last: Found | undefined;
    do {
      const page: Found[] = await engine.read((db) => {
        const rows = noted(db, what).orderBy(['entry.series', 'entry.year', 'entry.ordinal']).limit(PAGE);
        if (year !== undefined) rows.where('entry.year', year);
        if (endsFrom !== undefined) rows.where('contract_facts.ends', '>=', endsFrom);
        if (endsTo !== undefined) rows.where('contract_facts.ends', '<=', endsTo);
        if (last !== undefined)
          rows.whereRaw('(entry.series, entry.year, entry.ordinal) > (?, ?, ?)', [last.series, last.year, last.ordinal]);
        return rows;
      });
      if (page.length > 0) yield page;
      last = page.length < PAGE ? undefined : page.at(-1);
    } while (last !== undefined);
  }
}

/** Keeps, within a transaction of `write`, what is noted of a new entry. */
export async function keepFacts(db: Knex, entry: number, facts: NotedFacts | undefined): Promise<void> {
  if (facts === undefined) return;
  const ends = facts.is === 'contract' ? currentEnd(facts, []) : null;
  await db<FactsRow>('contract_facts').insert({ entry, what: facts.is, facts: JSON.stringify(facts), ends });
}

/** Gives, within a transaction of `write`, a contract the last day of its term after all amendments that are not void; nothing for what is no contract. */
export async function settleEnd(db: Knex, of: ActName): Promise<void> {
  const found = await noted(db, 'contract').where(named(of)).first<Found | undefined>();
  if (found === undefined) return;
  for (const { facts, amendments, ends: before } of await withHistory(db, [found])) {
    const ends = currentEnd(
      facts,
      amendments.map((amendment) => amendment.facts),
    );
    if (ends !== before) await db<FactsRow>('contract_facts').where({ entry: found.entry }).update({ ends });
  }
}

function noted(db: Knex, what: NotedFacts['is']): Knex.QueryBuilder {
  return db('entry')
    .join('contract_facts', 'contract_facts.entry', 'entry.id')
    .where('contract_facts.what', what)
    .select('contract_facts.entry', 'contract_facts.facts', 'contract_facts.ends', ...ROW.map((column) => `entry.${column}`));
}

function named({ series, year, number }: ActName): Readonly<Record<string, string | number>> {
  return { 'entry.series': series, 'entry.year': year, 'entry.number': number };
}

/** The contracts of a page with what later documents that are not void did to each, in order of registration. */
async function withHistory(db: Knex, page: readonly Found[]): Promise<ContractOnRecord[]> {
  const later: (Found & { readonly of: number; readonly what: NotedFacts['is'] })[] = await db('entry as target')
    .join('effect', (join) =>
      join.on('effect.series', 'target.series').on('effect.year', 'target.year').on('effect.number', 'target.number'),
    )
    .join('entry', 'entry.id', 'effect.acting')
    .join('contract_facts', 'contract_facts.entry', 'entry.id')
    .whereIn(
      'target.id',
      page.map(({ entry }) => entry),
    )
    .whereIn('effect.how', ['amends', 'terminates'])
    .whereNot('entry.state', 'void')
    .orderBy(['effect.seq', 'effect.id'])
    .select(
      'target.id as of',
      'contract_facts.what',
      'contract_facts.entry',
      'contract_facts.facts',
      ...ROW.map((column) => `entry.${column}`),
    );
  const of = (entry: number, what: NotedFacts['is']): typeof later => later.filter((one) => one.of === entry && one.what === what);
  return page.map((found) => ({
    ...read<ContractFacts>(found),
    amendments: of(found.entry, 'amendment').map((one) => read<AmendmentFacts>(one)),
    terminations: of(found.entry, 'termination').map((one) => read<TerminationFacts>(one)),
    ends: found.ends,
  }));
}

function read<Facts extends NotedFacts>(found: Found): Noted<Facts> {
  const { series, year, number, ordinal, date, title, kind, state, path, office } = found;
  return { row: { series, year, number, ordinal, date, title, kind, state, path, office }, facts: JSON.parse(found.facts) as Facts };
}
