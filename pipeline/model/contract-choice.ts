import type { Party } from './contract.js';
import { type ContractOnRecord, type ContractState, currentTerms, type RefusalFacts } from './contract-register.js';
import { addDays, type LocalDate } from './date.js';

/** States that a contract with a number may have. */
export const JOURNAL_STATES = [
  'registered',
  'awaiting-signature',
  'amended',
  'ended',
  'terminated',
  'void',
] as const satisfies readonly ContractState[];

/** Which of the contracts on record are wanted; what is absent lets all pass. */
export interface ContractChoice {
  readonly year?: number | undefined;
  readonly state?: ContractState | undefined;
  /** In force, with the last day of the current term not later than so many days from today. */
  readonly endingDays?: number | undefined;
  /** A part of the name or of the post of whoever answers for its performance now. */
  readonly controller?: string | undefined;
  /** The code of a party, or a part of its name. */
  readonly counterparty?: string | undefined;
}

/** The days between which the current term of such contracts ends. */
export function endsBetween(
  { endingDays }: ContractChoice,
  today: LocalDate,
): { readonly endsFrom?: LocalDate; readonly endsTo?: LocalDate } {
  return endingDays === undefined ? {} : { endsFrom: today, endsTo: addDays(today, endingDays) };
}

/** Whether a contract, in the state it has today, is wanted. */
export function isChosen(
  { facts, amendments, ends }: ContractOnRecord,
  state: ContractState,
  choice: ContractChoice,
  today: LocalDate,
): boolean {
  const { parties, controllers } = currentTerms(
    facts,
    amendments.map((amendment) => amendment.facts),
  );
  const { endsFrom = today, endsTo } = endsBetween(choice, today);
  return (
    (choice.state === undefined || choice.state === state) &&
    (endsTo === undefined || (IN_FORCE.has(state) && ends !== null && ends >= endsFrom && ends <= endsTo)) &&
    (choice.controller === undefined || controllers.some(({ name, post }) => has(`${name ?? ''} ${post ?? ''}`, choice.controller))) &&
    (choice.counterparty === undefined || parties.some((party) => isParty(party, choice.counterparty)))
  );
}

/** Whether a refusal went to such a party. */
export function isRefusalChosen({ addressees }: RefusalFacts, { counterparty }: ContractChoice): boolean {
  return counterparty === undefined || addressees.some((addressee) => has(addressee, counterparty));
}

const IN_FORCE: ReadonlySet<ContractState> = new Set(['registered', 'amended', 'awaiting-signature']);

function isParty({ name, code }: Party, asked = ''): boolean {
  return /^\d{8,10}$/.test(asked.trim()) ? code === asked.trim() : has(name ?? '', asked);
}

function has(text: string, part = ''): boolean {
  return plain(text).includes(plain(part));
}

/** Case, kinds of quotation marks and of the apostrophe, and runs of space tell no names apart. */
function plain(text: string): string {
  return text
    .toLocaleLowerCase('uk')
    .replaceAll(/['’ʼ`]/g, 'ʼ')
    .replaceAll(/[«»"“”„]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
