import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A PKCS#12 file with an RSA key, the only kind that @signpdf signs with. */
export interface RsaP12 {
  readonly bytes: Buffer;
  readonly password: string;
}

const YEAR_MS = 365 * 24 * 3_600_000;
/** @signpdf opens the file anew for each signature: with as few rounds as can be, what it costs to guess a password is not counted against it. */
const ROUNDS = 1;

/** A key of 2048 bits with a certificate that it signed itself. */
export function makeRsaP12(now: Date): RsaP12 {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(now.getTime() - YEAR_MS);
  certificate.validity.notAfter = new Date(now.getTime() + YEAR_MS);
  const name = [{ name: 'commonName', value: 'bench' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([{ name: 'keyUsage', digitalSignature: true, nonRepudiation: true }]);
  certificate.sign(key, forge.md.sha256.create());
  const password = 'bench';
  const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, { algorithm: 'aes256', count: ROUNDS });
  return { bytes: Buffer.from(forge.asn1.toDer(p12).getBytes(), 'latin1'), password };
}
