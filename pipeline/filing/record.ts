import type { Act, Evidence, PageRun, Registration, Revision, SignedAct } from '../model/act.js';
import { type StockChange, stockChangeOf } from '../model/blanks.js';
import type { MeasuredSheets } from '../model/case-files.js';
import { type CaseStep, caseStepsOf } from '../model/case-steps.js';
import { type CaseWork, caseWorkOf } from '../model/case-work.js';
import { type NotedFacts, notedFacts } from '../model/contract-register.js';
import type { LocalDate } from '../model/date.js';
import { type Digest, sha256 } from '../model/digest.js';
import type { ActName, Effect } from '../model/effect.js';
import type { AddressedCopy } from '../model/enclosure.js';
import type { Verdict } from '../model/examination.js';
import type { Finding } from '../model/finding.js';
import type { JournalLine } from '../model/journal.js';
import type { Traits } from '../model/kind.js';
import { ownId, type ProjectNotes, projectNotesOf } from './project-notes.js';

/** One file of an act's folder; `path` is relative to the folder, `/` between parts. */
export interface RecordedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: Digest;
}

/** What `record.json` says of an act: enough to read the archive, and to make the index again, without us (`schemas/record.schema.json`). */
export interface ArchiveRecord extends Registration, ProjectNotes {
  readonly format: 'regesta-record-1';
  readonly kind: string;
  readonly title: string;
  /** The author's own id of the draft; null for a version of a project, which has it in `projects`. */
  readonly id: string | null;
  /** Whose act it is, whether on delegated powers, and what it does to other acts; absent from records of a time when nobody noted it. */
  readonly issuer?: Traits['issuer'] | null;
  readonly delegated?: boolean | null;
  readonly effects?: readonly Effect[];
  /** Of an older act: the line of the list that it was entered from. */
  readonly imported?: { readonly file: string; readonly sha256: Digest; readonly line: number };
  /** Of one whose number was declared void before it was signed: by which act, and why. Only its draft lies here. */
  readonly void?: ActName & { readonly date: LocalDate; readonly reason: string | null };
  /** Of one whose files were destroyed with their case (R 28.2): by which act. Only this record lies here, with the digests of what it was. */
  readonly destroyed?: ActName & { readonly date: LocalDate };
  /** The drop: its own name, who dropped it, when it was taken, and under which claim. */
  readonly drop: {
    readonly name: string;
    readonly sha256: Digest;
    readonly droppedBy: string | null;
    readonly receivedAt: string;
    readonly claim: string;
  };
  /** What a document about blanks says of their stock (R 24.9). */
  readonly stock?: StockChange | undefined;
  /** Of a contract: the examination by which it was registered, and who signed that (R 27.8). */
  readonly verdict?: (ActName & Pick<Verdict, 'date' | 'signatory'>) | undefined;
  /** What is noted of a contract, or of a document about one (R 27.10). */
  readonly contract?: NotedFacts | undefined;
  /** What it does to cases (R 28). */
  readonly cases?: readonly CaseStep[] | undefined;
  /** Of one by which cases are formed: what it says of them. */
  readonly caseWork?: CaseWork | undefined;
  readonly files: readonly RecordedFile[];
  /** Page runs of `act.pdf`, its revisions, the unsigned bytes first, and where proofs were asked for, how far they reach. */
  readonly pdf: { readonly runs: readonly PageRun[]; readonly revisions: readonly Revision[] } & Partial<Evidence>;
  /** Of its one-sided print; absent from records of a time when nobody noted them. */
  readonly sheets?: MeasuredSheets | undefined;
  readonly warnings: readonly Finding[];
  /** Who is sent which of the files (R 6.4, 8.7, 13.11). */
  readonly copies?: readonly AddressedCopy[];
  /** Every line of the journal that concerns this act. */
  readonly journal: readonly JournalLine[];
}

/** The record of a signed act; `journal` is every line of its claim. */
export function recordOf(
  signed: SignedAct,
  files: readonly RecordedFile[],
  { copies, sheets }: { readonly copies: readonly AddressedCopy[]; readonly sheets: MeasuredSheets },
  journal: readonly JournalLine[],
): ArchiveRecord {
  const { act, registration } = signed;
  const { verdict } = act;
  const { name, sha256, droppedBy, receivedAt, claim } = act.drop;
  const stock = stockChangeOf(act.draft.content);
  const contract = notedFacts(act.draft.content, act.traits);
  const cases = caseStepsOf(act.draft.content, act.traits, act.date);
  const caseWork = caseWorkOf(act.draft.content, act.traits);
  return {
    format: 'regesta-record-1',
    ...registration,
    kind: act.kind.id,
    title: act.kind.titleOf(act.draft.content),
    id: ownId(act),
    ...laterLife(act),
    drop: { name, sha256, droppedBy, receivedAt, claim },
    ...(stock === undefined ? {} : { stock }),
    ...(verdict === undefined ? {} : { verdict: { ...verdict.by, signatory: verdict.signatory } }),
    ...(contract === undefined ? {} : { contract }),
    ...(cases.length === 0 ? {} : { cases }),
    ...projectNotesOf(act, registration),
    ...(caseWork === undefined ? {} : { caseWork }),
    files,
    pdf: { runs: signed.pdf.runs, revisions: signed.signed.revisions, ...signed.signed.evidence },
    sheets,
    warnings: act.warnings,
    copies,
    journal,
  };
}

/** What rules ask later of an act, and what it does to others. */
export function laterLife({ traits, effects }: Act): Required<Pick<ArchiveRecord, 'issuer' | 'delegated' | 'effects'>> {
  return { issuer: traits.issuer, delegated: traits.delegated, effects };
}

/** The record as it lies in the archive. */
export function recordText(record: ArchiveRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Digest of all that a record says but its journal lines; the journal's line `filed` or `imported`, or the last `extended`, carries it, so a changed record shows. */
export function recordDigest(record: ArchiveRecord): Digest {
  return sha256(recordText({ ...record, journal: [] }));
}
