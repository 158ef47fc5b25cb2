import type { CompareTexts, Comparison } from '../model/comparison.js';
import type { LocalDate } from '../model/date.js';
import type { Draft, DraftContent } from '../model/draft.js';
import type { Kind, Traits } from '../model/kind.js';
import { versionAdopted } from '../model/minutes.js';
import { numberingOf } from '../model/numbering.js';
import type { Office } from '../model/office.js';
import { projectSeries } from '../model/project-book.js';
import type { TakenProjectStep } from '../model/project-steps.js';
import type { ProjectView } from '../model/project-view.js';
import type { RegisterAsked } from './known.js';

/** The project whose adopted text an act is: it has the id of one that the same body decides on (R 6.4). */
export async function projectAdopted(
  { id }: DraftContent,
  { collegial, numbered, issuer }: Traits,
  projects: ProjectView,
): Promise<string | undefined> {
  if (id === undefined || !collegial || !numbered) return undefined;
  const { versions } = await projects.standing(id);
  return versions.some(({ by }) => by.series === projectSeries(issuer)) ? id : undefined;
}

interface Judged {
  readonly kind: Kind;
  readonly traits: Traits;
  readonly date: LocalDate;
  readonly adopts: string | undefined;
}

/** The version of its project that comes before a draft: of the text adopted the one that the meeting had, of a version the one before its own place. */
export async function versionBefore(
  content: DraftContent,
  { kind, traits, date, adopts }: Judged,
  { office, register, projects }: { readonly office: Office; readonly register: RegisterAsked; readonly projects: ProjectView },
): Promise<TakenProjectStep | undefined> {
  if (adopts !== undefined) return versionAdopted(await projects.standing(adopts), date);
  if (!traits.project || content.id === undefined) return undefined;
  const { versions } = await projects.standing(content.id);
  const own = await register.nextPlace(numberingOf(office, kind, content, traits, date));
  // A crash may have come after it got its place.
  return versions.filter(({ by }) => by.year !== own.year || by.number !== own.number).at(-1);
}

/** What a draft has made of that version; undefined without one, and where it cannot be read. */
export async function comparedWith(
  version: TakenProjectStep | undefined,
  draft: Draft,
  { projects, compare }: { readonly projects: ProjectView; readonly compare: CompareTexts },
): Promise<Comparison | undefined> {
  const before = version && (await projects.draftOf(version.by));
  if (version === undefined || before === undefined) return undefined;
  const { series, year, number } = version.by;
  return { with: { series, year, number, version: version.version ?? 1 }, parts: compare(before, draft) };
}
