import { EXIT, type ExitCode } from '../exit-code.js';
import { type BlankBalance, type BlankRange, countOf } from '../model/blanks.js';
import { openOffice } from '../wiring/opened-office.js';
import { say, sayJson } from './say.js';

/** Prints the account of the blanks, form by form (R 24.9). An empty one is done, too. */
export async function blanks(directory: string, json: boolean): Promise<ExitCode> {
  const opened = await openOffice(directory);
  try {
    const balances = await opened.store.register.blanks();
    if (json) sayJson(balances.map(withCounts));
    else for (const balance of balances) lines(balance).forEach(say);
    return EXIT.done;
  } finally {
    await opened.close();
  }
}

function withCounts({ form, received, used, spoiled, free }: BlankBalance) {
  const counted = (ranges: readonly BlankRange[]) => ({ count: countOf(ranges), ranges });
  return {
    form,
    received: counted(received),
    used: counted(used),
    spoiled: { count: spoiled.length, blanks: spoiled },
    free: counted(free),
  };
}

function lines({ form, received, used, spoiled, free }: BlankBalance): string[] {
  const line = (name: string, count: number, numbers: string): string => `  ${name.padEnd(9)} ${String(count).padStart(7)}   ${numbers}`;
  const ranged = (name: string, ranges: readonly BlankRange[]): string => line(name, countOf(ranges), ranges.map(rangeText).join(', '));
  return [
    form,
    ranged('received', received),
    ranged('used', used),
    line('spoiled', spoiled.length, spoiled.map(({ number, reason }) => `${number} (${reason})`).join(', ')),
    ranged('free', free),
  ];
}

function rangeText({ from, to }: BlankRange): string {
  return from === to ? String(from) : `${from}–${to}`;
}
