import type { Knex } from 'knex';
import { Fault } from '../model/fault.js';
import type { Leases, RunnerIdentity } from '../model/ports.js';
import type { PostgresEngine } from './postgres.js';

/** How long a runner counts as living after it last said so: the longest that work of a vanished machine waits. */
export const LIFE_MS = 30_000;
/** After such a silence nobody waits for a runner: it is forgotten. */
const FORGOTTEN_MS = 24 * 60 * 60_000;
const BATCH = 500;
/** Has the claims that lie aside. No runner's id is so. */
const NOBODY = 'nobody';

interface RunnerRow {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  /** PostgreSQL's bigint comes as text. */
  readonly lives_until: string;
}

interface LeaseRow {
  readonly claim: string;
  readonly office: string;
  readonly runner: string;
}

/**
 * Who works on which claim. A runner says every third of `LIFE_MS` that it lives, by the database's clock; its claims are another's to take when
 * it has not said so for `LIFE_MS`, or at once when `me.isGone` knows better.
 */
export function postgresLeases(engine: PostgresEngine, office: string, me: RunnerIdentity): Leases {
  /** Claims that this process knows to have. One that it has by a commit whose answer was lost is still to be taken over. */
  const known = new Set<string>();
  const life = [me.id, me.host, me.pid, LIFE_MS];

  /** Those of `claims` that no living runner has, and if asked, those that lie aside. */
  const free = async (db: Knex, claims: readonly string[], asideToo: boolean): Promise<string[]> => {
    const runners = await living(db, me);
    const leases = new Map((await db<LeaseRow>('lease').where({ office })).map((lease) => [lease.claim, lease.runner]));
    return claims.filter((claim) => {
      const holder = leases.get(claim);
      if (holder === undefined) return true;
      if (holder === NOBODY) return asideToo;
      return holder === me.id ? !known.has(claim) : !runners.has(holder);
    });
  };

  return {
    runner: me.id,
    renewEveryMs: LIFE_MS / 3,

    async renew() {
      await engine.beside((db) => db.raw(LIVES, life));
    },

    async take(claim) {
      // Together: whoever looks must not see a claim of a runner that was silent until now.
      await engine.beside((db) =>
        db.raw(`WITH lives AS (${LIVES}) INSERT INTO lease (claim, office, runner) VALUES (?, ?, ?)`, [...life, claim, office, me.id]),
      );
      known.add(claim);
    },

    async takeOver(claims, { asideToo } = { asideToo: false }) {
      if (claims.length === 0 || (await engine.read((db) => free(db, claims, asideToo))).length === 0) return [];
      const mine = await engine.write(async (db) => {
        const taken = await free(db, claims, asideToo);
        for (let from = 0; from < taken.length; from += BATCH) {
          const rows = taken.slice(from, from + BATCH).map((claim) => ({ claim, office, runner: me.id }));
          await db<LeaseRow>('lease').insert(rows).onConflict('claim').merge();
        }
        return taken;
      });
      for (const claim of mine) known.add(claim);
      return mine;
    },

    async park(claim) {
      await engine.beside((db) => db<LeaseRow>('lease').where({ claim, runner: me.id }).update({ runner: NOBODY }));
      known.delete(claim);
    },

    async resume(claim) {
      const isMine = await engine.write(async (db) => {
        const lease = await db<LeaseRow>('lease').where({ claim }).first('runner');
        const holder = lease?.runner ?? NOBODY;
        if (holder !== NOBODY && holder !== me.id && (await living(db, me)).has(holder)) return false;
        await db<LeaseRow>('lease').insert({ claim, office, runner: me.id }).onConflict('claim').merge();
        return true;
      });
      if (isMine) known.add(claim);
      return isMine;
    },

    async release(claim) {
      await engine.beside((db) => db<LeaseRow>('lease').where({ claim, runner: me.id }).delete());
      known.delete(claim);
    },

    async gone(runners) {
      const there = await engine.beside(async (db) => {
        const silent: string[] = await db<RunnerRow>('runner').whereRaw(`lives_until < ${NOW} - ?::bigint`, [FORGOTTEN_MS]).pluck('id');
        const rows = await db<RunnerRow>('runner').select('id', 'host', 'pid');
        const ended = rows.filter((one) => one.id !== me.id && (silent.includes(one.id) || me.isGone(one))).map(({ id }) => id);
        if (ended.length > 0) await forget(db, ended);
        return new Set(rows.map(({ id }) => id).filter((id) => !ended.includes(id)));
      });
      return runners.filter((id) => id !== me.id && !there.has(id));
    },

    async leave() {
      await engine.beside(async (db) => {
        await db<LeaseRow>('lease').where({ runner: me.id }).delete();
        await db<RunnerRow>('runner').where({ id: me.id }).delete();
      });
    },
  };
}

/** What was theirs is free by that: whoever finds a claim without a lease takes it. */
async function forget(db: Knex, runners: readonly string[]): Promise<void> {
  await db<RunnerRow>('runner').whereIn('id', runners).delete();
  await db<LeaseRow>('lease').whereIn('runner', runners).delete();
}

/** Ids of the runners that live, this one always among them. */
async function living(db: Knex, me: RunnerIdentity): Promise<ReadonlySet<string>> {
  const rows = await db<RunnerRow>('runner').select('id', 'host', 'pid').whereRaw(`lives_until > ${NOW}`);
  return new Set([me.id, ...rows.filter((one) => one.id !== me.id && !me.isGone(one)).map(({ id }) => id)]);
}

/** Fault `lease-lost` unless `runner` has the lease of `claim`. To be asked within a transaction of `write`, where nobody can take it over. */
export async function holdsLease(db: Knex, claim: string, runner: string): Promise<void> {
  const lease = await db<LeaseRow>('lease').where({ claim }).first('runner');
  if (lease?.runner === runner) return;
  throw new Fault('lease-lost', `claim ${claim}: another runner has taken it over; this one was not heard of for too long`);
}

const NOW = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
const LIVES = `INSERT INTO runner (id, host, pid, lives_until) VALUES (?, ?, ?, ${NOW} + ?)
  ON CONFLICT (id) DO UPDATE SET lives_until = excluded.lives_until`;
