import type { DraftContent } from '../../model/draft.js';
import type { MeetingItem } from '../../model/meeting-card.js';
import type { RegisterWorld } from '../../model/rule.js';
import { isSpelledAlike } from '../../model/signatory.js';

/** The questions of the agenda on record of the meeting that minutes tell of; undefined where there is none, or none that can be read. */
export async function agendaOnRecord(
  { meeting }: Pick<DraftContent, 'meeting'>,
  { projects }: Pick<RegisterWorld, 'projects'>,
): Promise<readonly MeetingItem[] | undefined> {
  if (meeting?.body === undefined || meeting.date === undefined) return undefined;
  const agenda = await projects.agendaOf(meeting.body, meeting.date);
  return agenda && (await projects.draftOf(agenda))?.content.items;
}

/** Whether two papers of a meeting speak of one question: of a project in common, or, where the agenda has none for it, under one title. */
export function isSameQuestion(onAgenda: MeetingItem, other: MeetingItem): boolean {
  return onAgenda.projects.length > 0
    ? onAgenda.projects.some((project) => other.projects.includes(project))
    : onAgenda.title !== undefined && isSpelledAlike(onAgenda.title, other.title ?? '');
}
