import type { SigningKey } from '../model/ports.js';
import { SHA256, type SignatureAlgorithm } from './algorithms.js';
import { readCertificate } from './certificate.js';
import {
  context,
  DerError,
  demand,
  integer,
  isContext,
  nothing,
  octetString,
  oid,
  parts,
  readOid,
  readWhole,
  sequence,
  set,
  TAG,
  type Tlv,
} from './der.js';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';

/** Attributes of CMS (RFC 5652, 5035) and CAdES. */
export const ATTRIBUTE = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signatureTimeStamp: '1.2.840.113549.1.9.16.2.14',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** Gives time stamps for signatures at the moment they are made. */
export interface SignatureStamper {
  /** Bytes to keep free for a token. */
  room(): number;
  /** An RFC 3161 token over a signature's value, no longer than the room; null if none is to be had now. */
  stamp(signature: Buffer): Promise<Buffer | null>;
}

/**
 * A detached SignedData for PAdES B-B (ETSI EN 319 142-1, 6.3): content type, message digest and signing-certificate-v2 are signed, the time
 * is not (it stands in the PDF's /M); one signer; the signer's certificate and its issuers come with it. A time stamp over the signature makes it B-T.
 */
export async function buildSignedData(key: SigningKey, messageDigest: Buffer, stamper?: SignatureStamper): Promise<Buffer> {
  const [certificate] = key.certificates;
  if (certificate === undefined) throw new Error(`key ${key.id} has no certificate`);
  const { issuer, serial } = readCertificate(certificate);
  const attributes = [
    attribute(ATTRIBUTE.contentType, oid(DATA)),
    attribute(ATTRIBUTE.messageDigest, octetString(messageDigest)),
    attribute(ATTRIBUTE.signingCertificateV2, signingCertificate(key, certificate, issuer, serial)),
  ].sort(Buffer.compare);
  const signature = await key.sign(set(...attributes));
  const token = (await stamper?.stamp(signature)) ?? null;
  const digestAlgorithm = sequence(oid(key.digestOid));
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    digestAlgorithm,
    context(0, true, ...attributes),
    signatureAlgorithm(key.signatureOid),
    octetString(signature),
    ...(token === null ? [] : [context(1, true, attribute(ATTRIBUTE.signatureTimeStamp, token))]),
  );
  const signedData = sequence(integer(1), set(digestAlgorithm), sequence(oid(DATA)), context(0, true, ...key.certificates), set(signer));
  return sequence(oid(SIGNED_DATA), context(0, true, signedData));
}

/** More bytes than `buildSignedData` can give for this key, signatures of up to 8,192 bits included. */
export function signedDataRoom(key: SigningKey): number {
  return key.certificates.reduce((sum, certificate) => sum + certificate.length, 0) + 2048;
}

const attribute = (type: string, value: Buffer): Buffer => sequence(oid(type), set(value));

/** SigningCertificateV2 (RFC 5035, 3): SHA-256 is the default and therefore left out. */
function signingCertificate(key: SigningKey, certificate: Buffer, issuer: Buffer, serial: Buffer): Buffer {
  const algorithm = key.digestOid === SHA256 ? [] : [sequence(oid(key.digestOid))];
  const issuerSerial = sequence(sequence(context(4, true, issuer)), serial);
  return sequence(sequence(sequence(...algorithm, octetString(key.digest(certificate)), issuerSerial)));
}

/** RSA identifiers carry a NULL (RFC 4055), the others nothing. */
const signatureAlgorithm = (type: string): Buffer =>
  type.startsWith('1.2.840.113549.1.1.') ? sequence(oid(type), nothing()) : sequence(oid(type));

export interface SignerInfo {
  /** Issuer and serial number, or the key identifier, as DER. */
  readonly signer: { readonly issuer: Buffer; readonly serial: Buffer } | { readonly keyIdentifier: Buffer };
  readonly digestOid: string;
  readonly algorithm: SignatureAlgorithm;
  readonly signed: ReadonlyMap<string, Tlv>;
  /** The first value of each. */
  readonly unsigned: ReadonlyMap<string, Tlv>;
  /** What the signature covers: the signed attributes as a SET OF. */
  readonly message: Buffer;
  readonly signature: Buffer;
}

export interface SignedData {
  readonly certificates: readonly Buffer[];
  readonly contentType: string;
  /** Content that the message carries itself; null if it is detached. */
  readonly content: Buffer | null;
  readonly signer: SignerInfo;
}

