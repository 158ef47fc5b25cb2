import type { LocalDate } from './date.js';
import { type ActName, type EffectKind, nameOf, type RegisteredEffect } from './effect.js';
import type { Traits } from './kind.js';
import type { RegisterRow } from './register-row.js';

/** The other end of an effect. */
export interface ActLink extends ActName {
  readonly date: LocalDate;
  readonly how: EffectKind;
  /** Why a number is void. */
  readonly reason: string | null;
}

/** What an act does to others of our registers, and what others do to it, in order of registration; what a void act says does nothing. */
export interface Links {
  readonly changes: readonly ActLink[];
  readonly changedBy: readonly ActLink[];
}

/** A row of a register with its links, as `register --json` prints it. */
export type LinkedRow = RegisterRow & Links;

/** What rules and later acts may know of an act on record. */
export interface ActOnRecord extends Links {
  readonly row: RegisterRow;
  /** Whose act it is; null where nobody noted it. */
  readonly issuer: Traits['issuer'] | null;
  /** Whether it was on delegated powers; null where nobody noted it, as of older acts. */
  readonly delegated: boolean | null;
  /** An older act, entered only to be referred to. */
  readonly imported: boolean;
}

/** Rows with their links. */
export function linkedRows(rows: readonly RegisterRow[], effects: readonly RegisteredEffect[]): LinkedRow[] {
  const changes = new Map<string, ActLink[]>();
  const changedBy = new Map<string, ActLink[]>();
  for (const { by, on, how, reason } of effects) {
    const { date } = on;
    if (date === null || by.state === 'void') continue;
    add(changes, by, { series: on.series, year: on.year, number: on.number, date, how, reason });
    add(changedBy, on, { series: by.series, year: by.year, number: by.number, date: by.date, how, reason });
  }
  return rows.map((row) => ({ ...row, changes: changes.get(nameOf(row)) ?? [], changedBy: changedBy.get(nameOf(row)) ?? [] }));
}

function add(links: Map<string, ActLink[]>, of: ActName, link: ActLink): void {
  const found = links.get(nameOf(of));
  if (found === undefined) links.set(nameOf(of), [link]);
  else found.push(link);
}
