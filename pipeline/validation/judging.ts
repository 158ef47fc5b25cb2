import type { TrialRendition } from '../model/act.js';
import { type LocalDate, localDateAt } from '../model/date.js';
import type { ReadDraft } from '../model/draft.js';
import { Fault } from '../model/fault.js';
import type { Finding, Remark, RuleId } from '../model/finding.js';
import type { Kind, OnRecord, QuotedAct, Traits } from '../model/kind.js';
import type { MeasuredOriginal } from '../model/original.js';
import { placeOf } from '../model/place.js';
import type { Clock } from '../model/ports.js';
import type { DraftWorld, Rule } from '../model/rule.js';
import type { WorkingCalendar } from '../model/working-calendar.js';
import type { Judges, Known } from './known.js';
import { recordOf } from './on-record.js';
import { trialView } from './trial-view.js';

export interface Judgement {
  readonly kind: Kind;
  readonly traits: Traits;
  /** Flaws of reading and findings of rules in order of place; of a secret draft only that it is one (R 15). */
  readonly findings: readonly Finding[];
  /** Rules that could not be asked. */
  readonly leftOut: readonly RuleId[];
  readonly trial: TrialRendition | undefined;
  readonly onRecord: OnRecord;
}

/** The clause under which a draft is secret: nothing of such a draft is shown, laid out or copied. */
export const SECRECY = '15';

/** Asks every rule that can be asked and gives all findings at once. A rule that throws is a bug and propagates under the rule's name. */
export async function judge(judges: Judges, { draft, flaws }: Pick<ReadDraft, 'draft' | 'flaws'>, known: Known): Promise<Judgement> {
  const kind = judges.kinds.find(({ id }) => id === draft.content.kind);
  if (kind === undefined) throw new Error(`No kind "${draft.content.kind}" among those that validation was given`);
  const traits = kind.traits(draft.content);
  const date = kind.dateOf(draft.content);
  // Without an office nobody asks for it, and the first question of a process costs as much as all rules together.
  const zone = (known.office ?? known.trial?.office)?.timezone;
  const today = zone === undefined ? undefined : localDateAt(judges.clock.now(), zone);
  const calendar = known.office && judges.calendar(known.office);
  const world: DraftWorld = { kind, traits, norms: judges.norms(date, known.office?.norms) };
  const onRecord = await recordOf(draft.content, traits, known, judges);
  const { quoted } = onRecord;
  const rules = judges.rules.filter((rule) => rule.appliesTo(traits));
  const found: Finding[] = [];
  const leftOut: RuleId[] = [];
  const ask = async (rule: Rule, trial: TrialRendition | undefined, original?: MeasuredOriginal | undefined): Promise<void> => {
    const remarks = remarksOf(rule, draft, world, known, { today, calendar, trial, quoted, original });
    if (remarks === undefined) leftOut.push(rule.id);
    else for (const remark of await named(rule, remarks)) found.push(findingOf(rule, remark, draft));
  };
  for (const rule of rules) if (rule.clause === SECRECY) await ask(rule, undefined);
  if (found.length > 0) return { kind, traits, findings: found, leftOut, trial: undefined, onRecord };
  // The layout takes longest, and may be another thread's work: the other rules are asked meanwhile.
  const layout = layOut(known, draft, kind, date ?? today, judges.clock, onRecord);
  layout?.catch(() => undefined);
  for (const rule of rules) if (rule.clause !== SECRECY && !MEASURED.has(rule.needs)) await ask(rule, undefined);
  const paper = draft.attachments.find(({ name }) => name === draft.content.original?.file);
  const original = paper && (await known.measureOriginal?.(paper));
  // Without a file there is nothing to measure, and another rule has said so.
  if (paper !== undefined) for (const rule of rules) if (rule.needs === 'original') await ask(rule, undefined, original);
  const trial = await layout;
  for (const rule of rules) if (rule.needs === 'trial') await ask(rule, trial);
  const findings = [...flaws, ...found.filter((finding) => !flaws.some((flaw) => covers(flaw, finding)))].sort(byPlace);
  return { kind, traits, findings, leftOut, trial, onRecord };
}

const MEASURED: ReadonlySet<Rule['needs']> = new Set(['trial', 'original']);

/** The rule's remarks, undefined if the world lacks what it asks. */
function remarksOf(
  rule: Rule,
  draft: ReadDraft['draft'],
  world: DraftWorld,
  { office, register, draftOf, archive, projects }: Known,
  {
    today,
    calendar,
    trial,
    quoted,
    original,
  }: {
    readonly today: LocalDate | undefined;
    readonly calendar: WorkingCalendar | undefined;
    readonly trial: TrialRendition | undefined;
    readonly quoted: QuotedAct | undefined;
    readonly original: MeasuredOriginal | undefined;
  },
): (() => Iterable<Remark> | Promise<Iterable<Remark>>) | undefined {
  switch (rule.needs) {
    case 'draft':
      return () => rule.check(draft, world);
    case 'office':
      return office && today && calendar && (() => rule.check(draft, { ...world, office, today, calendar }));
    case 'register':
      return (
        office &&
        today &&
        calendar &&
        register &&
        draftOf &&
        archive &&
        projects &&
        (() =>
          rule.check(draft, {
            ...world,
            office,
            today,
            calendar,
            register,
            archive,
            projects,
            contentOf: async (row) => (await draftOf(row))?.content,
            quoted,
          }))
      );
    case 'original':
      return original && (() => rule.check(draft, { ...world, original }));
    case 'trial':
      return trial && (() => rule.check(draft, { ...world, trial }));
  }
}

async function named(rule: Rule, remarks: () => Iterable<Remark> | Promise<Iterable<Remark>>): Promise<Remark[]> {
  try {
    return [...(await remarks())];
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Error(`Rule ${rule.id} failed`, { cause });
  }
}

function layOut(
  known: Known,
  draft: ReadDraft['draft'],
  kind: Kind,
  date: LocalDate | undefined,
  clock: Clock,
  onRecord: OnRecord,
): Promise<TrialRendition> | undefined {
  const { trial } = known;
  if (trial === undefined || date === undefined) return undefined;
  const view = trialView({
    draft,
    kind,
    date,
    office: trial.office,
    register: known.register,
    projects: known.projects,
    registeredAt: clock.now().toISOString(),
    onRecord,
  });
  return view.then((laid) => trial.measure(laid));
}

function findingOf(rule: Rule, { at, page, message, expected, hint }: Remark, draft: ReadDraft['draft']): Finding {
  return {
    file: draft.source.name,
    rule: rule.id,
    clause: rule.clause,
    severity: rule.severity,
    message,
    expected: expected ?? null,
    hint: hint ?? null,
    at: placeOf(draft, at, page),
  };
}

/** What the reader has found wrong at a place, a rule need not miss there. A flaw of the file as a whole covers nothing. */
function covers(flaw: Finding, finding: Finding): boolean {
  const { pointer } = flaw.at;
  return pointer !== '' && (finding.at.pointer === pointer || finding.at.pointer.startsWith(`${pointer}/`));
}

/** By place in the file, those of no place last; then by rule. */
function byPlace(a: Finding, b: Finding): number {
  const line = (a.at.line ?? Number.POSITIVE_INFINITY) - (b.at.line ?? Number.POSITIVE_INFINITY);
  const column = (a.at.column ?? 0) - (b.at.column ?? 0);
  return (Number.isNaN(line) ? 0 : line) || column || compare(a.rule, b.rule) || compare(a.at.pointer, b.at.pointer);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
