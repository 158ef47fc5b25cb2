import type { Knex } from 'knex';
import type { EntryState } from '../model/act.js';
import type { LocalDate } from '../model/date.js';
import { type ActName, type Effect, type EffectKind, isUnfiled, type RegisteredEffect, stateAfter } from '../model/effect.js';
import type { RegisterRow } from '../model/register-row.js';
import { settleEnd } from './contract-store.js';
import { decidedState, versionsTouched } from './project-store.js';

interface EffectRow extends Effect {
  readonly id: number;
  /** The entry of the act that does it. */
  readonly acting: number;
  /** The line of the journal that registered that act. */
  readonly seq: number;
}

interface JoinedRow extends Effect {
  readonly target: LocalDate | null;
  readonly by_series: string;
  readonly by_year: number;
  readonly by_number: string;
  readonly by_date: LocalDate;
  readonly by_state: EntryState;
}

/** Keeps, within a transaction of `write`, what the act of an entry does to others; their states are for `settleState`. */
export async function keepEffects(db: Knex, acting: number, effects: readonly Effect[], seq: number): Promise<void> {
  for (const { series, year, number, how, reason } of effects)
    await db<EffectRow>('effect').insert({ acting, series, year, number, how, reason, seq });
}

/** State of a filed act after what acts that are not void do to it; of a project, what the meeting made of it. */
export async function stateBy(db: Knex, { series, year, number }: ActName): Promise<EntryState> {
  const hows: EffectKind[] = await ordered(db)
    .whereNot('acting.state', 'void')
    .where({ 'effect.series': series, 'effect.year': year, 'effect.number': number })
    .pluck('effect.how');
  const state = stateAfter(hows);
  return state === 'filed' ? ((await decidedState(db, { series, year, number })) ?? state) : state;
}

/**
 * Gives, within a transaction of `write`, an act that is filed the state that others make of it; one that is not yet gets it when it is. Where that makes it
 * void, what it did to others is undone, for it never was.
 */
export async function settleState(db: Knex, { series, year, number }: ActName): Promise<void> {
  const entry = await db<RegisterRow & { readonly id: number }>('entry').where({ series, year, number }).first('id', 'state');
  if (entry === undefined || isUnfiled(entry.state) || entry.state === 'destroyed') return;
  const state = await stateBy(db, { series, year, number });
  if (state === entry.state) return;
  await db('entry').where({ id: entry.id }).update({ state });
  if (state === 'void' || entry.state === 'void') await settleTargets(db, entry.id);
}

/** The same for every act that the act of an entry does something to; a contract's current term with it, and the versions of a project. */
export async function settleTargets(db: Knex, acting: number): Promise<void> {
  for (const target of await targets(db, { acting })) await settle(db, target);
  for (const version of await versionsTouched(db, acting)) await settleState(db, version);
}

async function settle(db: Knex, target: ActName): Promise<void> {
  await settleState(db, target);
  await settleEnd(db, target);
}

/** The same for every act that anything was done to. */
export async function settleAll(db: Knex): Promise<void> {
  for (const target of await targets(db)) await settle(db, target);
  for (const version of await versionsTouched(db)) await settleState(db, version);
}

/** What acts do to each other, in order of registration; all of it, or what concerns one; only what was registered before a line of the journal, if one is named. */
export async function effectsIn(db: Knex, of?: ActName, before?: number): Promise<RegisteredEffect[]> {
  const rows = ordered(db)
    .leftJoin('entry as target', (join) =>
      join.on('target.series', 'effect.series').on('target.year', 'effect.year').on('target.number', 'effect.number'),
    )
    .select('effect.series', 'effect.year', 'effect.number', 'effect.how', 'effect.reason', 'target.date as target')
    .select('acting.series as by_series', 'acting.year as by_year', 'acting.number as by_number')
    .select('acting.date as by_date', 'acting.state as by_state');
  if (of !== undefined) {
    const { series, year, number } = of;
    rows.where((either) =>
      either
        .where({ 'effect.series': series, 'effect.year': year, 'effect.number': number })
        .orWhere({ 'acting.series': series, 'acting.year': year, 'acting.number': number }),
    );
  }
  if (before !== undefined) rows.where('effect.seq', '<', before);
  const found: JoinedRow[] = await rows;
  return found.map(({ series, year, number, how, reason, target, ...by }) => ({
    by: { series: by.by_series, year: by.by_year, number: by.by_number, date: by.by_date, state: by.by_state },
    on: { series, year, number, date: target },
    how,
    reason,
  }));
}

async function targets(db: Knex, of: { readonly acting?: number } = {}): Promise<ActName[]> {
  return db('effect').where(of).distinct('series', 'year', 'number').orderBy(['series', 'year', 'number']);
}

function ordered(db: Knex): Knex.QueryBuilder {
  return db('effect').join('entry as acting', 'acting.id', 'effect.acting').orderBy('effect.seq').orderBy('effect.id');
}