/** Reads a SignedData of exactly one signer with signed attributes; anything else throws DerError. */
export function readSignedData(bytes: Buffer): SignedData {
  const [type, wrapped] = parts(demand(readWhole(bytes), TAG.sequence));
  if (readOid(type) !== SIGNED_DATA || !isContext(wrapped, 0)) throw new DerError('no SignedData');
  const [, , encapsulated, ...rest] = parts(demand(parts(wrapped)[0], TAG.sequence));
  const [contentType, content] = parts(demand(encapsulated, TAG.sequence));
  const carried = isContext(content, 0) ? demand(parts(content)[0], TAG.octetString).content : null;
  const certificates = rest.find((field) => isContext(field, 0));
  const signers = parts(demand(rest.at(-1), TAG.set));
  const [signer, ...others] = signers;
  if (signer === undefined || others.length > 0) throw new DerError(`${signers.length} signers where one is due`);
  return {
    certificates: certificates === undefined ? [] : parts(certificates).flatMap((one) => (one.tag === TAG.sequence ? [one.bytes] : [])),
    contentType: readOid(contentType),
    content: carried,
    signer: readSigner(signer),
  };
}

function readSigner(signer: Tlv): SignerInfo {
  const [, identifier, digestAlgorithm, ...rest] = parts(demand(signer, TAG.sequence));
  const attributes = rest.shift();
  const [algorithm, signature, unsigned] = rest;
  if (!isContext(attributes, 0)) throw new DerError('a signer without signed attributes');
  const [type, parameters] = parts(demand(algorithm, TAG.sequence));
  return {
    signer: readIdentifier(identifier),
    digestOid: readOid(parts(demand(digestAlgorithm, TAG.sequence))[0]),
    algorithm: { oid: readOid(type), parameters: parameters === undefined || parameters.tag === TAG.null ? null : parameters },
    signed: readSignedAttributes(attributes),
    unsigned: isContext(unsigned, 1) ? readUnsignedAttributes(unsigned) : new Map(),
    // RFC 5652, 5.4: the signature covers the SET OF, whose own tag is hidden by the implicit one here.
    message: set(attributes.content),
    signature: demand(signature, TAG.octetString).content,
  };
}

function readIdentifier(identifier: Tlv | undefined): SignerInfo['signer'] {
  if (isContext(identifier, 0)) return { keyIdentifier: identifier.content };
  const [issuer, serial] = parts(demand(identifier, TAG.sequence));
  return { issuer: demand(issuer, TAG.sequence).bytes, serial: demand(serial, TAG.integer).bytes };
}

/** The first value of each attribute; several time stamps may stand in one. */
function readUnsignedAttributes(field: Tlv): ReadonlyMap<string, Tlv> {
  return new Map(
    parts(field)
      .toReversed()
      .flatMap((one) => {
        const [type, values] = parts(demand(one, TAG.sequence));
        const [value] = parts(demand(values, TAG.set));
        return value === undefined ? [] : [[readOid(type), value] as const];
      }),
  );
}

/** Attributes by type, each once and with one value. */
function readSignedAttributes(field: Tlv): ReadonlyMap<string, Tlv> {
  const found = new Map<string, Tlv>();
  for (const one of parts(field)) {
    const [type, values] = parts(demand(one, TAG.sequence));
    const [value, ...more] = parts(demand(values, TAG.set));
    const id = readOid(type);
    if (value === undefined || more.length > 0 || found.has(id)) throw new DerError(`attribute ${id} does not stand there once`);
    found.set(id, value);
  }
  return found;
}

/** The certificate digests that signing-certificate-v2 gives, the signer's first. */
export function readSigningCertificates(attribute: Tlv): { readonly digestOid: string; readonly digest: Buffer }[] {
  const [certificates] = parts(demand(attribute, TAG.sequence));
  return parts(demand(certificates, TAG.sequence)).map((one) => {
    const fields = parts(demand(one, TAG.sequence));
    const algorithm = fields[0]?.tag === TAG.sequence && fields[1]?.tag === TAG.octetString ? fields.shift() : undefined;
    return {
      digestOid: algorithm === undefined ? SHA256 : readOid(parts(algorithm)[0]),
      digest: demand(fields[0], TAG.octetString).content,
    };
  });
}
