import { AlgorithmError, digestOf, isSignatureOf } from './algorithms.js';
import { type Certificate, KEY_USAGE, readCertificate } from './certificate.js';
import { ATTRIBUTE, readSigningCertificates, type SignedData } from './cms.js';
import { DerError, demand, readOid, TAG } from './der.js';
import { type Flaw, flaw } from './problem-codes.js';

const MAX_CERTIFICATES = 64;

/** What a CMS signature proves by itself, without any trust. */
export interface CheckedSigner {
  readonly certificate: Certificate | null;
  /** All certificates that came with it. */
  readonly pool: readonly Certificate[];
  readonly flaws: readonly Flaw[];
}

/** Certificates of the message; ones that are none are left out, for they lead nowhere. */
function readPool(data: SignedData): Certificate[] {
  return data.certificates.slice(0, MAX_CERTIFICATES).flatMap((bytes) => {
    try {
      return [readCertificate(bytes)];
    } catch (error) {
      if (error instanceof DerError) return [];
      throw error;
    }
  });
}

/**
 * Checks one signer (RFC 5652, 5.6): the content's type and digest, the signature over the signed attributes, and that the certificate is the
 * one that signing-certificate-v2 names. `content` is what was signed, in parts.
 */
export function checkSigner(data: SignedData, content: readonly Uint8Array[]): CheckedSigner {
  const pool = readPool(data);
  const { signer } = data;
  const named = signer.signer;
  const certificate =
    pool.find((one) =>
      'keyIdentifier' in named
        ? one.keyIdentifier?.equals(named.keyIdentifier) === true
        : one.issuer.equals(named.issuer) && one.serial.equals(named.serial),
    ) ?? null;
  try {
    return {
      certificate,
      pool,
      flaws: [
        ...contentFlaws(data, content),
        ...(certificate === null
          ? [flaw('signature-invalid', "the signer's certificate is not there")]
          : signatureFlaws(data, certificate)),
      ],
    };
  } catch (error) {
    if (error instanceof AlgorithmError) return { certificate, pool, flaws: [flaw('signature-algorithm', error.message)] };
    throw error;
  }
}

function contentFlaws({ signer, contentType }: SignedData, content: readonly Uint8Array[]): Flaw[] {
  const type = signer.signed.get(ATTRIBUTE.contentType);
  const digest = signer.signed.get(ATTRIBUTE.messageDigest);
  if (type === undefined || digest === undefined) return [flaw('signature-format', 'the signed attributes lack content type or digest')];
  if (readOid(type) !== contentType) return [flaw('signature-format', 'the signed content type is another one')];
  return demand(digest, TAG.octetString).content.equals(digestOf(signer.digestOid, ...content))
    ? []
    : [flaw('signature-digest', 'the signed bytes were changed')];
}

function signatureFlaws({ signer }: SignedData, certificate: Certificate): Flaw[] {
  const named = signer.signed.get(ATTRIBUTE.signingCertificateV2);
  if (named !== undefined) {
    const [first] = readSigningCertificates(named);
    if (first === undefined || !digestOf(first.digestOid, certificate.der).equals(first.digest)) {
      return [flaw('signature-invalid', 'the certificate is not the one that was signed for')];
    }
  }
  return isSignatureOf(signer.algorithm, signer.digestOid, certificate.publicKey(), signer.message, signer.signature)
    ? []
    : [flaw('signature-invalid', "the certificate's key did not make the signature")];
}

/** What speaks against a certificate as that of somebody who signs a document at that time. */
export function usageFlaws(certificate: Certificate, at: Date | null): Flaw[] {
  const flaws: Flaw[] = [];
  const maySign = certificate.permits(KEY_USAGE.nonRepudiation, true) || certificate.permits(KEY_USAGE.digitalSignature, true);
  if (!maySign || certificate.authority.ca) flaws.push(flaw('certificate-usage', 'the certificate is not one for signing documents'));
  if (certificate.hasUnknownCritical)
    flaws.push(flaw('certificate-usage', 'the certificate has a critical extension that is not known here'));
  if (at !== null && (at < certificate.notBefore || at > certificate.notAfter)) {
    flaws.push(flaw('certificate-expired', `the certificate was not valid at ${at.toISOString()}`));
  }
  return flaws;
}
