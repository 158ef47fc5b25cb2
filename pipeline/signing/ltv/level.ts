import { SIGNATURE_LEVELS, type SignatureLevel } from '../../model/office.js';
import { PdfFile } from '../../pdf/pdf-file.js';
import type { Certificate } from '../certificate.js';
import type { TrustPath } from '../trust.js';
import { type Coverage, coverageOf } from './coverage.js';
import { readValidationData, type ValidationData } from './validation-data.js';

/** A sound time stamp: of a signature (in its CMS), or of the document up to `end`. */
export interface Proof {
  readonly time: Date;
  readonly path: TrustPath;
}

export interface DocumentProof extends Proof {
  readonly end: number;
}

/** What is known of a signature whose form is sound. */
export interface Provable {
  /** Where its revision ends. */
  readonly end: number;
  readonly path: TrustPath;
  /** Its own time stamp; null if it has none. */
  readonly proof: Proof | null;
}

/** Validation data as the file had it up to a byte where a revision ends. */
export type DataUpTo = (end: number) => ValidationData;

/** What the file proves of a signature. */
export interface Proved {
  readonly level: SignatureLevel;
  /** A certificate that was revoked before the signature is known to have existed. */
  readonly revoked: Coverage['revoked'];
}

/**
 * The level that a signature has by what the file proves (ETSI EN 319 142-1, 6): a time stamp on it, or on the document after it; validation
 * data on every certificate of its path and its time stamp's; and a document time stamp over that data. Without a path to a root nothing is
 * known of revocation.
 */
export function provedOf({ end, path, proof }: Provable, stamps: readonly DocumentProof[], dataUpTo: DataUpTo, fileEnd: number): Proved {
  const later = stamps.filter((stamp) => stamp.end > end);
  const first = proof ?? later[0];
  if (first === undefined) return { level: 'B-B', revoked: null };
  if ('why' in path || 'why' in first.path) return { level: 'B-T', revoked: null };
  const paths: readonly (readonly Certificate[])[] = [path.path, first.path.path];
  const own = coverageOf(path.path, dataUpTo(fileEnd), first.time);
  if (own.revoked !== null) return { level: 'B-T', revoked: own.revoked };
  const isCovered = (upTo: number): boolean => paths.every((one) => coverageOf(one, dataUpTo(upTo), first.time).whole);
  if (!isCovered(fileEnd)) return { level: 'B-T', revoked: null };
  return { level: later.some((stamp) => isCovered(stamp.end)) ? 'B-LTA' : 'B-LT', revoked: null };
}

/** True if `level` proves at least as much as `asked`. */
export function reaches(level: SignatureLevel, asked: SignatureLevel): boolean {
  return SIGNATURE_LEVELS.indexOf(level) >= SIGNATURE_LEVELS.indexOf(asked);
}

/** The lowest of some levels. */
export function lowestOf(levels: readonly SignatureLevel[]): SignatureLevel {
  return SIGNATURE_LEVELS.find((level) => levels.includes(level)) ?? 'B-B';
}

/** Until when the certificates of a time stamp's path are valid, the root's left out: it is trusted by itself. */
export function validUntil(path: readonly Certificate[]): Date {
  const [own, ...issuers] = path.length === 1 ? path : path.slice(0, -1);
  return new Date(Math.min(...[own as Certificate, ...issuers].map(({ notAfter }) => notAfter.getTime())));
}

/** The validation data of each revision of a file, read once. */
export function dataOf(file: PdfFile): DataUpTo {
  const known = new Map<number, ValidationData>();
  return (end) => {
    const data = known.get(end) ?? readValidationData(end === file.bytes.length ? file : new PdfFile(file.bytes.subarray(0, end)));
    known.set(end, data);
    return data;
  };
}
