import type { JournalEvent, JournalLine } from '../model/journal.js';

/** What a rebuild's line in the journal says of lines that no file knew: runs of numbers, `12-15,18`. */
export function lostDetail(seqs: readonly number[]): JournalEvent['detail'] {
  const runs: [number, number][] = [];
  for (const seq of seqs) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === seq - 1) run[1] = seq;
    else runs.push([seq, seq]);
  }
  return { lost: runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',') };
}

/** The lines that a line of the journal declares lost; none for any line but a rebuild's. */
export function* lostLines({ step, detail }: JournalLine): Generator<number> {
  const { lost } = detail;
  if (step !== 'rebuilt' || typeof lost !== 'string' || lost === '') return;
  for (const run of lost.split(',')) {
    const [from = 0, to = from] = run.split('-').map(Number);
    for (let seq = from; seq <= to; seq += 1) yield seq;
  }
}
