import { kinds } from '../kinds/index.js';
import { type LocalDate, localDateAt } from '../model/date.js';
import { Fault } from '../model/fault.js';
import type { Kind } from '../model/kind.js';
import { doubtfulBases, type LegalBasis } from '../model/legal-basis.js';
import type { Office } from '../model/office.js';
import type { Task, TaskAct } from '../model/task.js';
import { normsOn } from '../norms/norms.js';
import { type KnownToday, skeletonOf, xmlOf } from '../skeleton/skeleton.js';
import { TASKS } from '../tasks/tasks.js';
import { systemClock } from './clock.js';

/** What `regesta new` begins, or why it cannot. */
export type Begun =
  | { readonly text: string; readonly act: TaskAct | undefined; readonly doubtful: readonly LegalBasis[]; readonly task: Task | undefined }
  | { readonly text: undefined; readonly task: Task };

/**
 * The text of a skeleton draft of a kind, or of the act that a task of the catalogue ends in, with what the office knows today if one is named; no
 * text for a task that ends in no act. Fault `usage` for a kind or a task that there is not.
 */
export async function skeletonText(id: string, format: 'json' | 'xml', directory: string | undefined): Promise<Begun> {
  const task = TASKS.find((candidate) => candidate.id === id);
  if (task !== undefined && task.ends.is !== 'act') return { text: undefined, task };
  const act = task?.ends.is === 'act' ? task.ends : undefined;
  const kind = kindNamed(act?.kind ?? id);
  const office = directory === undefined ? undefined : await officeAt(directory);
  const today = todayIn(office);
  const norms = normsOn(today, office?.norms);
  const draft = skeletonOf(
    kind,
    office && ({ office, today, visas: norms.visas } satisfies KnownToday),
    act && { act, ownLaw: `Закон України «${norms.selfGovernmentLaw}»` },
  );
  return {
    text: format === 'json' ? `${JSON.stringify(draft, null, 2)}\n` : xmlOf(draft, kind.shape, kind.id),
    doubtful: act === undefined ? [] : doubtfulBases(confirmed(act.bases, norms.legalBases), today),
    act,
    task,
  };
}

/** The catalogue of tasks. */
export function taskList(): readonly Task[] {
  return TASKS;
}

function kindNamed(id: string): Kind {
  const kind = kinds.find((candidate) => candidate.id === id);
  if (kind !== undefined) return kind;
  throw new Fault(
    'usage',
    `no kind or task "${id}"; regesta new --list shows the tasks; kinds are: ${kinds.map((each) => each.id).join(', ')}`,
  );
}

/** Bases as the office has them, which may have confirmed one; those that it does not speak of it does not doubt. */
function confirmed(bases: readonly LegalBasis[], ofOffice: readonly LegalBasis[]): LegalBasis[] {
  return bases.flatMap(({ act, norm }) => ofOffice.filter((other) => other.act === act && other.norm === norm));
}

function todayIn(office: Office | undefined): LocalDate {
  return localDateAt(systemClock.now(), office?.timezone ?? 'Europe/Kyiv');
}

async function officeAt(directory: string): Promise<Office> {
  const { readOffice } = await import('./office-here.js');
  return readOffice(directory);
}
