/** A version of a project as it was entered: the project's id, and which version, from 1; void ones are counted, for no number is given twice. */
export interface ProjectVersion {
  readonly id: string;
  readonly version: number;
}

/** Books of projects: the council's, and that of all others. */
const COUNCIL = 'council-project';
const COMMITTEE = 'project';

/** The series in which a project is entered, by who decides on it. */
export function projectSeries(issuer: string): string {
  return issuer === 'council' ? COUNCIL : COMMITTEE;
}

/** Whether a series is a book of projects: its ordinals number entries, not acts. */
export function isProjectSeries(series: string): boolean {
  return series === COUNCIL || series === COMMITTEE;
}

/** The id of a project whose author gives none: of its first entry. */
export function idOfEntry({ series, year, ordinal }: { readonly series: string; readonly year: number; readonly ordinal: number }): string {
  return `${series}-${year}-${ordinal}`;
}

/** Whether an author gives an id of the form that only an entry gives. */
export function looksGiven(id: string): boolean {
  return /^(?:council-)?project-\d{4}-\d+$/.test(id);
}
