import { createHash, sign } from 'node:crypto';
import { ECDSA_SHA256, SHA256 } from '../../../../pipeline/signing/algorithms.js';
import { readCertificate } from '../../../../pipeline/signing/certificate.js';
import { ATTRIBUTE } from '../../../../pipeline/signing/cms.js';
import { context, der, integer, octetString, oid, parts, readWhole, sequence, set, setOf, TAG } from '../../../../pipeline/signing/der.js';
import type { Party } from './pki.js';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
export const POLICY = '1.3.6.1.4.1.99999.1';

/** GeneralizedTime to the second. */
export const generalTime = (at: Date): Buffer =>
  der(TAG.generalizedTime, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));

/** How one answer departs from a right one. */
export interface StampOptions {
  readonly status?: number;
  readonly time?: Date;
  /** DER. */
  readonly nonce?: Buffer | null;
  readonly policy?: string;
  readonly imprint?: Buffer;
  readonly signer?: Party;
  readonly certificates?: readonly Buffer[];
  /** Leaves out signing-certificate-v2. */
  readonly anonymous?: boolean;
  /** Unsigned bytes to make the token longer. */
  readonly padding?: number;
}

const hash = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Answers a TimeStampReq (RFC 3161) as an authority whose certificate and its issuer's come along. */
export function answerTimeStamp(request: Buffer, tsa: Party, issuer: Party, now: Date, options: StampOptions = {}): Buffer {
  const [, imprint, ...rest] = parts(readWhole(request));
  const [algorithm] = parts(imprint ?? readWhole(request));
  const asked = rest.find((field) => field.tag === TAG.oid)?.bytes;
  const nonce = options.nonce === undefined ? rest.find((field) => field.tag === TAG.integer)?.bytes : options.nonce;
  if (options.status !== undefined) return sequence(sequence(integer(options.status)));
  const info = sequence(
    integer(1),
    options.policy === undefined ? (asked ?? oid(POLICY)) : oid(options.policy),
    options.imprint === undefined
      ? (imprint?.bytes ?? Buffer.alloc(0))
      : sequence(algorithm?.bytes ?? Buffer.alloc(0), octetString(options.imprint)),
    integer(7),
    generalTime(options.time ?? now),
    ...(nonce == null ? [] : [nonce]),
  );
  const signer = options.signer ?? tsa;
  const own = readCertificate(signer.der);
  const named = sequence(sequence(sequence(octetString(hash(signer.der)), sequence(sequence(context(4, true, own.issuer)), own.serial))));
  const attributes = setOf(
    sequence(oid(ATTRIBUTE.contentType), set(oid(TST_INFO))),
    sequence(oid(ATTRIBUTE.messageDigest), set(octetString(hash(info)))),
    ...(options.anonymous === true ? [] : [sequence(oid(ATTRIBUTE.signingCertificateV2), set(named))]),
  );
  const digest = sequence(oid(SHA256));
  const padding = options.padding === undefined ? [] : [sequence(oid('1.2.3.4'), set(octetString(Buffer.alloc(options.padding, 1))))];
  const signerInfo = sequence(
    integer(1),
    sequence(own.issuer, own.serial),
    digest,
    context(0, true, readWhole(attributes).content),
    sequence(oid(ECDSA_SHA256)),
    octetString(sign('sha256', attributes, { key: signer.privateKey, dsaEncoding: 'der' })),
    ...(padding.length === 0 ? [] : [context(1, true, ...padding)]),
  );
  const signedData = sequence(
    integer(3),
    set(digest),
    sequence(oid(TST_INFO), context(0, true, octetString(info))),
    context(0, true, ...(options.certificates ?? [signer.der, issuer.der])),
    set(signerInfo),
  );
  return sequence(sequence(integer(0)), sequence(oid('1.2.840.113549.1.7.2'), context(0, true, signedData)));
}
