import type { Attachment } from './drop.js';

/** Where in a file: page of a PDF, section of a DOCX, from 1; null where a file does not tell. */
type Sheet = number | null;

/** What was measured on the file of a paper (R 27.4, 27.6); rules judge it. */
export interface MeasuredOriginal {
  readonly file: string;
  /** By what the file is, not by its name; null for others. */
  readonly format: 'pdf' | 'docx' | null;
  /** Why nothing could be measured; everything else is then empty. `excessive` is a file that would take more time or memory than any contract. */
  readonly unreadable: 'broken' | 'encrypted' | 'unknown-format' | 'excessive' | null;
  /** Size of every page or section as it lies, millimetres. */
  readonly sheets: readonly { readonly sheet: Sheet; readonly widthMm: number; readonly heightMm: number }[];
  /** Second and following pages on which their number was not found; for a DOCX without a page-number field 2 alone. */
  readonly unnumbered: readonly number[];
  /** Text that is neither pure black nor of the automatic colour, once a sheet and colour, with its first words; `colour` as `#rrggbb`, or `pattern`. */
  readonly coloured: readonly { readonly sheet: Sheet; readonly colour: string; readonly text: string }[];
  /** Tracked changes and comments of a DOCX, annotations of a PDF that correct. */
  readonly corrections: readonly {
    readonly sheet: Sheet;
    readonly what: 'inserted' | 'deleted' | 'moved' | 'reformatted' | 'comment' | 'strikeout' | 'annotation';
    readonly text: string;
  }[];
  /** Pages without words that can be read, such as a scanner makes: nothing is known of their text, numbers and colours. */
  readonly scanned: readonly number[];
  /** All words, a line a paragraph or a printed line; empty for a scan. */
  readonly text: string;
  /** Signatures in a PDF, in order; empty for others. */
  readonly signatures: readonly OriginalSignature[];
}

export interface OriginalSignature {
  /** As the certificate names the signer. */
  readonly signer: string;
  /** Whether the signed bytes and the signature fit; null where this program cannot check signatures of its kind. */
  readonly intact: boolean | null;
  /** Null where nobody said whom to trust. */
  readonly trusted: boolean | null;
  /** What came after it in the file. */
  readonly laterChanges: 'none' | 'allowed' | 'forbidden';
  /** Of what was found wrong, for the operator's eye. */
  readonly problem: string | null;
}

/** The signatures of a PDF as a verifier judges them. */
export type JudgeSignatures = (pdf: Buffer) => Promise<readonly OriginalSignature[]>;

/** Measures the file of a paper; a file of no known format is `unknown-format`. Any bytes may be given. */
export type MeasureOriginal = (file: Attachment) => Promise<MeasuredOriginal>;
