import type { CaseMention } from './archive-card.js';
import type { ArchiveView } from './archive-view.js';
import type { CaseFile, CaseVolume } from './case-files.js';
import { type CaseStanding, standingOf, stepsByCase, type TakenCaseStep } from './case-steps.js';
import type { DraftContent } from './draft.js';
import { pointerTo } from './finding.js';

/** Where cases are looked up. */
interface WithArchive {
  readonly archive: ArchiveView;
}

/** A formed volume with what was done to it. */
export interface StandingVolume {
  readonly volume: CaseVolume;
  readonly standing: CaseStanding;
}

/** A case as a document of the archive names it, with what is known of it. */
export interface NamedCase {
  readonly at: string;
  readonly mention: CaseMention;
  readonly year: number | undefined;
  /** Undefined if no nomenclature of that year has it. */
  readonly file: CaseFile | undefined;
  /** The volume that is meant, or all that are formed. */
  readonly volumes: readonly StandingVolume[];
}

/** A case that is known, and has the volume that is meant. */
export type KnownCase = NamedCase & { readonly year: number; readonly file: CaseFile };

/** The cases that a document names, in its order; one without a year is of the document's. */
export async function namedCases({ caseFiles, year: common }: DraftContent, world: WithArchive): Promise<NamedCase[]> {
  const years = casesByYear(world);
  const named: NamedCase[] = [];
  for (const [position, mention] of caseFiles.entries()) {
    const { index, year = common, volume } = mention;
    const known = year === undefined ? undefined : await years(year);
    const file = known?.files.get(index ?? '');
    const steps = known?.steps.get(index ?? '') ?? [];
    const meant = file?.volumes.filter(({ n }) => volume === undefined || n === volume) ?? [];
    named.push({
      ...{ at: pointerTo('/caseFiles', position), mention, year, file },
      volumes: meant.map((one) => ({ volume: one, standing: standingIn(steps, file, one) })),
    });
  }
  return named;
}

/** Those that are known and hold something: what is not, another rule has told. */
export async function knownCases(content: DraftContent, world: WithArchive): Promise<KnownCase[]> {
  return (await namedCases(content, world)).filter(
    (named): named is KnownCase => named.file !== undefined && named.year !== undefined && named.volumes.length > 0,
  );
}

interface YearOfCases {
  readonly files: ReadonlyMap<string, CaseFile>;
  readonly steps: ReadonlyMap<string, readonly TakenCaseStep[]>;
}

/** Gives the cases of a year by index; each year is looked up once. */
export function casesByYear({ archive }: WithArchive): (year: number) => Promise<YearOfCases> {
  const years = new Map<number, Promise<YearOfCases>>();
  const lookUp = async (year: number): Promise<YearOfCases> => {
    const formed = await archive.formed(year);
    const steps = stepsByCase(formed === undefined ? [] : await archive.steps({ year }));
    return { files: new Map(formed?.cases.map((file) => [file.planned.index, file])), steps };
  };
  return (year) => {
    const found = years.get(year) ?? lookUp(year);
    years.set(year, found);
    return found;
  };
}

/** What was done to a volume by the steps of its case. */
export function standingIn(steps: readonly TakenCaseStep[], file: CaseFile | undefined, { n }: CaseVolume): CaseStanding {
  return standingOf(steps, { year: file?.year ?? 0, index: file?.planned.index ?? '', volume: n });
}
