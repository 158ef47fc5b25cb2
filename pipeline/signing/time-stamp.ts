import { AlgorithmError, digestOf } from './algorithms.js';
import type { Certificate } from './certificate.js';
import { readSignedData } from './cms.js';
import { DerError, demand, parts, readOid, readTime, readWhole, TAG } from './der.js';
import { type Flaw, flaw } from './problem-codes.js';
import { checkSigner } from './signer-check.js';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** A time stamp token that belongs to what it stamps; whether its authority is trusted is another question. */
export interface TimeStamp {
  readonly time: Date;
  /** The authority's own. */
  readonly certificate: Certificate;
  /** All certificates that came with it. */
  readonly pool: readonly Certificate[];
  readonly policy: string;
  /** As DER; null if there is none. */
  readonly nonce: Buffer | null;
}

/** Checks an RFC 3161 token over `stamped` (in parts): imprint, signature and purpose of the authority. */
export function checkTimeStamp(token: Buffer, stamped: readonly Uint8Array[]): TimeStamp | Flaw {
  try {
    return readTimeStamp(token, stamped);
  } catch (error) {
    if (error instanceof DerError || error instanceof AlgorithmError)
      return flaw('timestamp-invalid', `a time stamp cannot be checked: ${error.message}`);
    throw error;
  }
}

function readTimeStamp(token: Buffer, stamped: readonly Uint8Array[]): TimeStamp | Flaw {
  const data = readSignedData(token);
  if (data.contentType !== TST_INFO || data.content === null) return flaw('timestamp-invalid', 'what stands there is no time stamp');
  const [, policy, imprint, , time, ...more] = parts(demand(readWhole(data.content), TAG.sequence));
  const [algorithm, digest] = parts(demand(imprint, TAG.sequence));
  const expected = digestOf(readOid(parts(demand(algorithm, TAG.sequence))[0]), ...stamped);
  if (!demand(digest, TAG.octetString).content.equals(expected)) return flaw('timestamp-invalid', 'a time stamp is of other bytes');
  const { certificate, pool, flaws } = checkSigner(data, [data.content]);
  if (flaws.length > 0) return flaw('timestamp-invalid', `a time stamp is not sound: ${flaws.map(({ text }) => text).join('; ')}`);
  if (!certificate?.extendedKeyUsage.includes(TIME_STAMPING))
    return flaw('timestamp-invalid', 'a time stamp is of a certificate that is not for time stamping');
  const nonce = more.find((field) => field.tag === TAG.integer)?.bytes ?? null;
  return { time: readTime(time), certificate, pool, policy: readOid(policy), nonce };
}
