import { type MeasuredSheets, pagesOf } from '../model/case-files.js';
import type { DraftContent } from '../model/draft.js';
import { decidedContent } from '../model/examination.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { KnownEntry, KnownPart, Problem, Store } from '../model/ports.js';
import { archiveTree } from './archive-tree.js';
import { filedDraft } from './filed-draft.js';
import { readJournalFile } from './journal-file.js';
import { lostDetail } from './lost-lines.js';
import { actFolder, officePath } from './office-path.js';
import type { ArchiveRecord } from './record.js';
import { type RegistrationNote, readRegistrationNotes } from './registration-note.js';
import { readActRecord } from './verify-act.js';
import { readWaitingNotes } from './waiting-note.js';
import { wordsOf } from './words.js';

/** Reads a draft that was filed; undefined if it cannot be read. */
export type ContentOf = (name: string, bytes: Buffer) => Promise<DraftContent | undefined>;

/** What a rebuild found and made. */
export interface Rebuilt {
  readonly acts: number;
  /** Acts with a number that are not filed yet. */
  readonly unfiled: number;
  /** Lines of the journal that no file knew. */
  readonly lost: number;
  /** Acts whose draft cannot be read, so that search knows nothing of their words; paths. */
  readonly unread: readonly string[];
}

interface Found {
  acts: number;
  unfiled: number;
  readonly unread: string[];
}

/** Fault `archive-missing` if nothing an index could be made from lies there. */
export async function holdGround(office: Office): Promise<void> {
  const { acts, yearly } = await archiveTree(office);
  if (acts.length > 0 || yearly.length > 0 || (await readRegistrationNotes(office)).length > 0) return;
  throw new Fault('archive-missing', `${office.folders.archive} holds no act and no journal: is its disk mounted? Nothing was changed`);
}

/** What keeps an archive from being the ground of a register: records that cannot be read, say something else than was filed, or lie elsewhere. */
export async function unsoundRecords(office: Office): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const folder of (await archiveTree(office)).acts) {
    const { record, problems: wrong } = await readActRecord(office, folder);
    problems.push(...wrong);
    const path = officePath(office, folder);
    if (record === undefined) continue;
    if (actFolder(office, record) !== folder)
      problems.push({ code: 'act-misplaced', path, message: `its record says ${record.series}/${record.year}/${record.number}` });
    if (record.imported === undefined && record.destroyed === undefined && (await filedDraft(folder, record)) === undefined)
      problems.push({ code: 'file-missing', path: `${path}/draft.*`, message: 'the draft, whose words are searched, is not there' });
  }
  return problems;
}

/**
 * Fills an empty index from the files alone of the offices that share it: the acts of the archive, the yearly files of the journal, and the numbers that were
 * given to claimed drops. Leaves a line `rebuilt` in the journal that names the lines which no file knew. Ask `unsoundRecords` first.
 */
export async function rebuildIndex(offices: readonly Office[], store: Store, contentOf: ContentOf): Promise<Rebuilt> {
  const found: Found = { acts: 0, unfiled: 0, unread: [] };
  await store.refill(knownParts(offices, contentOf, found));
  const lost: number[] = [];
  let last = 0;
  for await (const { seq } of store.journal.lines()) {
    for (let gone = last + 1; gone < seq; gone += 1) lost.push(gone);
    last = seq;
  }
  const { acts, unfiled, unread } = found;
  const detail = { acts, unfiled, ...lostDetail(lost) };
  await store.journal.append({ claim: null, step: 'rebuilt', who: 'regesta', drop: null, act: null, detail });
  return { acts, unfiled, unread, lost: lost.length };
}

