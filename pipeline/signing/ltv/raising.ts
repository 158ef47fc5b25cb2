import type { Evidence, Revision } from '../../model/act.js';
import { sha256 } from '../../model/digest.js';
import { Fault, type FaultCode } from '../../model/fault.js';
import type { LongTermSettings, SignatureLevel } from '../../model/office.js';
import type { Clock } from '../../model/ports.js';
import { PdfFile } from '../../pdf/pdf-file.js';
import { readCertificate } from '../certificate.js';
import type { SignatureStamper } from '../cms.js';
import { type Examination, examinePdf } from '../verify-pdf.js';
import { collectData, type PathToProve } from './collect.js';
import { coverageOf } from './coverage.js';
import { appendDocumentTimeStamp } from './document-time-stamp.js';
import { httpExchange } from './exchange.js';
import { type DocumentProof, lowestOf, reaches, validUntil } from './level.js';
import { revocationClient } from './revocation-client.js';
import { type Stamped, timeStampClient } from './time-stamp-client.js';
import { appendValidationData, readValidationData } from './validation-data.js';

/** A PDF with what could be added to it. */
export interface Raised {
  /** The bytes given are its prefix, or it whole. */
  readonly bytes: Buffer;
  /** What was appended, the oldest first. */
  readonly revisions: readonly Revision[];
  readonly evidence: Evidence;
  /** What kept it from the level that was asked; null if nothing did. */
  readonly problem: Fault | null;
}

/** Proofs for signatures, of the level that is set. */
export interface LongTerm {
  readonly level: SignatureLevel;
  /** Time stamps for signatures being made. */
  readonly stamper: SignatureStamper;
  /** True if a file with that evidence is below the level, or its archive time stamp is to be renewed now. */
  isDue(evidence: Evidence): boolean;
  /** How far the proofs in a file reach now. */
  evidenceOf(pdf: Buffer): Evidence;
  /**
   * Appends what a signed PDF lacks, and renews its archive time stamp if it is time. What a service fails to give is told in the result,
   * beside what was attained without it. Fault `certificate-revoked` if a certificate was; `signature-broken` if the file does not verify.
   */
  raise(pdf: Buffer): Promise<Raised>;
}

export interface LongTermParts {
  readonly settings: LongTermSettings;
  /** DER of the roots behind signers, seals and time-stamping authorities. */
  readonly trust: readonly Buffer[];
  readonly fetch: typeof globalThis.fetch;
  /** Strong randomness for nonces. */
  readonly randomBytes: (size: number) => Buffer;
  readonly clock: Clock;
  /** Is told of a signature that stays without its time stamp. */
  readonly onProblem: (problem: Fault) => void;
}

/** Room for a token as most authorities give it; one that was longer makes the next room longer. */
const TOKEN_ROOM = 8192;
const TOKEN_SLACK = 1024;
const DAY_MS = 24 * 3_600_000;
/** Faults after which what was attained is kept and the rest left for later. */
const LEFT_FOR_LATER: ReadonlySet<FaultCode> = new Set(['service-silent', 'service-answer', 'stamp-lapsed']);

/** The authority's certificates end no later than those whose stamp is to be renewed. */
class EndsAsSoon extends Error {}

