import type { Attachment } from './draft.js';

/** Where in a file: page of a PDF, section of a DOCX, from 1; null where a file does not tell. */
type Sheet = number | null;

/** What was measured on the file of a paper (R 27.4, 27.6); rules judge it. */
export interface MeasuredOriginal {
  readonly file: string;
  readonly format: 'pdf' | 'docx';
  /** Why nothing could be measured; everything else is then empty. */
  readonly unreadable: 'broken' | 'encrypted' | 'unknown-format' | null;
  /** Size of every page or section as it lies, millimetres. */
  readonly sheets: readonly { readonly sheet: Sheet; readonly widthMm: number; readonly heightMm: number }[];
  /** Second and following pages on which their number was not found; for a DOCX without a page-number field 2 alone. */
  readonly unnumbered: readonly number[];
  /** Runs of text that are neither black nor the automatic colour; `colour` as `#rrggbb`. */
  readonly coloured: readonly { readonly sheet: Sheet; readonly colour: string; readonly text: string }[];
  /** Tracked changes and comments of a DOCX, annotations of a PDF that correct. */
  readonly corrections: readonly {
    readonly sheet: Sheet;
    readonly what: 'inserted' | 'deleted' | 'moved' | 'reformatted' | 'comment' | 'strikeout' | 'annotation';
    readonly text: string;
  }[];
  /** Pages that are pictures without words: nothing is known of their text, numbers and colours. */
  readonly scanned: readonly number[];
  /** All words, a line a paragraph or a printed line; empty for a scan. */
  readonly text: string;
  /** Signatures in a PDF, in order; empty for others. */
  readonly signatures: readonly OriginalSignature[];
}

export interface OriginalSignature {
  /** As the certificate names the signer. */
  readonly signer: string;
  /** Whether the signed bytes and the signature fit; `trusted` is null where nobody said whom to trust. */
  readonly intact: boolean;
  readonly trusted: boolean | null;
  /** What came after it in the file. */
  readonly laterChanges: 'none' | 'allowed' | 'forbidden';
  /** Of what was found wrong, for the operator's eye. */
  readonly problem: string | null;
}

/** Measures the file of a paper; a file of no known format is `unknown-format`. */
export type MeasureOriginal = (file: Attachment) => Promise<MeasuredOriginal>;
