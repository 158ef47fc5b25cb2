import type { FiledSheets, MeasuredSheets } from './case-files.js';
import type { CaseStep, TakenCaseStep } from './case-steps.js';
import type { CaseWork } from './case-work.js';
import type { Digest } from './digest.js';
import type { ActName } from './effect.js';
import type { RegisterRow } from './register-row.js';

/** A document of a year with its sheets; null of one filed when nobody noted them. */
export interface NotedSheets extends Omit<FiledSheets, 'sheets'> {
  readonly sheets: number | null;
}

/** What is noted of cases of one document. */
export interface NotedOfCases {
  readonly steps: readonly CaseStep[];
  readonly work: CaseWork | undefined;
  readonly sheets: MeasuredSheets | undefined;
}

/** What the register knows of cases. */
export interface CaseBook {
  /** Own documents dated in a year, filed or not, in the order of the register. */
  documents(year: number): Promise<NotedSheets[]>;
  /** Whether there are any. */
  hasDocuments(year: number): Promise<boolean>;
  /** What documents that are not void did to cases, in order of registration: to all, to those of a year, or to one. */
  steps(of?: { readonly year: number; readonly index?: string | undefined }): Promise<TakenCaseStep[]>;
  /** Documents of some kinds that are not void, in order of registration. */
  ofKinds(kinds: readonly string[]): Promise<RegisterRow[]>;
  /** What a document says of how cases are formed; undefined if it says nothing, or was registered when nobody noted it. */
  workOf(act: ActName): Promise<CaseWork | undefined>;
  /** Changes whenever the own documents dated in a year do, or their states. */
  revision(year: number): Promise<string>;
  /** What is noted of cases, by drop, void documents too. */
  noted(): Promise<ReadonlyMap<Digest, NotedOfCases>>;
}
