import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import type { RsaP12 } from './rsa-p12.js';

/** Signs a PDF with @signpdf as its manual says: a place for the signature, then the signature. */
export function signpdf({ bytes, password }: RsaP12): (pdf: Buffer) => Promise<Buffer> {
  const pdf = new SignPdf();
  const facts = { reason: 'bench', contactInfo: 'bench', name: 'bench', location: 'bench' };
  // A signer reads its file to the end and can sign but once.
  return (file) => pdf.sign(plainAddPlaceholder({ pdfBuffer: file, ...facts }), new P12Signer(bytes, { passphrase: password }));
}
