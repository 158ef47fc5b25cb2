import { join } from 'node:path';
import { officePath } from '../filing/filing.js';
import { type LocalDate, localDateAt } from '../model/date.js';
import type { PendingContract } from '../model/examination.js';
import { examineBy, type WaitingRow, waitingRow } from '../model/waiting-row.js';
import { termsOf } from './calendar.js';
import { systemClock } from './clock.js';
import { type OpenedOffice, openOffice } from './opened-office.js';

/** A contract that waits for its verdict: how a register lists it, and by when it is to be examined; null while materials are asked for. */
export interface ContractInExamination {
  readonly pending: PendingContract;
  readonly row: WaitingRow;
  readonly due: LocalDate | null;
}

/** The contracts that wait in an office's folder, the oldest first. */
export async function contractsInExamination({ office, store }: Pick<OpenedOffice, 'office' | 'store'>): Promise<ContractInExamination[]> {
  const claims = join(office.folders.work, 'claims');
  return (await store.examinations.pending())
    .filter((pending) => pending.office === office.id)
    .map((pending) => ({
      pending,
      row: waitingRow(pending, officePath(office, join(claims, pending.claim))),
      due: examineBy(pending, termsOf(office, pending.since)),
    }));
}

/** The same, and what day it is there. */
export async function waitingContracts(
  directory: string,
): Promise<{ readonly today: LocalDate; readonly contracts: readonly ContractInExamination[] }> {
  const opened = await openOffice(directory);
  try {
    return { today: localDateAt(systemClock.now(), opened.office.timezone), contracts: await contractsInExamination(opened) };
  } finally {
    await opened.close();
  }
}
