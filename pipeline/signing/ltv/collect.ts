import { Fault } from '../../model/fault.js';
import type { Certificate } from '../certificate.js';
import type { RevocationClient } from './revocation-client.js';
import type { ValidationData } from './validation-data.js';

/** A path, signer first and root last, and since when what its signer signed is known to have existed. */
export interface PathToProve {
  readonly path: readonly Certificate[];
  readonly provenAt: Date;
}

/**
 * The certificates of all paths, and word on every one but the roots that it was not revoked; of responders too, where they are not their
 * issuers. Fault `certificate-revoked` if one was, before the moment of proof.
 */
export async function collectData(paths: readonly PathToProve[], ask: RevocationClient): Promise<ValidationData> {
  const certificates = new Map<string, Buffer>();
  const answers = { ocsp: new Map<string, Buffer>(), crl: new Map<string, Buffer>() };
  const put = (into: Map<string, Buffer>, bytes: Buffer): void => {
    into.set(bytes.toString('base64'), bytes);
  };
  const askAbout = async (certificate: Certificate, issuer: Certificate, provenAt: Date, crlOnly: boolean): Promise<void> => {
    const { kind, bytes, standing } = await ask(certificate, issuer, { crlOnly });
    if (standing.revokedAt !== null && standing.revokedAt <= provenAt) throw revoked(certificate, standing.revokedAt);
    put(answers[kind], bytes);
    if (standing.responder === null) return;
    put(certificates, standing.responder.der);
    await askAbout(standing.responder, issuer, provenAt, true);
  };
  for (const { path, provenAt } of paths) {
    for (const { der } of path) put(certificates, der);
    for (const [i, certificate] of path.slice(0, -1).entries()) await askAbout(certificate, path[i + 1] as Certificate, provenAt, false);
  }
  return { certificates: [...certificates.values()], ocsps: [...answers.ocsp.values()], crls: [...answers.crl.values()] };
}

function revoked({ serialHex }: Certificate, at: Date): Fault {
  return new Fault('certificate-revoked', `certificate ${serialHex} was revoked at ${at.toISOString()}; what it signed cannot be proved`);
}
