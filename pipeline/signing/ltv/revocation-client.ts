import { Fault } from '../../model/fault.js';
import type { Clock } from '../../model/ports.js';
import type { Certificate } from '../certificate.js';
import { crlAddresses, ocspAddresses } from './addresses.js';
import { crlBytes, standingByCrl } from './crl.js';
import type { Exchange } from './exchange.js';
import { ocspRequest, standingByOcsp } from './ocsp.js';
import { datesFlaw, type Standing } from './standing.js';

export interface RevocationClientParts {
  /** Asked in place of the addresses that certificates name; none are asked if empty. */
  readonly ocsp?: readonly string[] | undefined;
  readonly crl?: readonly string[] | undefined;
  readonly exchange: Exchange;
  readonly randomBytes: (size: number) => Buffer;
  readonly clock: Clock;
}

/** An answer as it goes into a file, and what it says. */
export interface RevocationAnswer {
  readonly kind: 'ocsp' | 'crl';
  readonly bytes: Buffer;
  readonly standing: Standing;
}

/**
 * Asks whether a certificate is revoked, OCSP first, then lists; `crlOnly` where a responder would be asked about itself. Faults
 * `service-silent` and `service-answer` name every service that was asked.
 */
export type RevocationClient = (
  certificate: Certificate,
  issuer: Certificate,
  options?: { readonly crlOnly?: boolean },
) => Promise<RevocationAnswer>;

const MAX_OCSP = 128 * 1024;
const MAX_CRL = 16 * 1024 * 1024;
const NONCE_BYTES = 16;
/** How long an answer is used again: documents that are signed one after another have the same certificates. */
const REUSE_MS = 10 * 60_000;
const MAX_KEPT = 256;

/** A client whose every answer is sound: of the right authority, signed, of this time, and where it repeats a nonce, of this request. */
export function revocationClient({ ocsp, crl, exchange, randomBytes, clock }: RevocationClientParts): RevocationClient {
  const kept = new Map<string, { readonly answer: RevocationAnswer; readonly until: number }>();
  const lists = new Map<string, { readonly bytes: Buffer; readonly until: number }>();

  const byOcsp = async (url: string, certificate: Certificate, issuer: Certificate): Promise<RevocationAnswer> => {
    const nonce = randomBytes(NONCE_BYTES);
    const request = ocspRequest(certificate, issuer, nonce);
    const bytes = await exchange({ url, body: { type: 'application/ocsp-request', bytes: request }, maxBytes: MAX_OCSP });
    const standing = standingByOcsp(bytes, certificate, issuer);
    // Responders that sign their answers beforehand leave the nonce out (RFC 9654, 2.1); then the dates alone must hold.
    const isOther = typeof standing !== 'string' && standing.nonce !== null && !standing.nonce.equals(nonce);
    return { kind: 'ocsp', bytes, standing: sound(url, isOther ? 'it is for another request (nonce)' : standing) };
  };

  const byCrl = async (url: string, certificate: Certificate, issuer: Certificate): Promise<RevocationAnswer> => {
    const bytes = await listAt(url);
    try {
      return { kind: 'crl', bytes, standing: sound(url, standingByCrl(bytes, certificate, issuer)) };
    } catch (problem) {
      lists.delete(url);
      throw problem;
    }
  };

  const listAt = async (url: string): Promise<Buffer> => {
    const now = clock.now().getTime();
    const known = lists.get(url);
    if (known !== undefined && known.until > now) return known.bytes;
    const bytes = crlBytes(await exchange({ url, maxBytes: MAX_CRL }));
    keep(lists, url, { bytes, until: now + REUSE_MS });
    return bytes;
  };

  const sound = (url: string, standing: Standing | string): Standing => {
    const flaw = typeof standing === 'string' ? standing : datesFlaw(standing, clock.now());
    if (typeof standing !== 'string' && flaw === null) return standing;
    throw new Fault('service-answer', `${url}: its answer cannot be used: ${flaw}`);
  };

  return async (certificate, issuer, { crlOnly = false } = {}) => {
    const name = `${crlOnly} ${certificate.der.toString('base64')}`;
    const known = kept.get(name);
    if (known !== undefined && known.until > clock.now().getTime()) return known.answer;
    const faults: Fault[] = [];
    const asked = [
      ...(crlOnly ? [] : (ocsp ?? ocspAddresses(certificate)).map((url) => ({ url, ask: byOcsp }))),
      ...(crl ?? crlAddresses(certificate)).map((url) => ({ url, ask: byCrl })),
    ];
    for (const { url, ask } of asked) {
      try {
        const answer = await ask(url, certificate, issuer);
        const now = clock.now().getTime();
        keep(kept, name, { answer, until: Math.min(now + REUSE_MS, answer.standing.nextUpdate?.getTime() ?? now) });
        return answer;
      } catch (problem) {
        if (!(problem instanceof Fault)) throw problem;
        faults.push(problem);
      }
    }
    const told = faults.length === 0 ? 'nothing is set or named that could tell' : faults.map(({ message }) => message).join('; ');
    const isAnswer = faults.length === 0 || faults.some(({ code }) => code === 'service-answer');
    throw new Fault(isAnswer ? 'service-answer' : 'service-silent', `whether certificate ${certificate.serialHex} is revoked: ${told}`);
  };
}

function keep<T>(into: Map<string, T>, name: string, value: T): void {
  if (into.size >= MAX_KEPT) into.clear();
  into.set(name, value);
}
