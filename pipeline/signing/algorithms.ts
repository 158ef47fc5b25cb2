import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { demand, isContext, parts, readOid, readSmallInteger, TAG, type Tlv } from './der.js';

/** Digests that may stand under a signature; SHA-1 and MD5 may not. */
const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

export const SHA256 = '2.16.840.1.101.3.4.2.1';
export const SHA384 = '2.16.840.1.101.3.4.2.2';
export const SHA512 = '2.16.840.1.101.3.4.2.3';
export const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
export const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
export const ECDSA_SHA384 = '1.2.840.10045.4.3.3';
export const ECDSA_SHA512 = '1.2.840.10045.4.3.4';

const RSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';

/** Signature algorithms that name their digest; rsaEncryption takes the digest of the signer info. */
const SIGNATURES: Readonly<Record<string, { readonly key: 'rsa' | 'ec'; readonly digest: string | null }>> = {
  [RSA_ENCRYPTION]: { key: 'rsa', digest: null },
  '1.2.840.113549.1.1.11': { key: 'rsa', digest: SHA256 },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: SHA384 },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: SHA512 },
  [ECDSA_SHA256]: { key: 'ec', digest: SHA256 },
  [ECDSA_SHA384]: { key: 'ec', digest: SHA384 },
  [ECDSA_SHA512]: { key: 'ec', digest: SHA512 },
};

const MIN_RSA_BITS = 2048;

/** An algorithm that this program cannot check or that proves nothing any more. */
export class AlgorithmError extends Error {
  override readonly name = 'AlgorithmError';
}

/** The digest that an identifier names; throws AlgorithmError for one that is unknown or too weak. */
export function digestOf(digestOid: string, ...data: readonly Uint8Array[]): Buffer {
  const hash = createHash(digestName(digestOid));
  for (const part of data) hash.update(part);
  return hash.digest();
}

/** node:crypto's name of a digest. */
export function digestName(digestOid: string): string {
  const known = DIGESTS[digestOid];
  if (known === undefined) throw new AlgorithmError(`digest ${digestOid}`);
  return known;
}

export interface SignatureAlgorithm {
  readonly oid: string;
  readonly parameters: Tlv | null;
}

/** True if `signature` over `message` was made by the key; AlgorithmError if that cannot be told. */
export function isSignatureOf(
  algorithm: SignatureAlgorithm,
  digestOid: string,
  key: KeyObject,
  message: Buffer,
  signature: Buffer,
): boolean {
  const hash = digestName(digestOid);
  const isRsa = key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss';
  if (isRsa && (key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS)
    throw new AlgorithmError(`an RSA key shorter than ${MIN_RSA_BITS} bits`);
  if (algorithm.oid === RSA_PSS) {
    if (!isRsa) return false;
    return verify(
      hash,
      message,
      { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltLength(algorithm.parameters, digestOid) },
      signature,
    );
  }
  const known = SIGNATURES[algorithm.oid];
  if (known === undefined) throw new AlgorithmError(`signature algorithm ${algorithm.oid}`);
  if (known.key !== key.asymmetricKeyType || (known.digest !== null && known.digest !== digestOid)) return false;
  return verify(hash, message, known.key === 'ec' ? { key, dsaEncoding: 'der' } : key, signature);
}

/** The digest that a signature algorithm itself names (RFC 4055, 5758); AlgorithmError if it names none. */
export function digestNamedBy({ oid, parameters }: SignatureAlgorithm): string {
  const hash = oid === RSA_PSS && parameters !== null ? parts(parameters).find((field) => isContext(field, 0)) : undefined;
  const named = hash === undefined ? SIGNATURES[oid]?.digest : readOid(parts(demand(parts(hash)[0], TAG.sequence))[0]);
  if (named == null) throw new AlgorithmError(`signature algorithm ${oid}`);
  return named;
}

/** Salt length of RSASSA-PSS parameters (RFC 4055, 3.1), whose digests must all be the signer info's. */
function saltLength(parameters: Tlv | null, digestOid: string): number {
  const fields = parameters === null ? [] : parts(demand(parameters, TAG.sequence));
  const field = (n: number): Tlv | undefined => {
    const found = fields.find((candidate) => isContext(candidate, n));
    return found === undefined ? undefined : parts(found)[0];
  };
  const hash = field(0);
  const mask = field(1);
  const [maskType, maskHash] = mask === undefined ? [] : parts(mask);
  const agrees =
    hash !== undefined &&
    maskHash !== undefined &&
    readOid(parts(hash)[0]) === digestOid &&
    readOid(maskType) === MGF1 &&
    readOid(parts(maskHash)[0]) === digestOid;
  if (!agrees) throw new AlgorithmError('RSASSA-PSS with differing digests');
  const salt = field(2);
  const length = salt === undefined ? 20 : readSmallInteger(salt);
  // Below zero node:crypto takes it for "any length will do".
  if (length < 0 || length > 512) throw new AlgorithmError('RSASSA-PSS with a strange salt');
  return length;
}
