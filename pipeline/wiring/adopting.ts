import { adoptedDraft, signerOf } from '../letters/adopted.js';
import type { Letter } from '../letters/letters.js';
import type { Act, ArchiveEntry, SignedAct } from '../model/act.js';
import { partsThatDiffer } from '../model/adopted-text.js';
import type { Draft, ReadDraft } from '../model/draft.js';
import { Fault } from '../model/fault.js';
import type { Kind } from '../model/kind.js';
import type { MeetingItem } from '../model/meeting-card.js';
import { adoptedProject, adoptionBy, isSameAdoption, lastVersion } from '../model/minutes.js';
import { type Office, seriesOf } from '../model/office.js';
import type { Repeating, Resting, Stage } from '../model/outcome.js';
import type { RegisterBook } from '../model/ports.js';
import type { ProjectView } from '../model/project-view.js';
import type { PostBox } from './posting.js';

export interface AdoptingParts {
  readonly office: Office;
  readonly kinds: readonly Kind[];
  readonly register: RegisterBook;
  readonly projects: ProjectView;
  readonly postBox: PostBox;
}

/** Validation before which the adopted text of a project that has its number already is known by its words and its vote: one project makes one act, whoever brings it first. */
export function adoptedOnce<Pause extends Resting>(
  check: Stage<ReadDraft, Act, Pause>,
  { office, kinds, register, projects }: Pick<AdoptingParts, 'office' | 'kinds' | 'register' | 'projects'>,
): Stage<ReadDraft, Act, Pause | Repeating> {
  const actOf = async ({ draft, drop, flaws }: ReadDraft): Promise<Repeating | undefined> => {
    const { content } = draft;
    const kind = kinds.find(({ id }) => id === content.kind);
    const traits = kind?.traits(content);
    if (kind === undefined || content.id === undefined || flaws.length > 0 || !traits?.collegial || !traits.numbered) return undefined;
    if ((await register.byDrop(drop.sha256)) !== undefined) return undefined;
    const series = seriesOf(office, kind, content).id;
    const entry = await register.byId(series, content.id);
    if (entry === undefined || entry.state === 'void' || (await projects.standing(content.id)).registered === null) return undefined;
    const row = await register.find(series, entry.year, entry.number);
    const act = row && (await projects.draftOf(row));
    return row !== undefined && act !== undefined && isSameDecision(act, draft) ? { ok: false, repeats: row } : undefined;
  };
  return {
    name: check.name,
    run: async (read) => (await actOf(read)) ?? check.run(read),
  };
}

function isSameDecision(one: Draft, other: Draft): boolean {
  const { adoption } = other.content;
  return adoption !== undefined && isSameAdoption(one.content.adoption ?? {}, adoption) && partsThatDiffer(one, other).length === 0;
}

/**
 * Filing of minutes before which what they adopt without changes goes to the front door, in the order of the questions (R 6.1, 6.4): the text of the project that was before the
 * meeting, with the vote. What has its number by then is not posted, and a text that was changed comes from whoever mends it (R 6.3).
 */
export function adopting(
  filing: Stage<SignedAct, ArchiveEntry>,
  { office, kinds, projects, postBox }: Omit<AdoptingParts, 'register'>,
): Stage<SignedAct, ArchiveEntry> {
  const letterOf = async (item: MeetingItem, index: number, { drop, draft }: Act): Promise<readonly Letter[]> => {
    const { meeting } = draft.content;
    const id = item.outcome === 'adopted' ? adoptedProject(item) : undefined;
    if (id === undefined || meeting?.date === undefined) return [];
    const standing = await projects.standing(id);
    if (standing.registered !== null) return [];
    const version = lastVersion(standing, meeting.date);
    const project = version && (await projects.draftOf(version.by));
    const kind = kinds.find((one) => one.id === project?.content.kind);
    const signatory = signerOf(office, meeting.date, meeting.chair);
    if (version === undefined || project === undefined || kind === undefined)
      throw new Fault('project-unfiled', `project "${id}" is registered, and its draft is not in the archive yet`);
    if (signatory === undefined) throw new Error('No rule refused minutes that no head signs');
    const name = `${kind.id}-${drop.claim}-${String(index + 1).padStart(3, '0')}`;
    return [adoptedDraft({ kind, id, draft: project, adoption: adoptionBy(meeting, item), signatory }, name)];
  };
  return {
    name: filing.name,
    async run(signed) {
      const { act } = signed;
      if (act.traits.meets === 'minutes') {
        const letters: Letter[] = [];
        for (const [index, item] of act.draft.content.items.entries()) letters.push(...(await letterOf(item, index, act)));
        await postBox.post(act.drop, letters);
      }
      return filing.run(signed);
    },
  };
}
