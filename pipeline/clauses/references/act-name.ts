/** What sort of act a name speaks of; `other` is a document that is no source of law by itself: a plan, minutes, a contract. */
export type ActSort = 'law' | 'code' | 'constitution' | 'treaty' | 'bylaw' | 'other';

/** An act as a text names it. */
export interface ActName {
  readonly sort: ActSort;
  /** Words of the title inside the quotes, in lower case. */
  readonly title?: string | undefined;
  /** Registration number after `№`, lower case. */
  readonly number?: string | undefined;
  /** `dd.mm.yyyy`. */
  readonly date?: string | undefined;
  /** Stems of the name's words, where it has no title. */
  readonly stems: readonly string[];
  /** As it stands in the text. */
  readonly text: string;
}

/** True for acts that are divided into articles. */
export function hasArticles(act: ActName): boolean {
  return act.sort === 'law' || act.sort === 'code' || act.sort === 'constitution' || act.sort === 'treaty';
}

/** Whether two names mean one act: by the title inside the quotes, else by number and date, else by word stems. */
export function isSameAct(a: ActName, b: ActName): boolean {
  if (a.sort === 'constitution' || b.sort === 'constitution') return a.sort === b.sort;
  if (a.title !== undefined && b.title !== undefined) return a.title === b.title;
  if (a.date !== undefined && b.date !== undefined && a.date !== b.date) return false;
  if (a.number !== undefined && b.number !== undefined) return a.number === b.number && a.sort === b.sort;
  if (isNumbered(a) !== isNumbered(b) || a.title !== b.title) return false;
  return a.stems.length > 0 && a.stems.length === b.stems.length && a.stems.every((stem, index) => stem === b.stems[index]);
}

function isNumbered(act: ActName): boolean {
  return act.number !== undefined || act.date !== undefined;
}
