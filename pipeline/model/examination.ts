import type { LocalDate } from './date.js';
import type { Digest } from './digest.js';
import type { Addressee, DraftContent } from './draft.js';
import type { ActName } from './effect.js';
import type { ExaminationStep, KnownStep } from './examination-step.js';
import type { Finding } from './finding.js';
import type { JournalEvent, JournalLine } from './journal.js';
import type { Traits } from './kind.js';

export { type ExaminationStep, type Ground, type KnownStep, type StepKind, VERDICTS, type VerdictKind } from './examination-step.js';

/** A step, and the document that made it. */
export interface TakenStep extends ExaminationStep {
  readonly by: ActName & { readonly date: LocalDate };
}

/** A contract that every rule has let through and that has no verdict yet. */
export interface Pending {
  readonly claim: string;
  readonly drop: Digest;
  /** That will number it. */
  readonly series: string;
  readonly kind: string;
  /** Of the dropped file. */
  readonly name: string;
  readonly title: string;
  readonly subject: string | undefined;
  readonly parties: readonly string[];
  /** To whom letters about it go. */
  readonly addressees: readonly Addressee[];
  /** The day on which it came to the legal department. */
  readonly received: LocalDate;
  /** The machine's remarks, for whoever examines it. */
  readonly findings: readonly Finding[];
}

/** Where an examination stands. */
export interface Standing {
  readonly state: 'waiting' | 'asked';
  /** The day from which the two weeks run (R 27.7, 27.9): of receipt, or of the receipt of materials. */
  readonly since: LocalDate;
}

/** The same as it stands. */
export interface PendingContract extends Pending, Standing {
  readonly steps: readonly TakenStep[];
  /** `id` of the office's folder in which it lies. */
  readonly office: string;
}

/** The step that ends an examination. */
export interface Verdict extends TakenStep {
  readonly how: 'register' | 'refuse';
}

/** Keeps outside the database, too, that a contract waits: is told all journal lines of its claim, and what to call before anything shows. */
export type NoteOfWait = (lines: readonly JournalLine[], held: () => Promise<void>) => Promise<void>;

/** The contracts that wait for their number, and what was said of them; what a document says whose number is void was never said. */
export interface ExaminationBook {
  /**
   * Notes that a contract waits, with a line of the journal, and before the commit by `note`; the same claim again changes nothing but what is told of it. Gives the claim that waits with these
   * bytes, which is another if that came first. Fault `contract-decided` if these bytes have a number.
   */
  wait(pending: Pending, event: Pick<JournalEvent, 'who' | 'detail'>, note?: NoteOfWait): Promise<string>;
  /** Those that wait, the oldest first. */
  pending(): Promise<PendingContract[]>;
  /** The one of these bytes that waits. */
  waiting(contract: Digest): Promise<PendingContract | undefined>;
  /** What was decided on a claim's contract, whether it is registered by now or not. */
  verdictOn(claim: string): Promise<Verdict | undefined>;
  /** Claims of this office that have their verdict and still wait, in the order of the verdicts. */
  decided(): Promise<readonly string[]>;
  /** Claims of this office that wait for their verdict. */
  undecided(): Promise<readonly string[]>;
  /** The contract of a claim waits no more: it is returned. */
  settle(claim: string): Promise<void>;
  /** All steps ever made, by the drop of the document. */
  steps(): Promise<ReadonlyMap<Digest, KnownStep>>;
}

/** What a document does in the examination of a contract; undefined if nothing, or if it leaves out what that needs, which a rule refuses. */
export function stepOf(content: DraftContent, { examines }: Pick<Traits, 'examines'>): ExaminationStep | undefined {
  const how = examines === 'verdict' ? content.verdict : examines === undefined ? undefined : STEPS[examines];
  const date = how === 'supply' ? content.received : content.signing?.date;
  if (how === undefined || date === undefined || content.contract === undefined) return undefined;
  return { how, contract: content.contract.toLowerCase() as Digest, date, signatory: content.signatory ?? {}, grounds: content.grounds };
}

const STEPS = { asks: 'ask', supplies: 'supply', returns: undefined } as const;

/**
 * Where an examination stands after its steps: what is asked for stops the clock, what comes starts it anew. A verdict that asks and the letter that tells it are of
 * one day and one asking, whatever came between.
 */
export function standingAfter(received: LocalDate, steps: readonly ExaminationStep[]): Standing {
  let standing: Standing = { state: 'waiting', since: received };
  const asked = new Set<LocalDate>();
  for (const { how, date } of steps) {
    if (how === 'ask' && !asked.has(date)) standing = { state: 'asked', since: standing.since };
    if (how === 'ask') asked.add(date);
    if (how === 'supply') standing = { state: 'waiting', since: date };
  }
  return standing;
}

/** A contract's card as it is registered: by whom and when the verdict says (R 27.8). */
export function decidedContent(content: DraftContent, { date, signatory }: Pick<Verdict, 'date' | 'signatory'>): DraftContent {
  return { ...content, signatory, signing: { date } };
}

export function isVerdict(step: TakenStep): step is Verdict {
  return step.how === 'register' || step.how === 'refuse';
}
