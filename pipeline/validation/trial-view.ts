import { blankFormOf } from '../model/blank-form.js';
import type { LocalDate } from '../model/date.js';
import type { Draft } from '../model/draft.js';
import type { Kind, OnRecord, View } from '../model/kind.js';
import { firstPlace, numberingOf } from '../model/numbering.js';
import type { Office } from '../model/office.js';
import { idOfEntry, type ProjectVersion } from '../model/project-book.js';
import type { ProjectView } from '../model/project-view.js';
import type { RegisterAsked } from './known.js';

interface Trial {
  readonly draft: Draft;
  readonly kind: Kind;
  /** Date of the act, or of today for a draft that has none: every date is printed equally wide. */
  readonly date: LocalDate;
  readonly office: Office;
  readonly register: RegisterAsked | undefined;
  readonly projects: ProjectView | undefined;
  readonly registeredAt: string;
  readonly onRecord: OnRecord;
}

/** The words of an act under the number its series would give next, on the blank that would be next; nothing is reserved. */
export async function trialView({ draft, kind, date, office, register, projects, registeredAt, onRecord }: Trial): Promise<View> {
  const traits = kind.traits(draft.content);
  const numbering = numberingOf(office, kind, draft.content, traits, date);
  const { year, ordinal, number } = register === undefined ? firstPlace(numbering) : await register.nextPlace(numbering);
  const form = blankFormOf(kind, draft.content);
  const next = form === undefined ? null : ((await register?.blankStock(form))?.next ?? null);
  const blank = form === undefined || next === null ? undefined : { form, number: next };
  const place = { series: numbering.series, year, ordinal, number, date, registeredAt, blank };
  const project = traits.project ? await nextVersion(draft.content.id ?? idOfEntry(place), projects) : undefined;
  return kind.view(draft, { ...place, project }, office, onRecord);
}

async function nextVersion(id: string, projects: ProjectView | undefined): Promise<ProjectVersion> {
  return { id, version: ((await projects?.standing(id))?.versions.at(-1)?.version ?? 0) + 1 };
}
