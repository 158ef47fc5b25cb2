import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import forge from 'node-forge';
import { DerError, demand, isContext, octetString, parts, readOid, readSmallInteger, readWhole, sequence, TAG, type Tlv } from './der.js';

/** What a PKCS#12 file holds, as DER: PKCS#8 keys and X.509 certificates. */
export interface P12Content {
  readonly keys: readonly Buffer[];
  readonly certificates: readonly Buffer[];
}

/** Why a PKCS#12 file could not be opened: it is something else or of a kind not known here, or its integrity check failed with this password. */
export class P12Error extends Error {
  override readonly name = 'P12Error';
  constructor(
    readonly reason: 'not-p12' | 'password',
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

export const P12_OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  localKeyId: '1.2.840.113549.1.9.21',
} as const;

type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512';

const HASHES: Readonly<Record<string, HashName>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const HMACS: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.2.7': 'sha1',
  [P12_OID.hmacSha256]: 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const CIPHERS: Readonly<Record<string, { readonly name: string; readonly keyLength: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  [P12_OID.aes256Cbc]: { name: 'aes-256-cbc', keyLength: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24 },
};
const HASH_LENGTH: Readonly<Record<HashName, number>> = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 };
/** A file must not keep the program busy: real ones stay far below. */
const MAX_ITERATIONS = 10_000_000;

/**
 * Opens a PKCS#12 file (RFC 7292) whose integrity a password protects; keys of any algorithm. node-forge 1.4 reads its BER and undoes the
 * old encryptions (3DES, RC2), which OpenSSL 3 no longer has at hand; PBES2 is done by node:crypto, for node-forge takes a second over it and
 * knows only ASCII passwords there.
 */
export function readP12(bytes: Buffer, password: string): P12Content {
  try {
    const [, authSafe, mac] = parts(demand(readWhole(normalized(bytes)), TAG.sequence));
    const safe = dataOf(demand(authSafe, TAG.sequence));
    if (mac !== undefined && !isAuthentic(mac, safe, password)) throw new P12Error('password');
    const bags = parts(readWhole(safe)).flatMap((info) => parts(readWhole(contentOf(info, password))));
    return { keys: bags.flatMap((bag) => keyIn(bag, password)), certificates: bags.flatMap(certificateIn) };
  } catch (cause) {
    throw cause instanceof DerError ? new P12Error('not-p12', { cause }) : cause;
  }
}

/** The same in DER: containers of older programs come in BER. */
function normalized(bytes: Buffer): Buffer {
  try {
    return Buffer.from(forge.asn1.toDer(forge.asn1.fromDer(bytes.toString('latin1'))).getBytes(), 'latin1');
  } catch (cause) {
    throw new P12Error('not-p12', { cause });
  }
}

/** Octets, which BER may have cut into pieces. */
const octetsOf = (value: Tlv): Buffer => (value.tag & 0x20 ? Buffer.concat(parts(value).map(octetsOf)) : value.content);

function dataOf(info: Tlv): Buffer {
  const [type, content] = parts(info);
  const [octets] = isContext(content, 0) ? parts(content) : [];
  if (readOid(type) !== P12_OID.data || octets === undefined) throw new DerError('no data');
  return octetsOf(octets);
}

function contentOf(info: Tlv, password: string): Buffer {
  const [type, content] = parts(info);
  if (readOid(type) !== P12_OID.encryptedData) return dataOf(info);
  const [, encrypted] = isContext(content, 0) ? parts(demand(parts(content)[0], TAG.sequence)) : [];
  const [, algorithm, octets] = parts(demand(encrypted, TAG.sequence));
  if (!isContext(octets, 0)) throw new DerError('no encrypted content');
  return decrypt(demand(algorithm, TAG.sequence), octetsOf(octets), password);
}

function keyIn(bag: Tlv, password: string): Buffer[] {
  const [type, value] = parts(bag);
  const [inner] = isContext(value, 0) ? parts(value) : [];
  if (inner === undefined) throw new DerError('an empty bag');
  if (readOid(type) === P12_OID.keyBag) return [inner.bytes];
  if (readOid(type) !== P12_OID.shroudedKeyBag) return [];
  const [algorithm, octets] = parts(inner);
  return [decrypt(demand(algorithm, TAG.sequence), octetsOf(demand(octets, TAG.octetString)), password)];
}

