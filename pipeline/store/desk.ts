import type { Knex } from 'knex';
import type { JournalEvent } from '../model/journal.js';
import type { Clock } from '../model/ports.js';
import type { Engine } from './engine.js';

/** An event of the journal and when it was. */
export type Noted = JournalEvent & { readonly at: string };

/** What every part of the store works with. */
export interface Desk {
  readonly engine: Engine;
  readonly clock: Clock;
  /** Which of the folders that share the register this one is. */
  readonly office: string;
  /** Within a transaction of `write`: Fault `lease-lost` if another runner has taken the claim over; then its first runner may write no more of it. */
  holds(db: Knex, claim: string | null): Promise<void>;
  /** Kept with the next line that a `write` appends; what ends the process before that loses it. */
  note(noted: Noted): void;
  /** Within a transaction of `write`: what is to be kept in it. */
  takeNoted(): readonly Noted[];
  /** `Engine.write`; what it takes of the notes and then does not commit waits again. */
  write<T>(work: (db: Knex) => Promise<T>): Promise<T>;
  /** Keeps what was noted now. */
  keepNoted(): Promise<void>;
}

/** A desk whose notes `keep` writes into the journal where no other line comes. */
export function openDesk(parts: Pick<Desk, 'engine' | 'clock' | 'office' | 'holds'>, keep: (db: Knex, desk: Desk) => Promise<void>): Desk {
  let waiting: readonly Noted[] = [];
  /** Of the transaction that runs now: there is one at a time. */
  let taken: Noted[] = [];
  const desk: Desk = {
    ...parts,
    note(noted) {
      waiting = [...waiting, noted];
    },
    takeNoted() {
      const mine = waiting;
      waiting = [];
      taken.push(...mine);
      return mine;
    },
    async write(work) {
      const mine: Noted[] = [];
      try {
        return await parts.engine.write((db) => {
          taken = mine;
          return work(db);
        });
      } catch (error) {
        waiting = [...mine, ...waiting];
        throw error;
      }
    },
    async keepNoted() {
      if (waiting.length > 0) await desk.write((db) => keep(db, desk));
    },
  };
  return desk;
}
