import { setFlagsFromString } from 'node:v8';
import {
  CONTRACT_COLUMNS,
  contractRecord,
  DOCUMENT_COLUMNS,
  documentRecords,
  REFUSAL_COLUMNS,
  refusalRecord,
} from '../datasets/contracts.js';
import { csv, type DataRecord } from '../datasets/csv.js';
import { json } from '../datasets/json.js';
import {
  CONTRACT_JOURNAL,
  choiceWords,
  contractJournalRow,
  contractSpanWords,
  REFUSAL_JOURNAL,
  refusalJournalRow,
  refusalSpanWords,
} from '../kinds/contract-journal.js';
import { type ContractChoice, endsBetween, isChosen, isRefusalChosen } from '../model/contract-choice.js';
import { type ContractOnRecord, type ContractState, contractState, type Noted, type RefusalFacts } from '../model/contract-register.js';
import { type LocalDate, localDateAt, toDigitalStyle } from '../model/date.js';
import { bodyOf } from '../model/office.js';
import type { PrintedRegister, RegisterCell } from '../model/printed-register.js';
import { systemClock } from './clock.js';
import type { OpenedOffice } from './opened-office.js';

export const JOURNAL_FORMATS = ['docx', 'pdf', 'csv', 'json'] as const;
export type JournalFormat = (typeof JOURNAL_FORMATS)[number];

/**
 * Of a long journal little is in memory at once, and V8 lets four times as much lie about before it clears; with this one and a half times, which is half
 * of the process, and as fast. Read by the collector whenever it sets its next limit.
 */
const LESS_GARBAGE = '--heap-growing-percent=50';

/** The blank on which the legal department's documents stand. */
const DEPARTMENT = 'legal';

interface Dated {
  readonly contract: ContractOnRecord;
  readonly state: ContractState;
}

/** The register of contracts, or of those that went back, as somebody wants to see it; whatever its length, a few of its rows are in memory at once. */
export interface ContractJournal {
  /** A file of it, in pieces as they are made. */
  file(format: JournalFormat): AsyncIterable<Buffer | string>;
  /** What was registered about its contracts, as CSV; null where there can be nothing. */
  readonly documents: (() => AsyncIterable<string>) | null;
}

/** Reads what an opened office has on record, as it stands today. The lists of a JSON file are read one after the other. */
export function contractJournal({ office, store }: OpenedOffice, which: 'contract' | 'refusal', choice: ContractChoice): ContractJournal {
  const { year } = choice;
  const today = localDateAt(systemClock.now(), office.timezone);
  const contracts = async function* (): AsyncGenerator<Dated> {
    for await (const contract of store.contracts.contracts({ year, ...endsBetween(choice, today) })) {
      const state = contractState(contract.row.state, contract.ends, today);
      if (isChosen(contract, state, choice, today)) yield { contract, state };
    }
  };
  const refusals = async function* (): AsyncGenerator<Noted<RefusalFacts>> {
    for await (const refusal of store.contracts.refusals({ year })) if (isRefusalChosen(refusal.facts, choice)) yield refusal;
  };
  const main =
    which === 'contract'
      ? {
          ...{ name: 'contracts', columns: CONTRACT_COLUMNS, titled: 'Журнал реєстрації договорів', printed: CONTRACT_JOURNAL },
          spanWords: contractSpanWords,
          records: () => mapped(contracts(), ({ contract, state }) => [contractRecord(contract, state, office)]),
          rows: () => mapped(contracts(), ({ contract, state }) => [contractJournalRow(contract, state)]),
        }
      : {
          ...{
            name: 'refusals',
            columns: REFUSAL_COLUMNS,
            titled: 'Журнал договорів, повернутих без реєстрації',
            printed: REFUSAL_JOURNAL,
          },
          spanWords: refusalSpanWords,
          records: () => mapped(refusals(), (refusal) => [refusalRecord(refusal)]),
          rows: () => mapped(refusals(), (refusal) => [refusalJournalRow(refusal)]),
        };
  const documents = (): AsyncGenerator<DataRecord> => mapped(contracts(), ({ contract }) => documentRecords(contract));

  const printed = async (): Promise<PrintedRegister> => {
    const span = await store.contracts.span(which, { year });
    const title = `${main.titled}${year === undefined ? '' : ` за ${year} рік`}`;
    const chosen = choiceWords(choice);
    return {
      properties: { title, author: office.body.fullName, subject: main.titled, keywords: [], date: today },
      bodyNames: [...new Set([office.body.fullName, bodyOf(office, DEPARTMENT).fullName])],
      title,
      // Of a part nobody knows before its end how much it is.
      notes: [chosen !== '' ? `Відібрано: ${chosen}` : span === undefined ? '' : main.spanWords(span), asOf(today)].filter(
        (note) => note !== '',
      ),
      columns: main.printed,
      rows: main.rows(),
    };
  };
  const print = async function* (format: 'docx' | 'pdf'): AsyncGenerator<Buffer> {
    const { registerPrinting } = await import('../rendering/register/printing.js');
    setFlagsFromString(LESS_GARBAGE);
    yield* registerPrinting[format](await printed());
  };
  return {
    file(format) {
      if (format === 'docx' || format === 'pdf') return print(format);
      if (format === 'csv') return csv(main.columns, main.records());
      const beside = which === 'contract' ? [{ name: 'additionalDocuments', columns: DOCUMENT_COLUMNS, records: documents() }] : [];
      return json([{ name: main.name, columns: main.columns, records: main.records() }, ...beside]);
    },
    documents: which === 'contract' ? () => csv(DOCUMENT_COLUMNS, documents()) : null,
  };
}

function asOf(today: LocalDate): string {
  return `Станом на ${toDigitalStyle(today)}`;
}

async function* mapped<From, To extends DataRecord | readonly RegisterCell[]>(
  all: AsyncIterable<From>,
  made: (one: From) => readonly To[],
): AsyncGenerator<To> {
  for await (const one of all) yield* made(one);
}
