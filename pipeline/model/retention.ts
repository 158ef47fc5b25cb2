import { isWithin, type LocalDate, yearOf } from './date.js';

/** In what part of the archive a case ends (R 28.2, 28.6, 28.8): each has its own inventory and its own finishing. */
export const STORAGE_CATEGORIES = ['permanent', 'personnel', 'long-term', 'temporary'] as const;
export type StorageCategory = (typeof STORAGE_CATEGORIES)[number];

/** One article of the list of typical documents (order 578/5), as it held in a time. */
export interface RetentionArticle {
  /** `7-а` */
  readonly article: string;
  /** What documents it speaks of. */
  readonly documents: string;
  readonly category: StorageCategory;
  /** Whole calendar years; absent for what is kept for ever, and where the words set another end. */
  readonly years?: number | undefined;
  /** As it is printed in inventories: `Постійно`, `5 р. ЕПК`. */
  readonly words: string;
  /** Whether an expert commission may prolong it or select documents (ЕПК). */
  readonly isAppraised: boolean;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly source: string;
  /** How far the source was checked: `weak` rows are to be read by somebody before a case rests on them. */
  readonly mark: 'read' | 'known' | 'weak';
}

/** The article as it holds on a day. */
export function retentionOn(table: readonly RetentionArticle[], article: string, date: LocalDate): RetentionArticle | undefined {
  return table.find((row) => row.article === article && isWithin(date, row));
}

/**
 * The first day on which a case may be destroyed: terms run from 1 January of the year after that in which the case ended, and are whole calendar years.
 * Undefined for what is kept for ever or until something happens that no date tells.
 */
export function destroyableFrom(
  { category, years }: Pick<RetentionArticle, 'category' | 'years'>,
  ended: LocalDate,
): LocalDate | undefined {
  if (category === 'permanent' || years === undefined) return undefined;
  return `${String(yearOf(ended) + 1 + years).padStart(4, '0')}-01-01` as LocalDate;
}