function certificateIn(bag: Tlv): Buffer[] {
  const [type, value] = parts(bag);
  if (readOid(type) !== P12_OID.certBag || !isContext(value, 0)) return [];
  const [kind, holder] = parts(demand(parts(value)[0], TAG.sequence));
  const [octets] = isContext(holder, 0) ? parts(holder) : [];
  return readOid(kind) === P12_OID.x509Certificate && octets !== undefined ? [octetsOf(octets)] : [];
}

function isAuthentic(mac: Tlv, safe: Buffer, password: string): boolean {
  const [info, salt, iterations] = parts(mac);
  const [algorithm, expected] = parts(demand(info, TAG.sequence));
  const hash = HASHES[readOid(parts(demand(algorithm, TAG.sequence))[0])];
  if (hash === undefined) throw new DerError('an integrity check that is not known here');
  const key = macKey(hash, password, demand(salt, TAG.octetString).content, iterations === undefined ? 1 : countOf(iterations));
  const made = createHmac(hash, key).update(safe).digest();
  const digest = demand(expected, TAG.octetString).content;
  return made.length === digest.length && timingSafeEqual(made, digest);
}

/** The key of the integrity check: RFC 7292, appendix B, purpose 3. */
export function macKey(hash: HashName, password: string, salt: Buffer, iterations: number): Buffer {
  const buffer = forge.util.createBuffer(salt.toString('latin1'));
  return Buffer.from(
    forge.pkcs12.generateKey(password, buffer, 3, iterations, HASH_LENGTH[hash], forge.md[hash].create()).getBytes(),
    'latin1',
  );
}

function decrypt(algorithm: Tlv, data: Buffer, password: string): Buffer {
  const [type, parameters] = parts(algorithm);
  if (parameters === undefined) throw new DerError('an encryption without parameters');
  if (readOid(type) !== P12_OID.pbes2) {
    countOf(parts(parameters)[1]);
    return decryptOld(algorithm, data, password);
  }
  const [derivation, scheme] = parts(parameters);
  const [cipherType, iv] = parts(demand(scheme, TAG.sequence));
  const [derivationType, settings] = parts(demand(derivation, TAG.sequence));
  const cipher = CIPHERS[readOid(cipherType)];
  if (cipher === undefined || readOid(derivationType) !== P12_OID.pbkdf2) throw new DerError('an encryption that is not known here');
  const [salt, iterations, ...rest] = parts(demand(settings, TAG.sequence));
  const prf = rest.find((field) => field.tag === TAG.sequence);
  const hash = prf === undefined ? 'sha1' : HMACS[readOid(parts(prf)[0])];
  if (hash === undefined) throw new DerError('an encryption that is not known here');
  const key = pbkdf2Sync(password, demand(salt, TAG.octetString).content, countOf(iterations), cipher.keyLength, hash);
  const decipher = createDecipheriv(cipher.name, key, demand(iv, TAG.octetString).content);
  try {
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch (cause) {
    throw new P12Error('password', { cause });
  }
}

/** The encryptions of PKCS#12 itself (RFC 7292, appendix C), by node-forge's opener of a private key, which takes any DER inside. */
function decryptOld(algorithm: Tlv, data: Buffer, password: string): Buffer {
  const shrouded = forge.asn1.fromDer(sequence(algorithm.bytes, octetString(data)).toString('latin1'));
  let opened: forge.asn1.Asn1 | null;
  try {
    opened = forge.pki.decryptPrivateKeyInfo(shrouded, password);
  } catch (cause) {
    throw new P12Error('password', { cause });
  }
  if (opened === null) throw new P12Error('password');
  return Buffer.from(forge.asn1.toDer(opened).getBytes(), 'latin1');
}

function countOf(iterations: Tlv | undefined): number {
  const count = readSmallInteger(iterations);
  if (count < 1 || count > MAX_ITERATIONS) throw new DerError('a strange number of iterations');
  return count;
}
