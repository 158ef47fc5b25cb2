import type { LocalDate } from '../../model/date.js';
import type { DraftContent } from '../../model/draft.js';
import type { Traits } from '../../model/kind.js';

/** How many members a body has, and how many came, with the pointer of the part that says so. */
export interface CountedMembers {
  readonly at: '/adoption' | '/meeting';
  readonly date?: LocalDate | undefined;
  readonly total?: number | undefined;
  readonly present?: number | undefined;
}

/** Whether a document tells of a meeting with its members: an act that it adopted, or its minutes. */
export function countsMembers({ collegial, numbered, meets }: Traits): boolean {
  return (collegial && numbered) || meets === 'minutes';
}

export function countedMembers({ adoption, meeting }: DraftContent): readonly CountedMembers[] {
  return [
    ...(adoption === undefined ? [] : [{ ...pick(adoption), at: '/adoption' } as const]),
    ...(meeting === undefined ? [] : [{ ...pick(meeting), at: '/meeting' } as const]),
  ];
}

function pick({ date, total, present }: Omit<CountedMembers, 'at'>): Omit<CountedMembers, 'at'> {
  return { date, total, present };
}
