import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { JOURNAL_STATES } from '../model/contract-choice.js';
import { Fault } from '../model/fault.js';
import { contractJournal, JOURNAL_FORMATS, type JournalFormat } from '../wiring/contract-journal.js';
import { writeNew } from '../wiring/new-file.js';
import { openOffice } from '../wiring/opened-office.js';
import { sayError } from './say.js';

export interface JournalOptions {
  readonly year?: number;
  readonly format?: JournalFormat;
  readonly out?: string;
  /** Days. */
  readonly ending?: number;
  readonly controller?: string;
  readonly counterparty?: string;
  readonly state?: (typeof JOURNAL_STATES)[number];
}

/** Prints the register of contracts, or of those that went back, to standard output or into a new file. A journal without a row is done, too. */
export async function journal(directory: string, which: 'contract' | 'refusal', options: JournalOptions): Promise<ExitCode> {
  const { year, out, ending: endingDays, controller, counterparty, state } = options;
  const format = formatOf(options);
  if (which === 'refusal' && (endingDays !== undefined || controller !== undefined || state !== undefined))
    throw new Fault('usage', 'journal: --ending, --controller and --state are of contracts that have a number, not of refusals');
  const opened = await openOffice(directory);
  try {
    const made = contractJournal(opened, which, { year, endingDays, controller, counterparty, state });
    if (out === undefined) {
      await pipeline(Readable.from(made.file(format)), process.stdout, { end: false });
      if (format === 'csv' && made.documents !== null)
        sayError('documents about these contracts are in JSON, or beside the CSV with --out');
      return EXIT.done;
    }
    await writeNew(out, made.file(format));
    if (format === 'csv' && made.documents !== null)
      await writeNew(`${out.slice(0, -extname(out).length)}.additionalDocuments.csv`, made.documents());
    return EXIT.done;
  } finally {
    await opened.close();
  }
}

/** As told, or as the name of the file says; what is not text goes into a file only. */
function formatOf({ format, out }: JournalOptions): JournalFormat {
  const named = out === undefined ? undefined : extname(out).slice(1).toLowerCase();
  const chosen = format ?? JOURNAL_FORMATS.find((known) => known === named) ?? (out === undefined ? 'csv' : undefined);
  if (chosen === undefined || (named !== undefined && named !== chosen))
    throw new Fault('usage', `journal: the file must be named *.${chosen ?? JOURNAL_FORMATS.join(', *.')}: ${out}`);
  if (out === undefined && (chosen === 'pdf' || chosen === 'docx'))
    throw new Fault('usage', `journal: say with --out into which file the ${chosen} goes`);
  return chosen;
}
