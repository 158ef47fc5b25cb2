import { createHash } from 'node:crypto';
import { digestNamedBy, isSignatureOf, SHA256, type SignatureAlgorithm } from '../algorithms.js';
import { type Certificate, EXTENSION, readCertificate } from '../certificate.js';
import {
  context,
  DerError,
  demand,
  isContext,
  nothing,
  octetString,
  oid,
  parts,
  readOid,
  readTime,
  readWhole,
  sequence,
  TAG,
  type Tlv,
} from '../der.js';
import { type Standing, soundOrWhy } from './standing.js';

const SHA1 = '1.3.14.3.2.26';
const BASIC = '1.3.6.1.5.5.7.48.1.1';
const NONCE = '1.3.6.1.5.5.7.48.1.2';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const MAX_CERTIFICATES = 16;
const STATUS: readonly string[] = [
  'successful',
  'malformed request',
  'internal error',
  'try later',
  '',
  'signature required',
  'unauthorized',
];

/** Names of issuers in CertIDs; SHA-1 serves as a name here, not as proof, and is the one that every responder knows (RFC 5019, 2.1.1). */
const NAMING: Readonly<Record<string, string>> = { [SHA1]: 'sha1', [SHA256]: 'sha256' };

/** An OCSP request (RFC 6960, 4.1) for one certificate, unsigned, with a nonce (RFC 9654) of 1 to 32 bytes. */
export function ocspRequest(certificate: Certificate, issuer: Certificate, nonce: Buffer): Buffer {
  const id = sequence(
    sequence(oid(SHA1), nothing()),
    octetString(named('sha1', issuer.subject)),
    octetString(named('sha1', keyBits(issuer))),
    certificate.serial,
  );
  const extension = sequence(oid(NONCE), octetString(octetString(nonce)));
  return sequence(sequence(sequence(sequence(id)), context(2, true, sequence(extension))));
}

/** What a response says of a certificate, and the nonce that it repeats, null if none. */
export interface OcspStanding extends Standing {
  readonly nonce: Buffer | null;
}

/**
 * What an OCSP response (RFC 6960, 4.2) says of a certificate; in words why it says nothing. It must be signed by the issuer, or by one whom
 * the issuer has authorised for that (4.2.2.2) and who is the responder it names.
 */
export function standingByOcsp(bytes: Buffer, certificate: Certificate, issuer: Certificate): OcspStanding | string {
  return soundOrWhy(() => readStanding(bytes, certificate, issuer));
}

function readStanding(bytes: Buffer, certificate: Certificate, issuer: Certificate): OcspStanding | string {
  const [status, body] = parts(demand(readWhole(bytes), TAG.sequence));
  const code = demand(status, TAG.enumerated).content[0] ?? 0;
  if (code !== 0) return `the responder says: ${STATUS[code] || code}`;
  if (!isContext(body, 0)) throw new DerError('a response without content');
  const [type, content] = parts(demand(parts(body)[0], TAG.sequence));
  if (readOid(type) !== BASIC) return 'a response of an unknown type';
  const [data, algorithm, signature, carried] = parts(demand(readWhole(demand(content, TAG.octetString).content), TAG.sequence));
  const signedData = demand(data, TAG.sequence);
  const fields = parts(signedData);
  if (isContext(fields[0], 0)) fields.shift();
  const [responderId, producedAt, responses, extensions] = fields;
  const [algorithmType, parameters] = parts(demand(algorithm, TAG.sequence));
  const responder = responderOf(responderId, readCertificates(carried), issuer, readTime(producedAt));
  if (typeof responder === 'string') return responder;
  const signed: Signed = {
    algorithm: { oid: readOid(algorithmType), parameters: parameters ?? null },
    message: signedData.bytes,
    signature: demand(signature, TAG.bitString).content.subarray(1),
  };
  if (!isSignatureOf(signed.algorithm, digestNamedBy(signed.algorithm), responder.publicKey(), signed.message, signed.signature))
    return 'its signature does not hold';
  const single = parts(demand(responses, TAG.sequence)).find((one) => isAbout(parts(one)[0], certificate, issuer));
  if (single === undefined) return 'it is about another certificate';
  const judged = readSingle(single);
  if (typeof judged === 'string') return judged;
  const isAsked = !responder.der.equals(issuer.der) && responder.extension(EXTENSION.ocspNoCheck) === undefined;
  return { ...judged, responder: isAsked ? responder : null, nonce: nonceIn(extensions) };
}

