import type { JudgeSignatures, OriginalSignature } from '../model/original.js';

/** What our own verifier says of the signatures in an incoming PDF; without roots nothing is said of trust. It is loaded with the first PDF that has any. */
export function originalSignatures(roots: () => Promise<readonly Buffer[] | undefined>): JudgeSignatures {
  return async (pdf) => {
    // Every signature says what it covers, and where in the file, so that this cannot be compressed (ISO 32000-1, 12.8.1).
    if (!pdf.includes('/ByteRange')) return [];
    const [{ examinePdf }, trust] = await Promise.all([import('../signing/signing.js'), roots()]);
    const { judged, problems } = examinePdf(pdf, { file: '', ...(trust === undefined ? {} : { trust }) });
    const unreadable = problems.find(({ code }) => code === 'pdf-unreadable');
    if (unreadable !== undefined) return [{ signer: '', intact: null, trusted: null, laterChanges: 'none', problem: unreadable.message }];
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
