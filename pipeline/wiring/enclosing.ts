import type { Enclosing } from '../filing/filing.js';
import { enclosuresOf } from '../kinds/companions/index.js';
import type { SignedAct } from '../model/act.js';
import { sha256 } from '../model/digest.js';
import type { Office } from '../model/office.js';
import { normsOn } from '../norms/norms.js';
import type { Press } from '../rendering/rendering.js';
import type { signing } from '../signing/signing.js';

/**
 * Makes the files that go with a document. A copy that names one addressee of many is signed like the document; where that is signed elsewhere it stays
 * unsigned, for print.
 */
export function enclosing(office: Office, press: Press, signHere: ReturnType<typeof signing>): Enclosing {
  return async (signed) => {
    const { sheets, copies } = enclosuresOf(signed, office, normsOn(signed.registration.date, office.norms));
    const files = [];
    for (const { name, view, isSigned } of sheets) {
      const printed = await press.pages(view);
      const isHere = isSigned && (office.signing.byKind[signed.act.kind.id] ?? 'server') === 'server';
      files.push({ path: `${name}.pdf`, bytes: isHere ? await signedCopy(signHere, signed, printed) : printed.bytes });
    }
    return { files, copies };
  };
}

async function signedCopy(
  signHere: ReturnType<typeof signing>,
  signed: SignedAct,
  printed: Awaited<ReturnType<Press['pages']>>,
): Promise<Buffer> {
  const { bytes, runs, stampPlaces } = printed;
  const outcome = await signHere.run({ ...signed, pdf: { bytes, sha256: sha256(bytes), runs, stampPlaces } });
  if (!outcome.ok) throw new Error('a copy that is signed here waits for nothing');
  return outcome.value.signed.bytes;
}
