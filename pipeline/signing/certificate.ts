import { createPublicKey, type KeyObject } from 'node:crypto';
import { AlgorithmError, digestNamedBy, isSignatureOf, type SignatureAlgorithm } from './algorithms.js';
import { DerError, demand, isContext, parts, readOid, readSmallInteger, readText, readTime, readWhole, TAG, type Tlv } from './der.js';

/** Attribute types of a name (X.520; 2.5.4.97 is of ETSI EN 319 412-1). */
export const NAME = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  locality: '2.5.4.7',
  organization: '2.5.4.10',
  title: '2.5.4.12',
  givenName: '2.5.4.42',
  organizationIdentifier: '2.5.4.97',
} as const;

export const EXTENSION = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
} as const;

/** Critical ones that we heed; with any other a certificate cannot be relied on (RFC 5280, 4.2). */
const HEEDED: ReadonlySet<string> = new Set([
  EXTENSION.keyUsage,
  EXTENSION.basicConstraints,
  EXTENSION.extendedKeyUsage,
  EXTENSION.certificatePolicies,
]);

/** Bits of keyUsage, the first being the highest (RFC 5280, 4.2.1.3). */
export const KEY_USAGE = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, crlSign: 6 } as const;

/** What we ask of an X.509 certificate (RFC 5280). Names and numbers are kept as DER, for they are compared byte by byte. */
export interface Certificate {
  readonly der: Buffer;
  readonly serial: Buffer;
  /** Upper case hexadecimal, as printed on a stamp. */
  readonly serialHex: string;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly keyIdentifier: Buffer | null;
  readonly authority: { readonly ca: boolean; readonly pathLength: number | null };
  readonly extendedKeyUsage: readonly string[];
  /** A critical extension is there that we do not know. */
  readonly hasUnknownCritical: boolean;
  /** An extension's flag and value; undefined if the certificate has none of that type. */
  extension(type: string): { readonly critical: boolean; readonly value: Buffer } | undefined;
  /** Values of the subject's attributes of one type. */
  subjectValues(type: string): readonly string[];
  /** True if keyUsage permits it; `absent` is the answer where a certificate does not speak of key usage. */
  permits(bit: number, absent: boolean): boolean;
  /** The public key; AlgorithmError for one that node:crypto does not know. */
  publicKey(): KeyObject;
  /** True if the private key belongs to it. */
  isOf(privateKey: KeyObject): boolean;
  /** True if `issuer`'s key made the signature on this certificate. */
  isSignedBy(issuer: Certificate): boolean;
}

/** An office meets the same few again and again: what was read of one, and whose signature it was found to bear, is kept. */
const known = new Map<string, Certificate>();
const MAX_KNOWN = 256;

/** Parses one DER certificate; throws DerError if it is none. */
export function readCertificate(bytes: Buffer): Certificate {
  const name = bytes.toString('latin1');
  let certificate = known.get(name);
  if (certificate === undefined) {
    // The bytes may be a view of a whole file, which would be kept with them.
    certificate = parseCertificate(Buffer.from(bytes));
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(name, certificate);
  }
  return certificate;
}

