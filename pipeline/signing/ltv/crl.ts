import { digestNamedBy, isSignatureOf } from '../algorithms.js';
import { type Certificate, KEY_USAGE } from '../certificate.js';
import { DerError, demand, isContext, parts, readDer, readOid, readTime, readWhole, TAG, type Tlv } from '../der.js';
import { crlAddresses, pointAddresses } from './addresses.js';
import { type Standing, soundOrWhy } from './standing.js';

const ISSUING_DISTRIBUTION_POINT = '2.5.29.28';

/** DER of a list that may have come as PEM. */
export function crlBytes(answer: Buffer): Buffer {
  const armour = /^\s*-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END X509 CRL-----\s*$/.exec(answer.toString('latin1'));
  return armour?.[1] === undefined ? answer : Buffer.from(armour[1], 'base64');
}

/**
 * What a list of revoked certificates (RFC 5280, 5) says of a certificate; in words why it says nothing. The issuer itself must have signed
 * it, and it must speak of certificates of that sort: partial, indirect and delta lists say nothing here.
 */
export function standingByCrl(bytes: Buffer, certificate: Certificate, issuer: Certificate): Standing | string {
  return soundOrWhy(() => readStanding(bytes, certificate, issuer));
}

function readStanding(bytes: Buffer, certificate: Certificate, issuer: Certificate): Standing | string {
  const [list, algorithm, signature] = parts(demand(readWhole(bytes), TAG.sequence));
  const signed = demand(list, TAG.sequence);
  const fields = parts(signed);
  if (fields[0]?.tag === TAG.integer) fields.shift();
  const [, name, thisUpdate, ...rest] = fields;
  if (!demand(name, TAG.sequence).bytes.equals(issuer.subject)) return 'it is of another authority';
  if (!issuer.permits(KEY_USAGE.crlSign, true)) return 'its authority may not sign lists';
  const [type, parameters] = parts(demand(algorithm, TAG.sequence));
  const by = { oid: readOid(type), parameters: parameters ?? null };
  const value = demand(signature, TAG.bitString).content.subarray(1);
  if (!isSignatureOf(by, digestNamedBy(by), issuer.publicKey(), signed.bytes, value)) return 'its signature does not hold';
  const next = rest[0]?.tag === TAG.utcTime || rest[0]?.tag === TAG.generalizedTime ? readTime(rest.shift()) : null;
  const entries = rest[0]?.tag === TAG.sequence ? rest.shift() : undefined;
  const narrow = narrowness(rest[0], certificate);
  if (narrow !== null) return narrow;
  return { revokedAt: revocationIn(entries, certificate), thisUpdate: readTime(thisUpdate), nextUpdate: next, responder: null };
}

/** Lists may be long: entries are read one by one. */
function revocationIn(entries: Tlv | undefined, certificate: Certificate): Date | null {
  if (entries === undefined) return null;
  for (let at = 0; at < entries.content.length; ) {
    const entry = readDer(entries.content, at);
    at += entry.bytes.length;
    if (!readDer(entry.content).bytes.equals(certificate.serial)) continue;
    return readTime(parts(entry)[1]);
  }
  return null;
}

/** Why the list does not speak of such a certificate (5.2), or null. */
function narrowness(extensions: Tlv | undefined, certificate: Certificate): string | null {
  if (extensions === undefined) return null;
  if (!isContext(extensions, 0)) throw new DerError('a list with a strange end');
  for (const extension of parts(demand(parts(extensions)[0], TAG.sequence))) {
    const [type, ...rest] = parts(extension);
    const isCritical = rest[0]?.tag === TAG.boolean && rest[0].content[0] !== 0;
    if (readOid(type) === ISSUING_DISTRIBUTION_POINT) {
      const why = scopeFlaw(demand(readWhole(demand(rest.at(-1), TAG.octetString).content), TAG.sequence), certificate);
      if (why !== null) return why;
    } else if (isCritical) return `it has a critical extension that is not known here (${readOid(type)})`;
  }
  return null;
}

/** IssuingDistributionPoint (5.2.5). */
function scopeFlaw(scope: Tlv, certificate: Certificate): string | null {
  const fields = parts(scope);
  const isSet = (n: number): boolean => fields.some((field) => isContext(field, n) && field.content[0] !== 0);
  const { ca } = certificate.authority;
  const ofSomeReasons = fields.some((field) => isContext(field, 3));
  if (ofSomeReasons || isSet(4) || isSet(5)) return 'it is a partial or an indirect list';
  if ((isSet(1) && ca) || (isSet(2) && !ca)) return 'it is of certificates of another sort';
  const point = fields.find((field) => isContext(field, 0));
  if (point === undefined) return null;
  const own = crlAddresses(certificate);
  return pointAddresses(point).some((url) => own.includes(url)) ? null : 'it is of another distribution point than the certificate names';
}
