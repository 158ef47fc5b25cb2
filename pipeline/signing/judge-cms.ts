import { nameOf, type PdfDict } from '../pdf/objects.js';
import { AlgorithmError } from './algorithms.js';
import type { Certificate } from './certificate.js';
import { ATTRIBUTE, readSignedData } from './cms.js';
import { DerError } from './der.js';
import { type Flaw, flaw } from './problem-codes.js';
import type { SignedRange } from './signed-range.js';
import { checkSigner, usageFlaws } from './signer-check.js';
import { checkTimeStamp, type TimeStamp } from './time-stamp.js';

/** What the CMS of a signature proves by itself. */
export interface JudgedCms {
  readonly certificate: Certificate | null;
  readonly pool: readonly Certificate[];
  /** Whether it has the form of a baseline signature. */
  readonly isBaseline: boolean;
  /** Its sound time stamp; null if it has none. */
  readonly stamp: TimeStamp | null;
  readonly flaws: readonly Flaw[];
  /** Whether signature and signed bytes fit, whatever its form; null where that cannot be checked here. */
  readonly intact: boolean | null;
}

/** Judges the CMS of a signature dictionary over its range; `at` is when it says it was made. Nothing is thrown for what is in it. */
export function judgeCms(signature: PdfDict, { contents, parts }: SignedRange, at: Date | null): JudgedCms {
  const subFilter = nameOf(signature.get('SubFilter')) ?? 'nothing';
  try {
    const data = readSignedData(contents);
    const { certificate, pool, flaws } = checkSigner(data, parts);
    const baseline = baselineFlaws(subFilter, data, at);
    const token = data.signer.unsigned.get(ATTRIBUTE.signatureTimeStamp);
    const stamp = token === undefined ? undefined : checkTimeStamp(token.bytes, [data.signer.signature]);
    const all = [
      ...flaws,
      ...baseline,
      ...(certificate === null ? [] : usageFlaws(certificate, at)),
      ...(stamp !== undefined && 'code' in stamp ? [stamp] : []),
    ];
    const sound = stamp !== undefined && !('code' in stamp) ? stamp : null;
    return { certificate, pool, isBaseline: baseline.length === 0, stamp: sound, flaws: all, intact: intactBy(flaws) };
  } catch (error) {
    const text = error instanceof DerError ? `it cannot be read: ${error.message}` : error instanceof AlgorithmError ? error.message : null;
    if (text === null) throw error;
    const intact = error instanceof AlgorithmError ? null : false;
    return { certificate: null, pool: [], isBaseline: false, stamp: null, flaws: [flaw('signature-format', text)], intact };
  }
}

function intactBy(flaws: readonly Flaw[]): boolean | null {
  return flaws.some(({ code }) => code !== 'signature-algorithm') ? false : flaws.length === 0 ? true : null;
}

/** Departures from PAdES baseline B (ETSI EN 319 142-1, 6.3). */
function baselineFlaws(subFilter: string, data: ReturnType<typeof readSignedData>, at: Date | null): Flaw[] {
  const { signed } = data.signer;
  const departures = [
    ...(subFilter === 'ETSI.CAdES.detached' ? [] : [`its format is ${subFilter}, not ETSI.CAdES.detached`]),
    ...(data.content === null ? [] : ['it carries content of its own']),
    ...(signed.has(ATTRIBUTE.signingCertificateV2) ? [] : ['it does not name its certificate (signing-certificate-v2)']),
    ...(signed.has(ATTRIBUTE.signingTime) ? ['it says the time in the CMS and not only in /M'] : []),
    ...(at === null ? ['it does not say when it was made (/M)'] : []),
  ];
  return departures.map((text) => flaw('signature-format', text));
}