function parseCertificate(bytes: Buffer): Certificate {
  const issuers = new WeakMap<Certificate, boolean>();
  const whole = demand(readWhole(bytes), TAG.sequence);
  const [tbs, algorithm, signature] = parts(whole);
  const fields = parts(demand(tbs, TAG.sequence));
  if (isContext(fields[0], 0)) fields.shift();
  const [serial, , issuer, validity, subject, spki, ...rest] = fields;
  const [notBefore, notAfter] = parts(demand(validity, TAG.sequence)).map(readTime);
  if (notBefore === undefined || notAfter === undefined) throw new DerError('a certificate without a term');
  const number = demand(serial, TAG.integer);
  const holder = demand(subject, TAG.sequence);
  const attributes = readName(holder);
  const extensions = readExtensions(rest.find((field) => isContext(field, 3)));
  const keyUsage = extensions.get(EXTENSION.keyUsage)?.value;
  const usage = keyUsage === undefined ? null : demand(readWhole(keyUsage), TAG.bitString).content.subarray(1);
  const keyInfo = demand(spki, TAG.sequence).bytes;
  const publicKey = (): KeyObject => importKey(keyInfo);
  const [type, parameters] = parts(demand(algorithm, TAG.sequence));
  const signed: SignedCertificate = {
    message: demand(tbs, TAG.sequence).bytes,
    algorithm: { oid: readOid(type), parameters: parameters ?? null },
    signature: demand(signature, TAG.bitString).content.subarray(1),
  };
  return {
    der: bytes,
    serial: number.bytes,
    serialHex: number.content
      .toString('hex')
      .replace(/^00(?=.)/, '')
      .toUpperCase(),
    issuer: demand(issuer, TAG.sequence).bytes,
    subject: holder.bytes,
    notBefore,
    notAfter,
    keyIdentifier: readKeyIdentifier(extensions),
    authority: readAuthority(extensions),
    extendedKeyUsage: readPurposes(extensions),
    hasUnknownCritical: [...extensions].some(([type, { critical }]) => critical && !HEEDED.has(type)),
    extension: (type) => extensions.get(type),
    subjectValues: (type) => attributes.flatMap(([found, text]) => (found === type ? [text] : [])),
    permits: (bit, absent) => (usage === null ? absent : (((usage[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1),
    publicKey,
    isOf: (privateKey) => createPublicKey(privateKey).equals(publicKey()),
    isSignedBy(by) {
      const found = issuers.get(by) ?? isSigned(signed, by);
      issuers.set(by, found);
      return found;
    },
  };
}

/** OpenSSL takes longer to import a key than to use it, and an office meets the same few again and again. */
const imported = new Map<string, KeyObject>();
const MAX_IMPORTED = 256;

function importKey(keyInfo: Buffer): KeyObject {
  const name = keyInfo.toString('base64');
  const known = imported.get(name);
  if (known !== undefined) return known;
  try {
    const key = createPublicKey({ key: keyInfo, format: 'der', type: 'spki' });
    if (imported.size >= MAX_IMPORTED) imported.clear();
    imported.set(name, key);
    return key;
  } catch (cause) {
    throw Object.assign(new AlgorithmError("the certificate's key is of an algorithm that is not known here"), { cause });
  }
}

interface SignedCertificate {
  readonly message: Buffer;
  readonly algorithm: SignatureAlgorithm;
  readonly signature: Buffer;
}

/** A signature by an algorithm or a key that is not known here proves nothing. */
function isSigned({ message, algorithm, signature }: SignedCertificate, by: Certificate): boolean {
  try {
    return isSignatureOf(algorithm, digestNamedBy(algorithm), by.publicKey(), message, signature);
  } catch (error) {
    if (error instanceof AlgorithmError || error instanceof DerError) return false;
    throw error;
  }
}

type Extensions = ReadonlyMap<string, { readonly critical: boolean; readonly value: Buffer }>;

function readExtensions(field: Tlv | undefined): Extensions {
  const found = new Map<string, { readonly critical: boolean; readonly value: Buffer }>();
  if (field === undefined) return found;
  for (const extension of parts(demand(parts(field)[0], TAG.sequence))) {
    const [type, ...rest] = parts(extension);
    const critical = rest[0]?.tag === TAG.boolean && rest[0].content[0] !== 0;
    const id = readOid(type);
    if (found.has(id)) throw new DerError('an extension given twice');
    found.set(id, { critical, value: demand(rest.at(-1), TAG.octetString).content });
  }
  return found;
}

function readKeyIdentifier(extensions: Extensions): Buffer | null {
  const value = extensions.get(EXTENSION.subjectKeyIdentifier)?.value;
  return value === undefined ? null : demand(readWhole(value), TAG.octetString).content;
}

function readAuthority(extensions: Extensions): Certificate['authority'] {
  const value = extensions.get(EXTENSION.basicConstraints)?.value;
  if (value === undefined) return { ca: false, pathLength: null };
  const fields = parts(demand(readWhole(value), TAG.sequence));
  const ca = fields[0]?.tag === TAG.boolean && fields[0].content[0] !== 0;
  const length = fields.find((field) => field.tag === TAG.integer);
  return { ca, pathLength: length === undefined ? null : readSmallInteger(length) };
}

function readPurposes(extensions: Extensions): string[] {
  const value = extensions.get(EXTENSION.extendedKeyUsage)?.value;
  return value === undefined ? [] : parts(demand(readWhole(value), TAG.sequence)).map(readOid);
}

/** Attributes of a name in its order, types with their text. */
function readName(name: Tlv): [type: string, text: string][] {
  return parts(name).flatMap((set) =>
    parts(set).map((attribute): [string, string] => {
      const [type, value] = parts(attribute);
      if (value === undefined) throw new DerError('a name without a value');
      return [readOid(type), readText(value)];
    }),
  );
}
