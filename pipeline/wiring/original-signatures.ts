import type { JudgeSignatures, OriginalSignature } from '../model/original.js';
import { examinePdf } from '../signing/signing.js';

/** What our own verifier says of the signatures in an incoming PDF; without roots nothing is said of trust. */
export function originalSignatures(roots: readonly Buffer[] | undefined): JudgeSignatures {
  return (pdf) => {
    const { judged, problems } = examinePdf(pdf, { file: '', ...(roots === undefined ? {} : { trust: roots }) });
    const unreadable = problems.find(({ code }) => code === 'pdf-unreadable');
    // What other programs read, and this verifier cannot follow, matters only where there is something to verify.
    if (unreadable !== undefined) return pdf.includes('/ByteRange') ? [unchecked(unreadable.message)] : [];
    return judged.map(
      ({ report, flaws, intact }): OriginalSignature => ({
        signer: report.signer,
        intact,
        trusted: report.trusted,
        laterChanges: report.laterChanges,
        problem: flaws.length === 0 ? null : flaws.map(({ text }) => text).join('; '),
      }),
    );
  };
}

function unchecked(problem: string): OriginalSignature {
  return { signer: '', intact: null, trusted: null, laterChanges: 'none', problem };
}
