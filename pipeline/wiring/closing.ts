import { actFolder } from '../filing/office-path.js';
import { readActRecord, verifyFiles } from '../filing/verify-act.js';
import type { CaseFile } from '../model/case-files.js';
import { type ClosingFault, closedDocuments, closedVolume, closingFaults, formedBefore } from '../model/closing.js';
import { type LocalDate, localDateAt, yearOf } from '../model/date.js';
import { isUnfiled, nameOf } from '../model/effect.js';
import type { Office } from '../model/office.js';
import type { Problem } from '../model/ports.js';
import type { RegisterRow } from '../model/register-row.js';
import { archiveView } from './archive-view.js';
import { casesIn } from './cases.js';
import { systemClock } from './clock.js';
import { filedDrafts } from './filed-drafts.js';
import { dropAtFrontDoor } from './front-door.js';
import { openOffice } from './opened-office.js';
import { unitSigner } from './unit-signer.js';

/** What must be mended before a case is closed. */
export type Mending = ClosingFault | { readonly what: 'file'; readonly row: RegisterRow; readonly problem: Problem };

/** What became of the wish to close a year. */
export type ClosedYear =
  | { readonly done: false; readonly why: 'no-nomenclature' | 'not-over' }
  | { readonly done: false; readonly why: 'to-mend'; readonly mend: readonly (Mending & { readonly index: string | null })[] }
  | { readonly done: true; readonly dropped: readonly string[]; readonly uncounted: readonly { row: RegisterRow; file: string }[] };

/**
 * Closes the cases of a year, or of one unit in it, but those that go on in the next: finds all that must be mended, or drops for each case that holds something and is not closed a draft that
 * closes it, the same for the same day and state.
 */
export async function closeYear(directory: string, year: number, unit?: string): Promise<ClosedYear> {
  const opened = await openOffice(directory);
  try {
    const { office, store } = opened;
    const archive = archiveView(office, store, filedDrafts(office));
    const today = localDateAt(systemClock.now(), office.timezone);
    const found = await casesIn(opened, year, unit);
    if (found === undefined) return { done: false, why: 'no-nomenclature' };
    if (year >= yearOf(today)) return { done: false, why: 'not-over' };
    const open = found.cases
      .filter(
        ({ file: { planned }, volumes }) => !found.goOn.has(planned.index) && volumes.some(({ standing }) => standing.closed === null),
      )
      .map(({ file }) => file);
    const mend: (Mending & { readonly index: string | null })[] = found.unplaced.map((row) => ({ what: 'unplaced', row, index: null }));
    for (const file of open) {
      const { index } = file.planned;
      const faults = closingFaults(found.formed, file, await formedBefore(file, archive)).filter(
        // What of this year lies in no case is told already.
        (fault) => fault.what !== 'unplaced' || !found.unplaced.some((row) => nameOf(row) === nameOf(fault.row)),
      );
      mend.push(...[...faults, ...(await fileFaults(office, file))].map((fault) => ({ ...fault, index })));
    }
    if (mend.length > 0) return { done: false, why: 'to-mend', mend };
    const dropped: string[] = [];
    for (const file of open) dropped.push(await dropAtFrontDoor(office, nameFor(file), closingDraft(office, file, today)));
    return { done: true, dropped, uncounted: open.flatMap(uncountedIn) };
  } finally {
    await opened.close();
  }
}

/** Files of the documents of a case that are lost or changed since they were filed. Those of another office that shares the register lie there, and are verified there. */
async function fileFaults(office: Office, { volumes }: CaseFile): Promise<Mending[]> {
  const faults: Mending[] = [];
  for (const { items } of volumes)
    for (const { row } of items) {
      if (row.office !== office.id || isUnfiled(row.state) || row.state === 'destroyed') continue;
      const folder = actFolder(office, row);
      const { record, problems } = await readActRecord(office, folder);
      const wrong =
        record === undefined
          ? problems
          : [...problems, ...(await verifyFiles(office, folder, record, () => ({ signatures: [], problems: [] }))).problems];
      faults.push(...wrong.map((problem): Mending => ({ what: 'file', row, problem })));
    }
  return faults;
}

/** The draft that closes a case. */
function closingDraft(office: Office, file: CaseFile, date: LocalDate): object {
  const { unit, category } = file.planned;
  const { issuer, signatory } = unitSigner(office, date, unit);
  const documents = closedDocuments(file);
  return {
    ...{ kind: 'case', issuer, year: file.year, unit, category },
    caseFiles: file.volumes.map((volume) => {
      const { missing: _, faults: __, ...said } = closedVolume(file, volume);
      return said;
    }),
    ...(documents.length === 0 ? {} : { documents }),
    signing: { date },
    ...(signatory === undefined ? {} : { signatory }),
  };
}

function nameFor({ year, planned: { index } }: CaseFile): string {
  return `case-${year}-${index.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}.json`;
}

function uncountedIn({ volumes }: CaseFile): { row: RegisterRow; file: string }[] {
  return volumes.flatMap(({ items }) => items.flatMap(({ row, unmeasured = [] }) => unmeasured.map((file) => ({ row, file }))));
}