/** The proofs that an office's settings ask for. Nothing but the services that are set, or named by certificates under the roots, is asked. */
export function longTerm({ settings, trust, fetch, randomBytes, clock, onProblem }: LongTermParts): LongTerm {
  const { level } = settings;
  const roots = trust.map(readCertificate);
  const exchange = httpExchange(fetch, clock);
  const stamp = timeStampClient({ urls: settings.tsa, policy: settings.tsaPolicy, roots, exchange, randomBytes, clock });
  const ask = revocationClient({ ocsp: settings.ocsp, crl: settings.crl, exchange, randomBytes, clock });
  let longest = TOKEN_ROOM - TOKEN_SLACK;
  /** Until when the certificates behind the last stamp that was given are valid. */
  let stampsUntil: Date | null = null;

  const stamped = async (covered: readonly Uint8Array[]): Promise<Stamped> => {
    const found = await stamp(covered);
    longest = Math.max(longest, found.token.length);
    stampsUntil = validUntil(found.path);
    return found;
  };
  const room = (): number => longest + TOKEN_SLACK;

  const stamper: SignatureStamper = {
    room,
    async stamp(signature) {
      const most = room();
      try {
        const { token } = await stamped([signature]);
        if (token.length <= most) return token;
        throw new Fault('service-answer', `signing.tsa: a time stamp of ${token.length} bytes where ${most} were kept free`);
      } catch (problem) {
        if (!(problem instanceof Fault) || !LEFT_FOR_LATER.has(problem.code)) throw problem;
        onProblem(problem);
        return null;
      }
    },
  };

  const examine = (bytes: Buffer): Examination => {
    const seen = examinePdf(bytes, { trust, file: 'act.pdf' });
    const [problem] = seen.problems;
    if (problem === undefined) return seen;
    throw new Fault(problem.code === 'certificate-revoked' ? 'certificate-revoked' : 'signature-broken', problem.message);
  };

  /** A document time stamp that outlives `outlived`. A room that the token does not fit in is made once more, as large as that. */
  const addStamp = async (bytes: Buffer, outlived: Date | null): Promise<Buffer> => {
    const attempt = async (): Promise<Buffer> =>
      appendDocumentTimeStamp(bytes, room(), async (covered) => {
        const { token, path } = await stamped(covered);
        if (outlived !== null && validUntil(path) <= outlived) throw new EndsAsSoon();
        return token;
      });
    const before = room();
    try {
      return await attempt();
    } catch (problem) {
      if (room() === before) throw problem;
      return attempt();
    }
  };

  /** What is not covered yet; of the last stamp's path newer word in any case where it is to be `renewed`. */
  const addData = async (bytes: Buffer, { provable, stamps }: Examination, renewed: DocumentProof | null): Promise<Buffer> => {
    const file = new PdfFile(bytes);
    const data = readValidationData(file);
    const paths = [
      ...provable.flatMap(({ end, path, proof }) => {
        const first = proof ?? stamps.find((one) => one.end > end);
        return first === undefined ? [] : [path, first.path].map((one) => ({ path: one, provenAt: first.time, isRenewed: false }));
      }),
      ...stamps.map((stamp) => ({ path: stamp.path, provenAt: stamp.time, isRenewed: stamp === renewed })),
    ].flatMap(({ path, provenAt, isRenewed }): PathToProve[] => {
      const isWanted = 'path' in path && (isRenewed || !coverageOf(path.path, data, provenAt).whole);
      return isWanted ? [{ path: path.path, provenAt }] : [];
    });
    return appendValidationData(file, await collectData(paths, ask)) ?? bytes;
  };

  const isEnding = (until: Date): boolean => until.getTime() - settings.renewBeforeDays * DAY_MS <= clock.now().getTime();

  /**
   * Newer word on the last stamp, and a new stamp over it: both or neither, so that attempts without success leave nothing behind. Nothing while
   * the authority has no longer certificates than that stamp's, and there is time to wait for some.
   */
  const renew = async (bytes: Buffer, seen: Examination, last: DocumentProof, until: Date): Promise<readonly Buffer[]> => {
    const leftMs = until.getTime() - clock.now().getTime();
    if (leftMs <= 0) {
      const ended = `its certificates ended at ${until.toISOString()}`;
      throw new Fault('stamp-lapsed', `the last archive time stamp was not renewed in time: ${ended}; what it proved cannot be carried on`);
    }
    try {
      if (stampsUntil !== null && stampsUntil <= until) throw new EndsAsSoon();
      const data = await addData(bytes, seen, last);
      return [...(data === bytes ? [] : [data]), await addStamp(data, until)];
    } catch (problem) {
      if (!(problem instanceof EndsAsSoon)) throw problem;
      if (leftMs > (settings.renewBeforeDays * DAY_MS) / 2) return [];
      throw new Fault(
        'service-answer',
        `signing.tsa: certificates that outlive those of ${until.toISOString()} are needed to renew a stamp`,
      );
    }
  };

  const raise = async (pdf: Buffer): Promise<Raised> => {
    let bytes = pdf;
    let seen = examine(pdf);
    const revisions: Revision[] = [];
    const append = (...longer: readonly Buffer[]): void => {
      for (const one of longer) {
        if (one.length === bytes.length) continue;
        bytes = one;
        revisions.push({ bytes: one.length, sha256: sha256(one) });
      }
      seen = examine(bytes);
    };
    const isBelow = (wanted: SignatureLevel): boolean => reaches(level, wanted) && !reaches(evidenceIn(seen).level, wanted);
    let problem: Fault | null = null;
    try {
      if (isBelow('B-T')) append(await addStamp(bytes, null));
      if (isBelow('B-LT')) append(await addData(bytes, seen, null));
      if (isBelow('B-LTA')) append(await addStamp(bytes, null));
      const last = lastStamp(seen);
      if (revisions.length === 0 && level === 'B-LTA' && last !== null && isEnding(last.until))
        append(...(await renew(bytes, seen, last.stamp, last.until)));
      // A stamp of an authority that the data did not know: whether it was revoked can be said only now.
      if (level === 'B-LTA' && !isBelow(level)) append(await addData(bytes, seen, null));
      if (isBelow(level)) problem = new Fault('service-answer', `what the services gave does not add up to ${level}`);
    } catch (fault) {
      if (!(fault instanceof Fault) || !LEFT_FOR_LATER.has(fault.code)) throw fault;
      problem = fault;
    }
    return { bytes, revisions, evidence: evidenceIn(seen), problem };
  };

  return {
    level,
    stamper,
    isDue: ({ level: reached, stampedUntil }) =>
      !reaches(reached, level) || (level === 'B-LTA' && stampedUntil !== null && isEnding(new Date(stampedUntil))),
    evidenceOf: (pdf) => evidenceIn(examine(pdf)),
    raise,
  };
}

function evidenceIn(seen: Examination): Evidence {
  const { provable } = seen;
  const level = lowestOf(provable.map((one) => one.level));
  return { level, stampedUntil: lastStamp(seen)?.until.toISOString() ?? null };
}

/** The last document time stamp, and until when its certificates are valid. */
function lastStamp({ stamps }: Examination): { readonly stamp: DocumentProof; readonly until: Date } | null {
  const stamp = stamps.at(-1);
  return stamp === undefined || 'why' in stamp.path ? null : { stamp, until: validUntil(stamp.path.path) };
}
