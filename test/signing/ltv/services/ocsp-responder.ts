import { createHash, sign } from 'node:crypto';
import { ECDSA_SHA256 } from '../../../../pipeline/signing/algorithms.js';
import { readCertificate } from '../../../../pipeline/signing/certificate.js';
import { bitString, context, der, octetString, oid, parts, readWhole, sequence, TAG, type Tlv } from '../../../../pipeline/signing/der.js';
import type { Party } from './pki.js';
import { generalTime } from './time-stamping-authority.js';

const NONCE = '1.3.6.1.5.5.7.48.1.2';

/** How one answer departs from a right one. */
export interface OcspOptions {
  readonly status?: number;
  readonly revokedAt?: Date;
  readonly unknown?: boolean;
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date | null;
  readonly nonce?: 'repeat' | 'none' | 'other';
  /** Who signs; `certificates` go along. */
  readonly responder?: Party;
  readonly named?: 'name' | 'key';
  readonly certificates?: readonly Buffer[];
  /** About another serial number than was asked. */
  readonly otherSerial?: boolean;
  readonly damaged?: boolean;
}

const sha1 = (bytes: Buffer): Buffer => createHash('sha1').update(bytes).digest();
const keyBits = (party: Party): Buffer =>
  (parts(readWhole(party.publicKey.export({ type: 'spki', format: 'der' })))[1] as Tlv).content.subarray(1);

/** The certificate's issuer that a request names, by the hash of its key. */
export function isAskedOf(request: Buffer, issuer: Party): boolean {
  const [, , key] = parts(certIdOf(request));
  return key?.content.equals(sha1(keyBits(issuer))) === true;
}

function certIdOf(request: Buffer): Tlv {
  const [tbs] = parts(readWhole(request));
  const [list] = parts(tbs as Tlv);
  return parts(parts(list as Tlv)[0] as Tlv)[0] as Tlv;
}

/** Answers an OCSP request (RFC 6960) about one certificate. */
export function answerOcsp(request: Buffer, responder: Party, now: Date, options: OcspOptions = {}): Buffer {
  if (options.status !== undefined) return sequence(der(TAG.enumerated, Buffer.from([options.status])));
  const signer = options.responder ?? responder;
  const [tbs] = parts(readWhole(request));
  const asked = parts(tbs as Tlv)[1];
  const extensions = asked === undefined ? [] : parts(parts(asked)[0] as Tlv).map(({ bytes }) => bytes);
  const other = sequence(oid(NONCE), octetString(octetString(Buffer.alloc(16, 9))));
  const nonce = options.nonce ?? 'repeat';
  const carried = nonce === 'none' ? [] : nonce === 'other' ? [other] : extensions;
  const [algorithm, name, key, serial] = parts(certIdOf(request)).map(({ bytes }) => bytes) as [Buffer, Buffer, Buffer, Buffer];
  const id = sequence(algorithm, name, key, options.otherSerial === true ? der(TAG.integer, Buffer.from([1])) : serial);
  const status =
    options.unknown === true
      ? context(2, false)
      : options.revokedAt === undefined
        ? context(0, false)
        : context(1, true, generalTime(options.revokedAt));
  const next = options.nextUpdate === undefined ? new Date(now.getTime() + 7 * 24 * 3_600_000) : options.nextUpdate;
  const single = sequence(
    id,
    status,
    generalTime(options.thisUpdate ?? now),
    ...(next === null ? [] : [context(0, true, generalTime(next))]),
  );
  const responderId =
    options.named === 'key' ? context(2, true, octetString(sha1(keyBits(signer)))) : context(1, true, readCertificate(signer.der).subject);
  const data = sequence(
    responderId,
    generalTime(now),
    sequence(single),
    ...(carried.length === 0 ? [] : [context(1, true, sequence(...carried))]),
  );
  const signature = sign('sha256', data, { key: signer.privateKey, dsaEncoding: 'der' });
  if (options.damaged === true) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
  const basic = sequence(
    data,
    sequence(oid(ECDSA_SHA256)),
    bitString(signature),
    context(0, true, sequence(...(options.certificates ?? [signer.der]))),
  );
  const body = sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic));
  return sequence(der(TAG.enumerated, Buffer.from([0])), context(0, true, body));
}
