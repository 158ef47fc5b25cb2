import { createHash, type KeyObject, sign } from 'node:crypto';
import { ECDSA_SHA256 } from './algorithms.js';
import { EXTENSION, NAME } from './certificate.js';
import { bitString, boolean, context, integer, octetString, oid, printableString, sequence, setOf, time, utf8String } from './der.js';

/** Attributes of a name, in the order they are to stand. */
export type NameParts = readonly (readonly [type: string, text: string])[];

/** Who issues: the name and the EC P-256 key pair. */
export interface Issuer {
  readonly name: NameParts;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export interface CertificateOrder {
  readonly subject: NameParts;
  readonly publicKey: KeyObject;
  readonly issuer: Issuer;
  /** Big-endian, at most 20 bytes (RFC 5280, 4.1.2.2). */
  readonly serial: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** An authority's certificate says how many authorities may stand below; null is the certificate of one who signs documents. */
  readonly authority: { readonly pathLength: number } | null;
  /** Where the issuer's certificate and its list of revoked ones could be had; null in a root. */
  readonly sources: { readonly issuer: string; readonly crl: string } | null;
  /** Further ones, each whole, as `extension` makes them. */
  readonly extensions?: readonly Buffer[];
}

const PRINTABLE: ReadonlySet<string> = new Set([NAME.country, NAME.serialNumber]);
const CA_ISSUERS = '1.3.6.1.5.5.7.48.2';
const CRL_NUMBER = '2.5.29.20';

/** Bits of keyUsage as DER: certificates and lists for an authority, nonRepudiation alone for a signer (ETSI EN 319 412-2, 4.3.2). */
const AUTHORITY_USAGE = bitString(Buffer.from([0b0000_0110]), 1);
const SIGNER_USAGE = bitString(Buffer.from([0b0100_0000]), 6);

/** An X.509 v3 certificate (RFC 5280) as DER, signed with ECDSA and SHA-256. node:crypto reads certificates, but writes none. */
export function writeCertificate({
  subject,
  publicKey,
  issuer,
  serial,
  notBefore,
  notAfter,
  authority,
  sources,
  extensions: more = [],
}: CertificateOrder): Buffer {
  const extensions = [
    extension(EXTENSION.subjectKeyIdentifier, false, octetString(keyIdentifier(publicKey))),
    extension(EXTENSION.authorityKeyIdentifier, false, sequence(context(0, false, keyIdentifier(issuer.publicKey)))),
    extension(EXTENSION.keyUsage, true, authority === null ? SIGNER_USAGE : AUTHORITY_USAGE),
    ...(authority === null ? [] : [extension(EXTENSION.basicConstraints, true, sequence(boolean(true), integer(authority.pathLength)))]),
    ...(sources === null ? [] : sourceExtensions(sources)),
    ...more,
  ];
  const tbs = sequence(
    context(0, true, integer(2)),
    integer(serial),
    sequence(oid(ECDSA_SHA256)),
    nameOf(issuer.name),
    sequence(time(notBefore), time(notAfter)),
    nameOf(subject),
    spki(publicKey),
    context(3, true, sequence(...extensions)),
  );
  return signedBy(issuer.privateKey, tbs);
}

export interface CrlOrder {
  readonly issuer: Issuer;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** Serial numbers as in `CertificateOrder`; none if not given. */
  readonly revoked?: readonly { readonly serial: Buffer; readonly at: Date }[];
}

/** A list of revoked certificates (RFC 5280, 5) as DER. */
export function writeCrl({ issuer, thisUpdate, nextUpdate, revoked = [] }: CrlOrder): Buffer {
  const extensions = sequence(
    extension(EXTENSION.authorityKeyIdentifier, false, sequence(context(0, false, keyIdentifier(issuer.publicKey)))),
    extension(CRL_NUMBER, false, integer(1)),
  );
  return signedBy(
    issuer.privateKey,
    sequence(
      integer(1),
      sequence(oid(ECDSA_SHA256)),
      nameOf(issuer.name),
      time(thisUpdate),
      time(nextUpdate),
      // RFC 5280, 5.1.2.6: an empty list is left out.
      ...(revoked.length === 0 ? [] : [sequence(...revoked.map(({ serial, at }) => sequence(integer(serial), time(at))))]),
      context(0, true, extensions),
    ),
  );
}

const signedBy = (key: KeyObject, tbs: Buffer): Buffer =>
  sequence(tbs, sequence(oid(ECDSA_SHA256)), bitString(sign('sha256', tbs, { key, dsaEncoding: 'der' })));

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** RFC 7093, method 4 with SHA-256 over the public key, cut to 20 bytes. */
const keyIdentifier = (key: KeyObject): Buffer => createHash('sha256').update(spki(key)).digest().subarray(0, 20);

/** An extension of a certificate or of a list; `value` is DER. */
export const extension = (type: string, critical: boolean, value: Buffer): Buffer =>
  sequence(oid(type), ...(critical ? [boolean(true)] : []), octetString(value));

function sourceExtensions({ issuer, crl }: { readonly issuer: string; readonly crl: string }): Buffer[] {
  const uri = (url: string): Buffer => context(6, false, Buffer.from(url, 'latin1'));
  return [
    extension(EXTENSION.authorityInfoAccess, false, sequence(sequence(oid(CA_ISSUERS), uri(issuer)))),
    extension(EXTENSION.crlDistributionPoints, false, sequence(sequence(context(0, true, context(0, true, uri(crl)))))),
  ];
}

/** Upper bound of most attributes (RFC 5280, appendix A.1), in characters. */
const MAX_ATTRIBUTE = 64;

/** Cut behind a whole word, so that nobody reads half a name. */
function cutText(text: string): string {
  const signs = [...text];
  return signs.length <= MAX_ATTRIBUTE
    ? text
    : signs
        .slice(0, MAX_ATTRIBUTE)
        .join('')
        .replace(/\s+\S*$/, '');
}

const nameOf = (name: NameParts): Buffer =>
  sequence(
    ...name.map(([type, text]) => {
      const cut = cutText(text);
      return setOf(sequence(oid(type), PRINTABLE.has(type) ? printableString(cut) : utf8String(cut)));
    }),
  );
