import type { PrintedRegister } from '../../model/printed-register.js';
import { loadTinos } from '../pdf/fonts.js';
import { registerDocx } from './register-docx.js';
import { registerPdf } from './register-pdf.js';

/** Prints registers; both forms say the same words, and neither is ever whole in memory. Reads the fonts when first asked for a PDF. Fault `font-missing`. */
export const registerPrinting = {
  /** PDF/A-1b. */
  pdf: (register: PrintedRegister): AsyncGenerator<Buffer> => registerPdf(loadTinos(), register),
  docx: registerDocx,
} as const;
