import type { PlannedCaseCard } from '../../model/archive-card.js';
import type { LocalDate } from '../../model/date.js';
import type { DraftContent } from '../../model/draft.js';
import { pointerTo } from '../../model/finding.js';
import type { Norms } from '../../model/norms.js';
import { type RetentionArticle, retentionOn } from '../../model/retention.js';

/** A row of a nomenclature with its article as it holds when the year begins. */
export interface PlannedArticle {
  readonly at: string;
  readonly planned: PlannedCaseCard;
  readonly article: RetentionArticle | undefined;
}

/** The rows of a nomenclature, in its order; none of one that names no year. */
export function plannedArticles({ year, plannedCases }: DraftContent, { retention }: Norms): PlannedArticle[] {
  if (year === undefined) return [];
  const begin = `${String(year).padStart(4, '0')}-01-01` as LocalDate;
  return plannedCases.map((planned, position) => ({
    at: pointerTo('/plannedCases', position),
    planned,
    article: retentionOn(retention, planned.article ?? '', begin),
  }));
}