interface Signed {
  readonly algorithm: SignatureAlgorithm;
  readonly message: Buffer;
  readonly signature: Buffer;
}

function readCertificates(field: Tlv | undefined): Certificate[] {
  if (!isContext(field, 0)) return [];
  return parts(demand(parts(field)[0], TAG.sequence))
    .slice(0, MAX_CERTIFICATES)
    .map(({ bytes }) => readCertificate(bytes));
}

function responderOf(id: Tlv | undefined, carried: readonly Certificate[], issuer: Certificate, at: Date): Certificate | string {
  const isNamed = (one: Certificate): boolean => {
    if (isContext(id, 1)) return demand(parts(id)[0], TAG.sequence).bytes.equals(one.subject);
    if (isContext(id, 2)) return demand(parts(id)[0], TAG.octetString).content.equals(named('sha1', keyBits(one)));
    throw new DerError('a response without a responder');
  };
  if (isNamed(issuer)) return issuer;
  const found = carried.find(isNamed);
  if (found === undefined) return 'the responder that it names is neither the issuer nor there';
  if (!found.issuer.equals(issuer.subject) || !found.isSignedBy(issuer)) return 'its responder is not of the issuer of the certificate';
  if (!found.extendedKeyUsage.includes(OCSP_SIGNING) || found.hasUnknownCritical) return 'its responder is not authorised to answer';
  return at < found.notBefore || at > found.notAfter ? 'its responder was not valid when it answered' : found;
}

function isAbout(id: Tlv | undefined, certificate: Certificate, issuer: Certificate): boolean {
  const [algorithm, name, key, serial] = parts(demand(id, TAG.sequence));
  const hash = NAMING[readOid(parts(demand(algorithm, TAG.sequence))[0])];
  return (
    hash !== undefined &&
    demand(name, TAG.octetString).content.equals(named(hash, issuer.subject)) &&
    demand(key, TAG.octetString).content.equals(named(hash, keyBits(issuer))) &&
    demand(serial, TAG.integer).bytes.equals(certificate.serial)
  );
}

function readSingle(single: Tlv): Omit<Standing, 'responder'> | string {
  const [, status, thisUpdate, next] = parts(single);
  if (!isContext(status, 0) && !isContext(status, 1)) return 'the responder does not know the certificate';
  return {
    revokedAt: isContext(status, 1) ? readTime(parts(status)[0]) : null,
    thisUpdate: readTime(thisUpdate),
    nextUpdate: isContext(next, 0) ? readTime(parts(next)[0]) : null,
  };
}

function nonceIn(extensions: Tlv | undefined): Buffer | null {
  if (!isContext(extensions, 1)) return null;
  for (const extension of parts(demand(parts(extensions)[0], TAG.sequence))) {
    const [type, ...rest] = parts(extension);
    if (readOid(type) !== NONCE) continue;
    const value = demand(rest.at(-1), TAG.octetString).content;
    // Some responders leave the inner OCTET STRING out.
    return value[0] === TAG.octetString && value[1] === value.length - 2 ? value.subarray(2) : value;
  }
  return null;
}

const named = (hash: string, bytes: Buffer): Buffer => createHash(hash).update(bytes).digest();

/** The public key's own bits, without the algorithm and the count of unused bits. */
function keyBits(certificate: Certificate): Buffer {
  const [, bits] = parts(readWhole(certificate.publicKey().export({ type: 'spki', format: 'der' })));
  return demand(bits, TAG.bitString).content.subarray(1);
}
