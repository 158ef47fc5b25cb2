import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { Fault } from '../model/fault.js';
import type { SigningKey } from '../model/ports.js';
import { digestName, digestOf, ECDSA_SHA256, ECDSA_SHA384, ECDSA_SHA512, RSA_ENCRYPTION, SHA256, SHA384, SHA512 } from './algorithms.js';
import { type Certificate, KEY_USAGE, readCertificate } from './certificate.js';
import { P12Error, readP12 } from './p12-container.js';

/** Algorithms of a key: the digest is as strong as the curve. */
const EC_ALGORITHMS: Readonly<Record<string, { readonly digestOid: string; readonly signatureOid: string }>> = {
  prime256v1: { digestOid: SHA256, signatureOid: ECDSA_SHA256 },
  secp384r1: { digestOid: SHA384, signatureOid: ECDSA_SHA384 },
  secp521r1: { digestOid: SHA512, signatureOid: ECDSA_SHA512 },
};

/**
 * Opens a key from the bytes of a PKCS#12 file; RSA and NIST curves. Faults: `key-password` (wrong password or damaged file), `key-missing`
 * (no PKCS#12, or no private key in it), `key-mismatch` (no certificate fits the key, or the key's algorithm is not one we sign with).
 * Opening costs tens of milliseconds: do it once and keep the result. Whether the certificate is still valid is asked at each signing.
 */
export function openP12({ id, bytes, password }: { readonly id: string; readonly bytes: Buffer; readonly password: string }): SigningKey {
  const { keys, certificates } = open(id, bytes, password);
  if (keys.length === 0) throw new Fault('key-missing', `signing.keys "${id}": the PKCS#12 file holds no private key`);
  const pool = certificates.map(readCertificate);
  const { key, certificate } = pairOf(id, keys, pool);
  const { digestOid, signatureOid } = algorithmsOf(id, key);
  const hash = digestName(digestOid);
  return {
    id,
    certificates: pathFrom(certificate, pool).map(({ der }) => der),
    digestOid,
    signatureOid,
    digest: (data) => digestOf(digestOid, data),
    sign: async (message) => sign(hash, message, key.asymmetricKeyType === 'ec' ? { key, dsaEncoding: 'der' } : key),
  };
}

function open(id: string, bytes: Buffer, password: string): ReturnType<typeof readP12> {
  try {
    return readP12(bytes, password);
  } catch (cause) {
    if (!(cause instanceof P12Error)) throw cause;
    if (cause.reason === 'not-p12')
      throw new Fault('key-missing', `signing.keys "${id}": the file is no PKCS#12 file or breaks off`, { cause });
    throw new Fault('key-password', `signing.keys "${id}": the password is wrong or the PKCS#12 file is damaged`, { cause });
  }
}

/** The key that signs: Ukrainian containers often hold one more for encryption. */
function pairOf(
  id: string,
  keys: readonly Buffer[],
  pool: readonly Certificate[],
): { readonly key: KeyObject; readonly certificate: Certificate } {
  const pairs = keys.flatMap((pkcs8) => {
    const key = privateKey(id, pkcs8);
    const certificate = pool.find((candidate) => candidate.isOf(key));
    return certificate === undefined ? [] : [{ key, certificate }];
  });
  const able = [KEY_USAGE.nonRepudiation, KEY_USAGE.digitalSignature].flatMap((bit) =>
    pairs.filter(({ certificate }) => certificate.permits(bit, true)),
  );
  const [pair] = able;
  if (pair === undefined) {
    const why =
      pairs.length > 0 ? 'the certificate does not permit signing (keyUsage)' : 'no certificate in the PKCS#12 file fits the private key';
    throw new Fault('key-mismatch', `signing.keys "${id}": ${why}`);
  }
  return pair;
}

function privateKey(id: string, pkcs8: Buffer): KeyObject {
  try {
    return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new Fault('key-mismatch', `signing.keys "${id}": the private key is of an algorithm that is not supported`, { cause });
  }
}

/** What a key of this kind signs with; Fault `key-mismatch` for an algorithm that we do not sign with. */
export function algorithmsOf(id: string, key: KeyObject): { readonly digestOid: string; readonly signatureOid: string } {
  if (key.asymmetricKeyType === 'rsa') return { digestOid: SHA256, signatureOid: RSA_ENCRYPTION };
  const known = EC_ALGORITHMS[key.asymmetricKeyDetails?.namedCurve ?? ''];
  if (known === undefined) throw new Fault('key-mismatch', `signing.keys "${id}": the key is of an algorithm that is not supported`);
  return known;
}

/** The certificate and its issuers, without the self-signed root. */
function pathFrom(certificate: Certificate, pool: readonly Certificate[]): Certificate[] {
  const path = [certificate];
  for (let last = certificate; ; ) {
    const issuer = pool.find((candidate) => candidate.subject.equals(last.issuer) && !path.includes(candidate));
    if (issuer === undefined || issuer.subject.equals(issuer.issuer)) return path;
    path.push(issuer);
    last = issuer;
  }
}
