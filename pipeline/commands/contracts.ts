import { EXIT, type ExitCode } from '../exit-code.js';
import { daysBetween, type LocalDate, toDigitalStyle } from '../model/date.js';
import { nameOf } from '../model/effect.js';
import type { StepKind } from '../model/examination.js';
import { type ContractInExamination, waitingContracts } from '../wiring/pending-contracts.js';
import { say, sayJson } from './say.js';

/** Prints the contracts that wait for the legal department's verdict, the oldest first, each with what the machine remarks of it. An empty list is done, too. */
export async function contracts(directory: string, json: boolean): Promise<ExitCode> {
  const { today, contracts: waiting } = await waitingContracts(directory);
  if (json) sayJson(waiting.map((contract) => fact(contract, today)));
  else for (const contract of waiting) lines(contract, today).forEach(say);
  return EXIT.done;
}

function fact({ pending, row, due }: ContractInExamination, today: LocalDate) {
  const { drop, name, title, kind, parties, received, state, since, findings, steps } = pending;
  const daysLeft = due === null ? null : daysBetween(today, due);
  return { contract: drop, name, title, kind, parties, received, state, since, due, daysLeft, path: row.path, findings, steps };
}

const SAID: Readonly<Record<StepKind, string>> = {
  register: 'to be registered',
  refuse: 'to be refused',
  ask: 'materials asked for',
  supply: 'materials came',
};

function lines({ pending, row, due }: ContractInExamination, today: LocalDate): string[] {
  const { drop, name, title, parties, state, received, findings, steps } = pending;
  const left = due === null ? 'the clock stands' : `due ${toDigitalStyle(due)} (${daysBetween(today, due)} days left)`;
  return [
    `${drop}  ${state.padEnd(7)}  received ${toDigitalStyle(received)}  ${left}`,
    `  title     ${title}`,
    ...parties.map((party) => `  party     ${party}`),
    `  file      ${row.path}/${name}`,
    ...steps.map(({ how, date, by }) => `  step      ${SAID[how]} ${toDigitalStyle(date)} by ${nameOf(by)}`),
    ...findings.map(({ clause, rule, message }) => `  remark    ${clause ?? rule}  ${message}`),
  ];
}
