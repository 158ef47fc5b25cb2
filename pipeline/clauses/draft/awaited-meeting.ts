import type { LocalDate } from '../../model/date.js';
import type { TakenProjectStep } from '../../model/project-steps.js';
import type { RegisterWorld } from '../../model/rule.js';

/** What an agenda says of a project that no meeting has decided on since, with the version that came last; undefined where none names it. */
export async function awaitedMeeting(
  id: string | undefined,
  { projects }: Pick<RegisterWorld, 'projects'>,
): Promise<{ readonly date: LocalDate; readonly tabled: TakenProjectStep; readonly last: TakenProjectStep | undefined } | undefined> {
  if (id === undefined) return undefined;
  const { tabled, decided, registered, versions } = await projects.standing(id);
  if (tabled === null || registered !== null || (decided !== null && decided.date >= tabled.date)) return undefined;
  return { date: tabled.date, tabled, last: versions.at(-1) };
}
