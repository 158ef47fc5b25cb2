import type { DraftContent } from './draft.js';
import type { Traits } from './kind.js';

/** What a document says of how cases are formed: the cases it plans, or the document it moves and where. */
export type CaseWork = Pick<DraftContent, 'year' | 'unit' | 'plannedCases' | 'of' | 'caseFiles'>;

/** What has to stay on record of a document that is destroyed, for cases are formed by it; undefined if none are. */
export function caseWorkOf(
  { year, unit, plannedCases, of, caseFiles }: DraftContent,
  { archives }: Pick<Traits, 'archives'>,
): CaseWork | undefined {
  return archives === 'plans' || archives === 'moves' ? { year, unit, plannedCases, of, caseFiles } : undefined;
}
