import { type LocalDate, parseLocalDate } from '../../pipeline/model/date.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { JournalEvent, JournalLine } from '../../pipeline/model/journal.js';
import type { Clock, IndexedAct, NewEntry, Store } from '../../pipeline/model/ports.js';
import type { Registration } from '../../pipeline/model/registration.js';

/** Goes on by one second each time it is asked. */
export function tickingClock(): Clock {
  let ticks = 0;
  return { now: () => new Date(Date.UTC(2021, 0, 20, 9) + 1000 * ticks++) };
}

export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}

/** The entry of a decision; `drop` is any name for its bytes. */
export function newEntry(drop: string, more: Partial<NewEntry> = {}): NewEntry {
  return {
    ...{
      series: 'decision',
      kind: 'decision',
      date: day('2021-01-19'),
      title: 'Про оренду землі',
      id: null,
      drop: sha256(drop),
      opening: 1,
      issuer: 'committee',
      delegated: false,
      effects: [],
    },
    formatNumber: String,
    ...more,
  };
}

export function event(drop: string, claim: string | null = `claim-${drop}`): Omit<JournalEvent, 'act' | 'step'> {
  return { claim, who: 'regesta', drop: sha256(drop), detail: {} };
}

export function indexed(drop: string, registration: Registration, text: string, title = 'Про оренду землі'): IndexedAct {
  const path = `archive/${registration.year}/${registration.series}/${registration.number}`;
  return { registration, kind: 'decision', title, drop: sha256(drop), path, text };
}

export async function journalOf(store: Store): Promise<JournalLine[]> {
  const lines: JournalLine[] = [];
  for await (const line of store.journal.lines()) lines.push(line);
  return lines;
}