/** What is filed comes first: a note may be older than it, or never have been committed. */
async function* knownParts(offices: readonly Office[], contentOf: ContentOf, found: Found): AsyncGenerator<KnownPart> {
  const taken = new Set<string>();
  for (const office of offices) {
    const { acts, yearly } = await archiveTree(office);
    for (const folder of acts) {
      const { record } = await readActRecord(office, folder);
      if (record === undefined) continue;
      taken.add(record.drop.sha256).add(place(record));
      found.acts += 1;
      const entry = await filedEntry(office, folder, record, contentOf);
      if (entry.text === '' && hasWords(record)) found.unread.push(entry.path);
      yield { entry, lines: record.journal, placed: true, office: office.id };
    }
    for (const file of yearly) yield { entry: null, lines: await readJournalFile(file), placed: true, office: office.id };
  }
  const notes = await Promise.all(offices.map(async (office) => (await readRegistrationNotes(office)).map((note) => ({ office, note }))));
  for (const { office, note } of notes
    .flat()
    .sort((a, b) => (a.note.registration.registeredAt > b.note.registration.registeredAt ? -1 : 1))) {
    // Noted, and then not committed before another drop got the number: this drop will get one of its own.
    if (taken.has(note.drop) || taken.has(place(note.registration))) continue;
    taken.add(note.drop).add(place(note.registration));
    found.unfiled += 1;
    yield { entry: unfiledEntry(office, note), lines: note.journal, placed: false, office: office.id };
  }
  for (const office of offices)
    for (const { pending, journal } of await readWaitingNotes(office)) {
      // It has its number by now, which another note or its record tells.
      if (!taken.has(pending.drop)) yield { entry: null, pending, lines: journal, placed: false, office: office.id };
    }
}

function place({ series, year, ordinal }: RegistrationNote['registration']): string {
  return `${series}/${year}/${ordinal}`;
}

async function filedEntry(
  office: Office,
  folder: string,
  record: ArchiveRecord,
  contentOf: ContentOf,
): Promise<KnownEntry & { text: string }> {
  const { series, year, ordinal, number, date, registeredAt, blank, step, project, stock, contract, cases, caseWork } = record;
  const { kind, title, id, drop } = record;
  const draft = hasWords(record) ? await filedDraft(folder, record) : undefined;
  const content = draft === undefined ? undefined : await contentOf(draft.name, draft.bytes);
  return {
    registration: { series, year, ordinal, number, date, registeredAt, blank, step, project },
    ...{
      kind,
      title,
      id,
      drop: drop.sha256,
      stock,
      contract,
      caseSteps: cases,
      caseWork,
      projectSteps: record.projects,
      meeting: record.meeting,
      sheets: sheetsOf(record),
      state: record.destroyed === undefined ? 'filed' : 'destroyed',
      path: officePath(office, folder),
      ...known(record),
    },
    text: content === undefined ? '' : wordsOf(record.verdict === undefined ? content : decidedContent(content, record.verdict)),
  };
}

/** Whether the act lies there whole, and not only what is to be known of it. */
function hasWords(record: ArchiveRecord): boolean {
  return record.imported === undefined && record.void === undefined && record.destroyed === undefined;
}

/** Of a record that does not tell them the pages of the document itself, which every record does. */
function sheetsOf(record: ArchiveRecord): MeasuredSheets | undefined {
  if (record.imported !== undefined || record.void !== undefined) return undefined;
  return record.sheets ?? { count: pagesOf(record.pdf.runs), unmeasured: [] };
}

function unfiledEntry(office: Office, note: RegistrationNote): KnownEntry {
  const { registration, kind, title, id, drop, stock, contract, cases, caseWork, projects, meeting, state } = note;
  const path = officePath(office, actFolder(office, registration));
  return {
    ...{ registration, kind, title, id, drop, stock, contract, caseSteps: cases, caseWork, projectSteps: projects, meeting, state, path },
    ...known(note),
    text: null,
  };
}

function known(
  said: Pick<ArchiveRecord, 'issuer' | 'delegated' | 'effects' | 'imported'>,
): Pick<KnownEntry, 'issuer' | 'delegated' | 'effects' | 'imported'> {
  return {
    issuer: said.issuer ?? null,
    delegated: said.delegated ?? null,
    effects: said.effects ?? [],
    imported: said.imported !== undefined,
  };
}
