import type { LocalDate } from './date.js';
import type { Digest } from './digest.js';
import type { Finding } from './finding.js';

/** What a report is about. */
export interface ReportFacts {
  readonly name: string;
  readonly sha256: Digest;
  /** ISO 8601 instant. */
  readonly receivedAt: string;
  readonly droppedBy: string | null;
  readonly verdict: 'refused' | 'accepted';
  readonly findings: readonly Finding[];
  /** The act the draft became; absent if it was refused. */
  readonly act?: { readonly series: string; readonly year: number; readonly number: string; readonly date: LocalDate };
  /** A file that brought signatures back to an act that has its number. */
  readonly isReturn?: boolean;
  /** The file as received, for excerpts. */
  readonly source?: Buffer;
}

/** Prints a report for a clerk (HTML, Ukrainian) and for a machine (JSON). */
export type ReportPrinter = (facts: ReportFacts) => { readonly html: string; readonly json: string };
