import {
  type ContractOnRecord,
  type ContractState,
  currentTerms,
  firstDay,
  lastDay,
  type Noted,
  type RefusalFacts,
} from '../model/contract-register.js';
import type { Office } from '../model/office.js';
import type { DataRecord } from './csv.js';

/** Columns of a data set of contracts (structures of data sets to the CMU resolution of 21.10.2015 № 835). */
export const CONTRACT_COLUMNS = [
  ...[
    'uid',
    'number',
    'dateSigned',
    'investorName',
    'investorId',
    'authorityName',
    'authorityId',
    'partiesName',
    'partiesId',
    'description',
  ],
  ...['amountValue', 'startDate', 'endDate', 'status', 'url', 'text', 'legalActType', 'legalActTitle', 'legalActDate', 'legalActNumber'],
  ...['legalActUrl', 'publisherName', 'publisherId'],
] as const;

/** Of the documents that belong to them. */
export const DOCUMENT_COLUMNS = [
  'uid',
  'contractUid',
  'number',
  'dateSigned',
  'type',
  'title',
  'amountValue',
  'description',
  'url',
] as const;

/** Of the journal of refusals, for which there is no national structure. */
export const REFUSAL_COLUMNS = [
  'uid',
  'number',
  'date',
  'partiesName',
  'description',
  'dateSigned',
  'dateReceived',
  'grounds',
  'text',
] as const;

/** States of the structure; what is none of these is in force. */
const STATUSES: { readonly [State in ContractState]?: string } = {
  ended: 'Виконаний',
  terminated: 'Розірваний',
  repealed: 'Скасований',
  cancelled: 'Скасований',
  void: 'Скасований',
};
const IN_FORCE = 'Чинний';

/** Types of documents that belong to a contract. */
const AMENDMENT = 'Додаткова угода';
const TERMINATIONS = { consent: 'Угода про розірвання', court: 'Рішення суду', unknown: 'Відмітка про припинення' } as const;

/** The data set of one contract: its terms as they are now, under the number under which it is registered. */
export function contractRecord(contract: ContractOnRecord, state: ContractState, office: Pick<Office, 'body' | 'bodies'>): DataRecord {
  const { row, facts } = contract;
  const { subject, parties, amount } = currentTerms(
    facts,
    contract.amendments.map((amendment) => amendment.facts),
  );
  const ours = [office.body, ...office.bodies];
  const authority = parties.find((party) => ours.some(({ edrpou, fullName }) => edrpou === party.code || fullName === party.name));
  const [investor, ...others] = parties.filter((party) => party !== authority);
  return {
    uid: uidOf(contract),
    number: row.number,
    dateSigned: facts.concluded ?? null,
    investorName: investor?.name ?? null,
    investorId: investor?.code ?? null,
    authorityName: authority?.name ?? null,
    authorityId: authority?.code ?? null,
    partiesName: list(others.map(({ name }) => name)),
    partiesId: list(others.map(({ code }) => code)),
    description: subject ?? null,
    amountValue: amount?.value ?? null,
    startDate: firstDay(contract),
    endDate: lastDay(contract),
    status: STATUSES[state] ?? IN_FORCE,
    text: row.path,
    publisherName: office.body.fullName,
    publisherId: office.body.edrpou,
  };
}

/** Everything that was registered about one contract later. */
export function documentRecords(contract: ContractOnRecord): DataRecord[] {
  const { amendments, terminations } = contract;
  return [
    ...amendments.map(({ row, facts }) => ({
      uid: `${row.year}-${row.number}`,
      contractUid: uidOf(contract),
      number: row.number,
      dateSigned: facts.concluded ?? null,
      type: AMENDMENT,
      title: row.title,
      amountValue: facts.newTerms?.amount?.value ?? null,
      description: facts.newTerms?.subject ?? null,
    })),
    ...terminations.map(({ row, facts }) => ({
      // Numbered apart from contracts: the series keeps it from being another contract's.
      uid: `${row.series}-${row.year}-${row.number}`,
      contractUid: uidOf(contract),
      number: row.number,
      dateSigned: facts.decided ?? null,
      type: TERMINATIONS[facts.ground ?? 'unknown'],
      title: row.title,
    })),
  ];
}

/** One line of the journal of refusals. */
export function refusalRecord({ row, facts }: Noted<RefusalFacts>): DataRecord {
  const grounds = facts.grounds.map(({ clause, law, text }) => [clause === undefined ? undefined : `п. ${clause}`, law, text]);
  return {
    uid: `${row.year}-${row.number}`,
    number: row.number,
    date: row.date,
    partiesName: list(facts.addressees),
    description: facts.subject ?? null,
    dateSigned: facts.concluded ?? null,
    dateReceived: facts.received ?? null,
    grounds: list(grounds.map((ground) => ground.filter((part) => part !== undefined).join(': '))),
    text: row.path,
  };
}

function uidOf({ row }: Pick<ContractOnRecord, 'row'>): string {
  return `${row.year}-${row.number}`;
}

/** As many places as things, so that names and codes stand in the same order. */
function list(values: readonly (string | undefined)[]): string | null {
  return values.length === 0 ? null : values.map((value) => value ?? 'null').join('; ');
}
