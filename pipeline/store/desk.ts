import type { Knex } from 'knex';
import type { Clock } from '../model/ports.js';
import type { Engine } from './engine.js';

/** What every part of the store works with. */
export interface Desk {
  readonly engine: Engine;
  readonly clock: Clock;
  /** Which of the folders that share the register this one is. */
  readonly office: string;
  /** Within a transaction of `write`: Fault `lease-lost` if another runner has taken the claim over; then its first runner may write no more of it. */
  holds(db: Knex, claim: string | null): Promise<void>;
}
