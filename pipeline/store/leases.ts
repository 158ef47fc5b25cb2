import type { Knex } from 'knex';
import { Fault } from '../model/fault.js';
import type { Leases, RunnerIdentity } from '../model/ports.js';
import type { PostgresEngine } from './postgres.js';

/** How long a runner counts as living after it last said so: the longest that work of a vanished machine waits. */
export const LIFE_MS = 30_000;
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
  const renew = async (): Promise<void> => {
    await engine.beside((db) =>
      db.raw(
        `INSERT INTO runner (id, host, pid, lives_until) VALUES (?, ?, ?, ${NOW} + ?)
         ON CONFLICT (id) DO UPDATE SET lives_until = excluded.lives_until`,
        [me.id, me.host, me.pid, LIFE_MS],
      ),
    );
  };

  /** Those of `claims` that no living runner has. */
  const free = async (db: Knex, claims: readonly string[]): Promise<string[]> => {
    const runners = await living(db, me);
    const leases = new Map((await db<LeaseRow>('lease').where({ office })).map((lease) => [lease.claim, lease.runner]));
    return claims.filter((claim) => leases.get(claim) !== NOBODY && !runners.has(leases.get(claim) ?? ''));
  };

  return {
    runner: me.id,
    renewEveryMs: LIFE_MS / 3,
    renew,

    async take(claim) {
      await engine.beside((db) => db<LeaseRow>('lease').insert({ claim, office, runner: me.id }));
    },

    async takeOver(claims) {
      if (claims.length === 0 || (await engine.read((db) => free(db, claims))).length === 0) return [];
      return await engine.write(async (db) => {
        const taken = await free(db, claims);
        for (let from = 0; from < taken.length; from += BATCH) {
          const rows = taken.slice(from, from + BATCH).map((claim) => ({ claim, office, runner: me.id }));
          await db<LeaseRow>('lease').insert(rows).onConflict('claim').merge();
        }
        return taken;
      });
    },

    async park(claim) {
      await engine.beside((db) => db<LeaseRow>('lease').where({ claim, runner: me.id }).update({ runner: NOBODY }));
    },

    resume: (claim) =>
      engine.write(async (db) => {
        const lease = await db<LeaseRow>('lease').where({ claim }).first('runner');
        const holder = lease?.runner ?? NOBODY;
        if (holder !== NOBODY && holder !== me.id && (await living(db, me)).has(holder)) return false;
        await db<LeaseRow>('lease').insert({ claim, office, runner: me.id }).onConflict('claim').merge();
        return true;
      }),

    async release(claim) {
      await engine.beside((db) => db<LeaseRow>('lease').where({ claim, runner: me.id }).delete());
    },

    gone: (runners) =>
      engine.read(async (db) => {
        const there = await db<RunnerRow>('runner').select('id', 'host', 'pid');
        const kept = new Set([me.id, ...there.filter((one) => one.id !== me.id && !me.isGone(one)).map(({ id }) => id)]);
        return runners.filter((id) => !kept.has(id));
      }),

    async leave() {
      await engine.beside(async (db) => {
        await db<LeaseRow>('lease').where({ runner: me.id }).delete();
        await db<RunnerRow>('runner').where({ id: me.id }).delete();
      });
    },
  };
}

/** Ids of the runners that live, this one always among them. Rows of others that have been silent for a day are removed. */
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
