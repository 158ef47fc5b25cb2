import type { Form, View } from './kind.js';

/** A sheet that goes with a document: made from it, printed as PDF/A and filed beside it. */
export interface Sheet {
  /** Its file without the ending, within the document's folder: `visas`, `copies/01`. */
  readonly name: string;
  readonly view: View;
  /** Printed above all else: sheets of one and the same view that differ in it alone are laid out once. */
  readonly mark?: string;
  /** Whether it bears the signatures of the document itself: it is the document, with one addressee of many. */
  readonly isSigned: boolean;
  /** Of one that is made as a Word document, too. */
  readonly form?: Form | undefined;
  /** Where its words tell how many sheets a printed one has, itself or one before it: that one's name, and the words with the number. `view` is then the words without. */
  readonly telling?: { readonly sheetsOf: string; view(sheets: number): View } | undefined;
  /** Whether it lies in the case with the document, and its sheets count there. */
  readonly isBound?: boolean;
}

/** Copies of a document that one addressee gets (R 6.4, 8.7, 13.11). */
export interface AddressedCopy {
  readonly to: string;
  readonly copies: number;
  /** The file that is sent, within the document's folder. */
  readonly file: string;
}

/** What goes with a document. */
export interface Enclosures {
  readonly sheets: readonly Sheet[];
  readonly copies: readonly AddressedCopy[];
}
