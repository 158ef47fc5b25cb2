import { kinds } from '../kinds/index.js';
import { type LinkedRow, linkedRows } from '../model/act-on-record.js';
import { currentContent } from '../model/consolidate.js';
import { type LocalDate, localDateAt } from '../model/date.js';
import type { DraftContent } from '../model/draft.js';
import { nameOf, openJudgments } from '../model/effect.js';
import type { Office } from '../model/office.js';
import { isProjectSeries } from '../model/project-book.js';
import type { ContentOf } from '../model/rule.js';
import type { TermWorld } from '../model/term-norm.js';
import { type ControlStep, dispatchBy, nearTerms, openTasks, publishBy, type Term } from '../model/terms.js';
import type { WorkingCalendar } from '../model/working-calendar.js';
import { normsOn } from '../norms/norms.js';
import { calendarOf } from './calendar.js';
import { caseTerms } from './case-terms.js';
import { systemClock } from './clock.js';
import { filedDrafts } from './filed-drafts.js';
import { meetingTerms } from './meeting-terms.js';
import { type OpenedOffice, openOffice } from './opened-office.js';
import { contractsInExamination } from './pending-contracts.js';
import { planTerms } from './plan-terms.js';

/** Kinds whose drafts may set tasks, name who is sent copies, or put questions before a meeting: no other draft is read. */
const WITH_TERMS: ReadonlySet<string> = new Set(
  kinds
    .filter(({ shape }) => shape.fields.some(({ key }) => key === 'operative' || key === 'mailing' || key === 'items'))
    .map(({ id }) => id),
);
/** Acts whose drafts are read beside each other. */
const AT_ONCE = 16;

/** What is to be done about the acts of an office, today and within so many days, by what is filed. */
export async function termsDue(directory: string, within: number): Promise<{ readonly today: LocalDate; readonly terms: readonly Term[] }> {
  const opened = await openOffice(directory);
  try {
    const today = localDateAt(systemClock.now(), opened.office.timezone);
    return { today, terms: nearTerms(await allTerms(opened), today, within) };
  } finally {
    await opened.close();
  }
}

async function allTerms({ office, store }: OpenedOffice): Promise<Term[]> {
  const draftOf = filedDrafts(office);
  const calendar = calendarOf(office);
  const contentOf: ContentOf = async (row) => (await draftOf(row))?.content;
  const effects = await store.register.effects();
  const rows = linkedRows(await store.register.list({}), effects);
  const byName = new Map(rows.map((row) => [nameOf(row), row]));
  const terms = openJudgments(effects).flatMap(({ on }): Term[] => {
    const row = byName.get(nameOf(on));
    return row === undefined ? [] : [{ what: 'judgment', row, point: null, executor: null, due: null }];
  });
  for (const { pending, row, due } of await contractsInExamination({ office, store }))
    terms.push({ what: 'examination', row, point: null, executor: null, due, contract: pending.drop });
  terms.push(
    ...(await caseTerms({ office, store }, byName)),
    ...(await meetingTerms({ office, store }, byName, contentOf)),
    ...(await planTerms(rows, contentOf, office)),
  );
  const inForce = rows.filter(
    ({ state, kind, series }) => (state === 'filed' || state === 'amended') && WITH_TERMS.has(kind) && !isProjectSeries(series),
  );
  for (let from = 0; from < inForce.length; from += AT_ONCE) {
    const found = await Promise.all(
      inForce.slice(from, from + AT_ONCE).map(async (row) => {
        const content = await currentContent({ row, changedBy: row.changedBy }, store.register.act, contentOf);
        if (content === undefined) return [];
        const steps = content.operative.length === 0 ? [] : await stepsOn(row, byName, contentOf);
        return [
          ...openTasks(content, steps).map((task): Term => ({ what: 'task', row, ...task })),
          ...sendingOf(row, content, office, calendar),
        ];
      }),
    );
    terms.push(...found.flat());
  }
  return terms;
}

/** What later documents say of the terms of an act, in order of registration. */
async function stepsOn(row: LinkedRow, byName: ReadonlyMap<string, LinkedRow>, contentOf: ContentOf): Promise<ControlStep[]> {
  const steps: ControlStep[] = [];
  for (const { how, ...by } of row.changedBy) {
    if (how !== 'extends' && how !== 'releases') continue;
    const acting = byName.get(nameOf(by));
    const content = acting && (await contentOf(acting));
    if (content !== undefined) steps.push({ how, points: content.points, due: content.due });
  }
  return steps;
}

/** Copies are sent within so many days of the act's date (R 6.4, 8.7), and it is made public (R 29.1). */
function sendingOf(row: LinkedRow, content: DraftContent, office: Office, calendar: WorkingCalendar): Term[] {
  const traits = kinds.find(({ id }) => id === content.kind)?.traits(content);
  if (traits === undefined) return [];
  const world: TermWorld = { norms: normsOn(row.date, office.norms), calendar };
  const term = (what: 'dispatch' | 'publication', due: LocalDate): Term => ({ what, row, point: null, executor: null, due });
  const publication = publishBy(row.date, traits, world);
  const sending = content.mailing.length === 0 ? undefined : dispatchBy(row.date, content, traits, world);
  return [
    ...(sending === undefined ? [] : [term('dispatch', sending.due)]),
    ...(publication === undefined ? [] : [term('publication', publication)]),
  ];
}
