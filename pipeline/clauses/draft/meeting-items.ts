import { pointerTo } from '../../model/finding.js';
import type { Traits } from '../../model/kind.js';
import type { MeetingItem } from '../../model/meeting-card.js';

/** Whether a document tells what a meeting made of its questions (R 4.12). */
export function areMinutes({ meets }: Pick<Traits, 'meets'>): boolean {
  return meets === 'minutes';
}

/** Pointer to a question of a meeting, or to a part of it. */
export function itemAt(index: number, ...keys: readonly (string | number)[]): string {
  return pointerTo('/items', index, ...keys);
}

/** As messages name a question: `Питання 3`. */
export function itemCalled({ n }: Pick<MeetingItem, 'n'>, index: number): string {
  return `Питання ${n ?? index + 1}`;
}
