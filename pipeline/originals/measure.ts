import type { MeasuredOriginal } from '../model/original.js';
import type { Measures } from './measures.js';

/** A file as it is measured, before its signatures are. */
export interface Measured {
  readonly format: MeasuredOriginal['format'];
  readonly outcome: Measures | NonNullable<MeasuredOriginal['unreadable']>;
}

/** Measures the bytes of a paper by what they are, whatever its name says. Loads what one format takes with its first file. */
export async function measure(bytes: Buffer): Promise<Measured> {
  // A PDF may begin within its first kilobyte (ISO 32000-1, annex H).
  if (bytes.subarray(0, 1024).includes('%PDF-')) {
    const { measurePdf } = await import('./measure-pdf.js');
    return { format: 'pdf', outcome: await measurePdf(bytes, LIMITS.pdf) };
  }
  if (bytes.subarray(0, 4).equals(ZIP)) {
    const { measureDocx } = await import('./measure-docx.js');
    const outcome = await measureDocx(bytes, LIMITS.docx);
    return { format: outcome === 'unknown-format' ? null : 'docx', outcome };
  }
  // Word encrypts a document inside a file of the older format, in a stream of this name ([MS-OFFCRYPTO] 1.3).
  if (bytes.subarray(0, 8).equals(COMPOUND) && bytes.includes(ENCRYPTED)) return { format: 'docx', outcome: 'encrypted' };
  return { format: null, outcome: 'unknown-format' };
}

/** Many times what a contract with its annexes in one file has. */
const LIMITS = {
  pdf: { pages: 1000, operators: 5_000_000 },
  docx: { entries: 2000, bytes: 64 * 1024 * 1024 },
} as const;

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
