import { kinds } from '../kinds/index.js';
import type { LinkedRow } from '../model/act-on-record.js';
import type { LocalDate } from '../model/date.js';
import { EMPTY_CONTENT } from '../model/draft.js';
import { nameOf } from '../model/effect.js';
import { latestToMembers, minutesDue, reworkDue } from '../model/meeting-terms.js';
import { projectStanding, type TakenProjectStep } from '../model/project-steps.js';
import type { ContentOf } from '../model/rule.js';
import type { Term } from '../model/terms.js';
import { normsOn } from '../norms/norms.js';
import { calendarOf } from './calendar.js';
import type { OpenedOffice } from './opened-office.js';

/** Kinds that call a meeting. */
const CALLING: ReadonlySet<string> = new Set(
  kinds.filter(({ id, traits }) => traits({ ...EMPTY_CONTENT, kind: id }).meets === 'tables').map(({ id }) => id),
);

/** An agenda that is to go to the members with its projects (R 5.17), minutes that are to come (R 4.13), and texts that a meeting adopted and that have no number yet: those it changed (R 6.3), and those that came back. */
export async function meetingTerms(
  { office, store }: Pick<OpenedOffice, 'office' | 'store'>,
  byName: ReadonlyMap<string, LinkedRow>,
  contentOf: ContentOf,
): Promise<Term[]> {
  const calendar = calendarOf(office);
  const terms: Term[] = [];
  for (const row of byName.values()) {
    if (!CALLING.has(row.kind) || row.state === 'void') continue;
    const { body, date } = (await contentOf(row))?.meeting ?? {};
    if (body === undefined || date === undefined) continue;
    const papers = await store.projects.papersOf(body, date);
    // An earlier edition of an agenda is no longer to be followed.
    const last = papers.findLast(({ meets }) => meets === 'tables');
    if (last === undefined || nameOf(last.by) !== nameOf(row)) continue;
    const world = { norms: normsOn(date, office.norms), calendar };
    const term = (what: 'to-members' | 'minutes', due: LocalDate): Term => ({
      what,
      row,
      point: null,
      executor: null,
      due,
    });
    terms.push(term('to-members', latestToMembers(date, world).due));
    if (!papers.some(({ meets }) => meets === 'minutes')) terms.push(term('minutes', minutesDue(date, world).due));
  }
  for (const step of await decidedAndWaiting(store)) {
    const row = byName.get(nameOf(step.by));
    if (row === undefined) continue;
    const isChanged = step.how === 'adopts-changed';
    const due = isChanged ? reworkDue(step.date, { norms: normsOn(step.date, office.norms), calendar }).due : null;
    terms.push({ what: isChanged ? 'rework' : 'adopted-text', row, point: step.item ?? null, executor: null, due, project: step.project });
  }
  return terms;
}

/** What meetings decided to adopt and no act is of yet, in order of registration. */
async function decidedAndWaiting({ projects }: Pick<OpenedOffice['store'], 'projects'>): Promise<readonly TakenProjectStep[]> {
  const byProject = new Map<string, TakenProjectStep[]>();
  for (const step of await projects.steps()) byProject.set(step.project, [...(byProject.get(step.project) ?? []), step]);
  return [...byProject.values()].flatMap((steps) => {
    const { decided, registered } = projectStanding(steps);
    return registered === null && (decided?.how === 'adopts' || decided?.how === 'adopts-changed') ? [decided] : [];
  });
}
