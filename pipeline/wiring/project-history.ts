import { compareTexts } from '../comparison/comparison.js';
import type { ArchiveRecord } from '../filing/record.js';
import type { Comparison } from '../model/comparison.js';
import { nameOf } from '../model/effect.js';
import { versionAdopted } from '../model/minutes.js';
import { type ProjectStanding, projectStanding } from '../model/project-steps.js';
import type { RegisterRow } from '../model/register-row.js';
import { filedDrafts } from './filed-drafts.js';
import type { OpenedOffice } from './opened-office.js';
import { projectView } from './project-view.js';

/** What became of the project that a document is a version, or the text, of. */
export interface ProjectHistory extends ProjectStanding {
  readonly id: string;
  /** Of a version: which it is. */
  readonly version: number | null;
  /** What the document has made of the version before; null for the first one, and where one of the two cannot be read. */
  readonly compared: Comparison | null;
}

/** Undefined for a document of no project. */
export async function projectHistory(
  { office, store }: Pick<OpenedOffice, 'office' | 'store'>,
  row: RegisterRow,
  record: ArchiveRecord | undefined,
): Promise<ProjectHistory | undefined> {
  const id = record?.project?.id ?? record?.projects?.find(({ how }) => how === 'registers')?.project;
  if (id === undefined) return undefined;
  const draftOf = filedDrafts(office);
  const view = projectView(store, draftOf);
  const standing = projectStanding(await store.projects.steps(id));
  const at = standing.versions.findIndex(({ by }) => nameOf(by) === nameOf(row));
  const before = at === -1 ? versionAdopted(standing, row.date) : standing.versions[at - 1];
  const [earlier, later] = [before && (await view.draftOf(before.by)), await draftOf(row)];
  const compared =
    before === undefined || earlier === undefined || later === undefined
      ? null
      : { with: { ...namedBy(before.by), version: before.version ?? 1 }, parts: compareTexts(earlier, later) };
  return { id, version: record?.project?.version ?? null, ...standing, compared };
}

function namedBy({ series, year, number }: Comparison['with'] | ProjectStanding['versions'][number]['by']) {
  return { series, year, number };
}
