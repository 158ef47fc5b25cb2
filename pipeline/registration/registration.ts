import type { Act, RegisteredAct } from '../model/act.js';
import { blankFormOf } from '../model/blank-form.js';
import { stockChangeOf } from '../model/blanks.js';
import { caseStepsOf } from '../model/case-steps.js';
import { caseWorkOf } from '../model/case-work.js';
import { notedFacts } from '../model/contract-register.js';
import { stepOf } from '../model/examination.js';
import type { JournalLine } from '../model/journal.js';
import { numberingOf } from '../model/numbering.js';
import type { Office } from '../model/office.js';
import { accepted, type Stage } from '../model/outcome.js';
import type { Held, RegisterBook } from '../model/ports.js';
import { meetingNoted, projectStepsOf } from '../model/project-steps.js';
import type { Registration } from '../model/registration.js';

/** What each is in an examination takes a step of it. */
const STEPPING: ReadonlySet<Act['traits']['examines']> = new Set(['verdict', 'asks', 'supplies']);

/** Keeps the number outside the database, too: is told it, with all journal lines of the claim, before it is committed. */
export type Noting = (act: Act, registration: Registration, lines: readonly JournalLine[], held: Held) => Promise<void>;

/**
 * Gives an act the next number of its series in the year of its date (R 6.4, R 8.6): number, register entry, journal line and what it does to other acts
 * (R 5.11) are one transaction. Run again on the same bytes it gives the number they have.
 */
export function registration(book: RegisterBook, office: Office, noting: Noting): Stage<Act, RegisteredAct> {
  return {
    name: 'registration',
    async run(act) {
      const { content } = act.draft;
      const numbering = numberingOf(office, act.kind, content, act.traits, act.date);
      if (act.traits.agreement === 'amendment' && numbering.within === undefined)
        throw new Error('No rule refused an amendment that does not name its contract');
      const step = stepOf(content, act.traits);
      if (step === undefined && STEPPING.has(act.traits.examines))
        throw new Error('No rule refused a document that makes no step of its examination');
      const entry = {
        ...numbering,
        kind: act.kind.id,
        title: act.kind.titleOf(content),
        id: act.traits.project ? null : (content.id ?? null),
        drop: act.drop.sha256,
        issuer: act.traits.issuer,
        delegated: act.traits.delegated,
        effects: act.effects,
        blankForm: blankFormOf(act.kind, content),
        stock: stockChangeOf(content),
        step,
        contract: notedFacts(content, act.traits),
        caseSteps: caseStepsOf(content, act.traits, act.date),
        project: act.traits.project ? { id: content.id ?? null } : undefined,
        projectSteps: projectStepsOf(content, act.traits, { date: act.date }, act.adopts),
        meeting: meetingNoted(content, act.traits),
        caseWork: caseWorkOf(content, act.traits),
      };
      const event = { claim: act.drop.claim, who: 'regesta', drop: act.drop.sha256, detail: { kind: act.kind.id } };
      return accepted({ act, registration: await book.register(entry, event, (given, lines, held) => noting(act, given, lines, held)) });
    },
  };
}
