import { createHash } from 'node:crypto';
import { Fault } from '../../model/fault.js';
import type { Clock } from '../../model/ports.js';
import { digestOf, SHA256 } from '../algorithms.js';
import { type Certificate, EXTENSION } from '../certificate.js';
import { ATTRIBUTE, readSignedData, readSigningCertificates } from '../cms.js';
import {
  boolean,
  DerError,
  demand,
  integer,
  nothing,
  octetString,
  oid,
  parts,
  readSmallInteger,
  readWhole,
  sequence,
  TAG,
} from '../der.js';
import { checkTimeStamp, type TimeStamp } from '../time-stamp.js';
import { trustPath } from '../trust.js';
import type { Exchange } from './exchange.js';
import { CLOCK_TOLERANCE_MS, soundOrWhy } from './standing.js';

export interface TimeStampClientParts {
  /** Asked in this order, until one gives a sound time stamp. */
  readonly urls: readonly string[];
  /** The policy that a time stamp must be under; any, if not given. */
  readonly policy?: string | undefined;
  /** Roots that must stand behind an authority. */
  readonly roots: readonly Certificate[];
  readonly exchange: Exchange;
  readonly randomBytes: (size: number) => Buffer;
  readonly clock: Clock;
}

/** A token as it goes into a file, and what it says. */
export interface Stamped {
  readonly token: Buffer;
  readonly stamp: TimeStamp;
  /** From the authority's certificate to a root. */
  readonly path: readonly Certificate[];
}

/** Gives an RFC 3161 time stamp over some bytes. Faults `service-silent`, `service-answer` name every authority that was asked. */
export type TimeStampClient = (stamped: readonly Uint8Array[]) => Promise<Stamped>;

const MAX_REPLY = 128 * 1024;
const NONCE_BYTES = 16;

/** A client that takes no answer on trust: imprint, nonce, policy, time, signature, purpose and path of the authority are checked. */
export function timeStampClient({ urls, policy, roots, exchange, randomBytes, clock }: TimeStampClientParts): TimeStampClient {
  const ask = async (url: string, stamped: readonly Uint8Array[]): Promise<Stamped> => {
    const nonce = integer(randomBytes(NONCE_BYTES));
    const request = timeStampRequest(digestOf(SHA256, ...stamped), nonce, policy);
    const reply = await exchange({ url, body: { type: 'application/timestamp-query', bytes: request }, maxBytes: MAX_REPLY });
    const found = soundOrWhy(() => readReply(reply, stamped, { nonce, policy, roots, now: clock.now() }));
    if (typeof found === 'string') throw new Fault('service-answer', `${url}: its time stamp cannot be used: ${found}`);
    return found;
  };

  return async (stamped) => {
    const faults: Fault[] = [];
    for (const url of urls) {
      try {
        return await ask(url, stamped);
      } catch (problem) {
        if (!(problem instanceof Fault)) throw problem;
        faults.push(problem);
      }
    }
    const isAnswer = faults.some(({ code }) => code === 'service-answer');
    throw new Fault(isAnswer ? 'service-answer' : 'service-silent', `signing.tsa: ${faults.map(({ message }) => message).join('; ')}`);
  };
}

/** A TimeStampReq (RFC 3161, 2.4.1) that asks for the authority's certificates; `nonce` is DER. */
export function timeStampRequest(digest: Buffer, nonce: Buffer, policy?: string): Buffer {
  const imprint = sequence(sequence(oid(SHA256), nothing()), octetString(digest));
  return sequence(integer(1), imprint, ...(policy === undefined ? [] : [oid(policy)]), nonce, boolean(true));
}

interface Expected {
  readonly nonce: Buffer;
  readonly policy: string | undefined;
  readonly roots: readonly Certificate[];
  readonly now: Date;
}

/** The token of a TimeStampResp (2.4.2), or why it cannot be used. */
function readReply(reply: Buffer, stamped: readonly Uint8Array[], { nonce, policy, roots, now }: Expected): Stamped | string {
  const [info, token] = parts(demand(readWhole(reply), TAG.sequence));
  const status = readSmallInteger(parts(demand(info, TAG.sequence))[0]);
  // granted, and granted with modifications
  if (status !== 0 && status !== 1) return `the authority refused (status ${status})`;
  if (token === undefined) throw new DerError('a reply without a token');
  const stamp = checkTimeStamp(token.bytes, stamped);
  if ('code' in stamp) return stamp.text;
  if (stamp.nonce === null || !stamp.nonce.equals(nonce)) return 'it does not repeat the nonce';
  if (policy !== undefined && stamp.policy !== policy) return `it is under policy ${stamp.policy}, not ${policy}`;
  if (Math.abs(stamp.time.getTime() - now.getTime()) > CLOCK_TOLERANCE_MS)
    return `it says ${stamp.time.toISOString()} while the clock here says ${now.toISOString()}`;
  const flaw = authorityFlaw(stamp.certificate, token.bytes);
  if (flaw !== null) return flaw;
  const found = trustPath(stamp.certificate, stamp.pool, roots, stamp.time);
  return 'why' in found ? `its authority is not trusted (signing.trust): ${found.why}` : { token: token.bytes, stamp, path: found.path };
}

/** RFC 3161, 2.3: a certificate for time stamping alone, critically so; 2.4.2 and RFC 5816: the token names it. */
function authorityFlaw(certificate: Certificate, token: Buffer): string | null {
  const purpose = certificate.extension(EXTENSION.extendedKeyUsage);
  if (purpose?.critical !== true || certificate.extendedKeyUsage.length !== 1) return 'its certificate is not for time stamping alone';
  if (certificate.hasUnknownCritical) return 'its certificate has a critical extension that is not known here';
  const { signed } = readSignedData(token).signer;
  const second = signed.get(ATTRIBUTE.signingCertificateV2);
  if (second !== undefined) return readSigningCertificates(second).length > 0 ? null : 'it does not name its certificate';
  const first = signed.get(ATTRIBUTE.signingCertificate);
  if (first === undefined) return 'it does not name its certificate';
  const [certificates] = parts(demand(first, TAG.sequence));
  const [named] = parts(demand(parts(demand(certificates, TAG.sequence))[0], TAG.sequence));
  // The older attribute knows SHA-1 only; it identifies here, and the signature is what proves.
  const digest = createHash('sha1').update(certificate.der).digest();
  return demand(named, TAG.octetString).content.equals(digest) ? null : 'its certificate is not the one that was signed for';
}
