import type { Knex } from 'knex';
import type { EntryState } from '../model/act.js';
import type { LocalDate } from '../model/date.js';
import type { Digest } from '../model/digest.js';
import { type ActName, nameOf } from '../model/effect.js';
import type { NewEntry } from '../model/ports.js';
import { idOfEntry, type ProjectVersion } from '../model/project-book.js';
import type { MeetingPaperOnRecord, ProjectBook } from '../model/project-records.js';
import { type NotedMeeting, type ProjectStep, submission, type TakenProjectStep, versionStates } from '../model/project-steps.js';
import type { Registration } from '../model/registration.js';
import type { Desk } from './desk.js';

interface StepRow {
  readonly id: number;
  /** Of the document that does it. */
  readonly entry: number;
  readonly project: string;
  readonly step: string;
  readonly seq: number;
}

interface PaperRow extends NotedMeeting {
  readonly id: number;
  readonly entry: number;
  readonly seq: number;
}

/** What the database knows of projects and meetings. */
export function projectStore({ engine }: Desk): ProjectBook {
  return {
    steps: (project) => engine.read((db) => takenSteps(db, project === undefined ? {} : { 'step.project': project })),

    papersOf: (body, date) =>
      engine.read(async (db) => {
        const rows: (Named & Pick<PaperRow, 'entry' | 'meets'>)[] = await db('meeting_paper as paper')
          .join('entry as acting', 'acting.id', 'paper.entry')
          .whereNot('acting.state', 'void')
          .where({ 'paper.body': body, 'paper.date': date })
          .orderBy(['paper.seq', 'paper.id'])
          .select('paper.entry', 'paper.meets', ...NAME);
        const papers: MeetingPaperOnRecord[] = [];
        for (const { entry, meets, ...by } of rows) papers.push({ by, meets, steps: await takenSteps(db, { 'step.entry': entry }) });
        return papers;
      }),

    noted: () =>
      engine.read(async (db) => {
        const noted = new Map<Digest, { steps: ProjectStep[]; meeting: NotedMeeting | undefined }>();
        const of = (drop: Digest) => {
          const found = noted.get(drop) ?? { steps: [], meeting: undefined };
          noted.set(drop, found);
          return found;
        };
        const steps: { drop: Digest; step: string }[] = await db('project_step as step')
          .join('entry as acting', 'acting.id', 'step.entry')
          .orderBy('step.id')
          .select('acting.drop', 'step.step');
        for (const { drop, step } of steps) of(drop).steps.push(JSON.parse(step) as ProjectStep);
        const papers: (NotedMeeting & { drop: Digest })[] = await db('meeting_paper as paper')
          .join('entry as acting', 'acting.id', 'paper.entry')
          .select('acting.drop', 'paper.meets', 'paper.body', 'paper.date');
        for (const { drop, ...meeting } of papers) of(drop).meeting = meeting;
        return noted;
      }),
  };
}

type Named = ActName & { readonly date: LocalDate };
const NAME = ['acting.series', 'acting.year', 'acting.number', 'acting.date'] as const;

async function takenSteps(db: Knex, where: Readonly<Record<string, string | number>>): Promise<TakenProjectStep[]> {
  const rows: (Named & Pick<StepRow, 'step'>)[] = await db('project_step as step')
    .join('entry as acting', 'acting.id', 'step.entry')
    .whereNot('acting.state', 'void')
    .where(where)
    .orderBy(['step.seq', 'step.id'])
    .select('step.step', ...NAME);
  return rows.map(({ step, ...by }) => ({ ...(JSON.parse(step) as ProjectStep), by }));
}

/** Keeps, within a transaction of `write`, what the document of an entry does to projects, and of which meeting it is. */
export async function keepProjects(
  db: Knex,
  entry: number,
  { steps, meeting }: { readonly steps: readonly ProjectStep[]; readonly meeting: NotedMeeting | undefined },
  seq: number,
): Promise<void> {
  for (const step of steps) await db<StepRow>('project_step').insert({ entry, project: step.project, step: JSON.stringify(step), seq });
  if (meeting !== undefined) await db<PaperRow>('meeting_paper').insert({ entry, ...meeting, seq });
}

/** What a new entry does to projects: a version of one is entered as the next of its id. */
export async function stepsOfNew(
  db: Knex,
  { project, projectSteps = [] }: Pick<NewEntry, 'project' | 'projectSteps'>,
  place: Pick<Registration, 'series' | 'year' | 'ordinal' | 'date'>,
): Promise<readonly ProjectStep[]> {
  if (project === undefined) return projectSteps;
  const id = project.id ?? idOfEntry(place);
  const before = (await db<StepRow>('project_step').where({ project: id }).select('step')).filter(({ step }) => isSubmission(step));
  return [submission({ id, version: before.length + 1 }, place.date)];
}

/** The version that an entry is; undefined for all but those of a book of projects. */
export async function versionOf(db: Knex, drop: Digest): Promise<ProjectVersion | undefined> {
  const rows: Pick<StepRow, 'step'>[] = await db('project_step as step')
    .join('entry', 'entry.id', 'step.entry')
    .where({ 'entry.drop': drop })
    .select('step.step');
  const [own] = rows.filter(({ step }) => isSubmission(step)).map(({ step }) => JSON.parse(step) as ProjectStep);
  return own?.version === undefined ? undefined : { id: own.project, version: own.version };
}

/** What a meeting made of the version that is this entry; undefined for all others. */
export async function decidedState(db: Knex, entry: ActName): Promise<EntryState | undefined> {
  const { series, year, number } = entry;
  const row = await db<StepRow>('project_step')
    .join('entry', 'entry.id', 'project_step.entry')
    .where({ 'entry.series': series, 'entry.year': year, 'entry.number': number })
    .first('project_step.project', 'project_step.step');
  if (row === undefined || !isSubmission(row.step)) return undefined;
  return versionStates(await takenSteps(db, { 'step.project': row.project })).get(nameOf(entry));
}

/** Entries of the versions of every project that the document of an entry does something to, or of all. */
export async function versionsTouched(db: Knex, acting?: number): Promise<ActName[]> {
  const touched = db<StepRow>('project_step').distinct('project');
  if (acting !== undefined) touched.where({ entry: acting });
  const projects = await touched.pluck('project');
  if (projects.length === 0) return [];
  const rows: (ActName & Pick<StepRow, 'step'>)[] = await db('project_step as step')
    .join('entry', 'entry.id', 'step.entry')
    .whereIn('step.project', projects)
    .orderBy('step.id')
    .select('step.step', 'entry.series', 'entry.year', 'entry.number');
  return rows.filter(({ step }) => isSubmission(step)).map(({ series, year, number }) => ({ series, year, number }));
}

function isSubmission(step: string): boolean {
  return (JSON.parse(step) as ProjectStep).how === 'submits';
}
