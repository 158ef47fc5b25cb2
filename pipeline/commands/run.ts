import { availableParallelism } from 'node:os';
import { EXIT, type ExitCode } from '../exit-code.js';
import { lineLog, terminalLog } from '../wiring/log.js';
import { runOffice } from '../wiring/running.js';
import { type Tally, work } from '../working.js';

/** Takes what is dropped: once, or until it is told to stop (SIGINT, SIGTERM), and then ends after the drop in hand. */
export async function run(directory: string, once: boolean): Promise<ExitCode> {
  const log = process.stderr.isTTY ? terminalLog() : lineLog();
  const running = await runOffice(directory, log, { threads: threadsFor(availableParallelism()) });
  try {
    if (!once) log.info('watching', { inbox: running.office.folders.inbox });
    const tally = await work(running, { once, log, onStop });
    for (const name of tally.left) log.warn('still changing, left in the inbox', { file: name });
    log.info('done', { ...tally.settled, left: tally.left.length });
    return exitCode(tally);
  } finally {
    await running.close();
  }
}

/** One core takes, numbers, signs and files; it keeps no more than four others busy. */
function threadsFor(cores: number): number {
  return Math.min(4, Math.max(1, cores - 1));
}

function exitCode({ settled, left }: Tally): ExitCode {
  if (settled.fault > 0) return EXIT.fault;
  return settled.refused > 0 || left.length > 0 ? EXIT.refused : EXIT.done;
}

/** Calls `stop` at the first signal to end; a second one ends the process as it would without us. */
export function onStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
