import { type LocalDate, yearOf } from './date.js';
import type { ActReference, ChangeKind, DraftContent } from './draft.js';
import type { EntryState } from './entry-state.js';
import type { Traits } from './kind.js';

/**
 * What one act does to another: what its `changes` say; or it says that the other's number is void, that a court has judged it (R 7), that a term of
 * it is another day (R 12.8), that its tasks are done (R 12.13), that a contract ends before its term (R 27.15), or that an inventory of cases is
 * approved (R 28.4).
 */
export type EffectKind = ChangeKind | 'voids' | 'court' | 'extends' | 'releases' | 'terminates' | 'approves';

/** How an act is named everywhere: once given, no two have the same. */
export interface ActName {
  readonly series: string;
  readonly year: number;
  readonly number: string;
}

/** What an act does to another; said in its own record, for the other's is never rewritten. */
export interface Effect extends ActName {
  readonly how: EffectKind;
  /** Why a number is void. */
  readonly reason: string | null;
}

/** An effect as the register has it. */
export interface RegisteredEffect {
  readonly by: ActName & { readonly date: LocalDate; readonly state: EntryState };
  /** `date` is null where the other act is in no register of ours. */
  readonly on: ActName & { readonly date: LocalDate | null };
  readonly how: EffectKind;
  readonly reason: string | null;
}

/**
 * What an act does to others, each thing once, in the order in which its draft says it; what it names only in part it does not do. `yearIn` tells in which
 * year an act stands that is not in the year of its date.
 */
export function effectsOf(
  content: DraftContent,
  { marks, archives, project }: Pick<Traits, 'marks' | 'archives' | 'project'>,
  yearIn: (reference: ActReference) => number | undefined = () => undefined,
): readonly Effect[] {
  // What it proposes is done by the act that it may become.
  if (project) return [];
  const named: [ActReference, EffectKind | undefined][] = content.changes.map(({ act, how }) => [act, how]);
  if (content.of !== undefined) named.push([content.of, marks]);
  if (archives === 'appraises') for (const inventory of content.inventories) named.push([inventory, 'approves']);
  const effects = new Map<string, Effect>();
  for (const [reference, how] of named) {
    const { series, date, number } = reference;
    if (series === undefined || date === undefined || number === undefined || how === undefined) continue;
    const effect = {
      series,
      year: yearIn(reference) ?? yearOf(date),
      number,
      how,
      reason: how === 'voids' ? (content.reason ?? null) : null,
    };
    const key = `${how} ${nameOf(effect)}`;
    if (!effects.has(key)) effects.set(key, effect);
  }
  return [...effects.values()];
}

/** State of a filed act after everything that was done to it, in the order of registration. A judgment only marks it: to repeal it is for an act (R 7.2). */
export function stateAfter(effects: readonly EffectKind[]): EntryState {
  let isAmended = false;
  let isSuspended = false;
  let end: 'repealed' | 'cancelled' | 'terminated' | undefined;
  for (const how of effects) {
    if (how === 'voids') return 'void';
    if (how === 'amends') isAmended = true;
    if (how === 'suspends') isSuspended = true;
    if (how === 'resumes') isSuspended = false;
    if (how === 'repeals') end ??= 'repealed';
    if (how === 'cancels') end ??= 'cancelled';
    if (how === 'terminates') end ??= 'terminated';
  }
  return end ?? (isSuspended ? 'suspended' : isAmended ? 'amended' : 'filed');
}

/** Whether a number was spent in error: there is no such act. */
export function isVoid(state: EntryState): boolean {
  return state === 'void';
}

/** Whether an entry is in the register only: its act waits for pages, signatures or its place in the archive. */
export function isUnfiled(state: EntryState): boolean {
  return state === 'registered' || state === 'awaiting-signature';
}

/** Judgments about acts that nothing has amended, repealed or cancelled since (R 7.2: a draft that does is somebody's task), in order of registration. */
export function openJudgments(effects: readonly RegisteredEffect[]): readonly RegisteredEffect[] {
  const inForce = effects.filter(({ by }) => by.state !== 'void');
  return inForce.filter(
    ({ how, on }, index) =>
      how === 'court' &&
      !inForce.some((other, at) => nameOf(other.on) === nameOf(on) && ANSWERS.has(other.how) && (at > index || ENDS.has(other.how))),
  );
}

const ENDS: ReadonlySet<EffectKind> = new Set(['repeals', 'cancels', 'voids']);
const ANSWERS: ReadonlySet<EffectKind> = new Set(['amends', ...ENDS]);

/** `decision/2021/27` */
export function nameOf({ series, year, number }: ActName): string {
  return `${series}/${year}/${number}`;
}
