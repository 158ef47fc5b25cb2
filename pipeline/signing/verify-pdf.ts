import { Fault } from '../model/fault.js';
import type { SignatureLevel } from '../model/office.js';
import type { Problem, SignatureReport } from '../model/ports.js';
import { isString, nameOf, type PdfDict, textOf } from '../pdf/objects.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { type SignatureField, signatureFields } from '../pdf/signature-fields.js';
import { type Certificate, NAME, readCertificate } from './certificate.js';
import { judgeCms } from './judge-cms.js';
import { forbiddenIn } from './later-changes.js';
import { type DataUpTo, type DocumentProof, dataOf, type Proof, type Provable, type Proved, provedOf } from './ltv/level.js';
import { certificatesOf } from './ltv/validation-data.js';
import { type Flaw, flaw, type ProblemCode } from './problem-codes.js';
import { readUpdates, type Updates } from './revisions.js';
import { readSignedRange, type SignedRange } from './signed-range.js';
import { checkTimeStamp, type TimeStamp } from './time-stamp.js';
import { type TrustPath, trustPath } from './trust.js';

export interface VerifyOptions {
  /** DER of the roots, of time-stamping authorities too; without them nothing is said of trust, and nobody is held untrusted. */
  readonly trust?: readonly Buffer[];
  /** Path for the report. */
  readonly file: string;
}

export interface PdfVerdict {
  /** In the order of signing. */
  readonly signatures: readonly SignatureReport[];
  readonly problems: readonly Problem[];
}

/** One signature, with what is wrong with it. */
export interface JudgedSignature {
  readonly report: SignatureReport;
  /** Whether signature and signed bytes fit, whatever its form; null where that cannot be checked here. */
  readonly intact: boolean | null;
  readonly flaws: readonly Flaw[];
}

/** What verifying found beside the verdict, for those who add proofs. */
export interface Examination extends PdfVerdict {
  /** In the order of `signatures`. */
  readonly judged: readonly JudgedSignature[];
  /** Signatures that can be proved, in the order of signing. */
  readonly provable: readonly (Provable & { readonly level: SignatureLevel })[];
  /** Sound document time stamps, the oldest first. */
  readonly stamps: readonly DocumentProof[];
}

interface Signed {
  readonly field: SignatureField;
  readonly signature: PdfDict;
  readonly range: SignedRange | string;
}

/**
 * Verifies every signature of a PDF: range, digest, CMS, certificate, time stamps, later changes, and trust where roots are given (each
 * certificate must have been valid at the signing time that /M claims, a time-stamping authority's at the time of its stamp). Revocation is
 * judged by what the file carries. Sound is a file without problems. Any bytes may be given; nothing is thrown for what is in them.
 */
export function verifyPdf(bytes: Buffer, options: VerifyOptions): PdfVerdict {
  const { signatures, problems } = examinePdf(bytes, options);
  return { signatures, problems };
}

/** As `verifyPdf`, with what it found out on the way. */
export function examinePdf(bytes: Buffer, { trust, file: path }: VerifyOptions): Examination {
  const problem = (code: ProblemCode, message: string): Problem => ({ code, path, message });
  const nothing = { signatures: [], judged: [], provable: [], stamps: [] } as const;
  try {
    const file = new PdfFile(bytes);
    const signed = signedFields(file);
    const [stamps, signatures] = [signed.filter(isDocumentTimeStamp), signed.filter((one) => !isDocumentTimeStamp(one))];
    if (signatures.length === 0) return { ...nothing, problems: [problem('signature-missing', 'The PDF has no signature')] };
    const dataUpTo = dataOf(file);
    const roots = trust?.map(readCertificate);
    const trusting: Trusting = { roots, known: certificatesOf(dataUpTo(bytes.length)) };
    const judgedStamps = stamps.map((one) => judgeStamp(one, trusting));
    const proofs = judgedStamps.flatMap(({ proof }) => (proof === null ? [] : [proof]));
    const changes = changesAfter(file, signed);
    const judged = signatures.map((one) => judge(one, { file, path, changes, trusting, proofs, dataUpTo }));
    return {
      signatures: judged.map(({ report }) => report),
      judged,
      provable: judged.flatMap(({ provable }) => (provable === null ? [] : [provable])),
      stamps: proofs,
      problems: [...judged, ...judgedStamps].flatMap(({ name, flaws }) =>
        flaws.map(({ code, text }) => problem(code, `Signature "${name}": ${text}`)),
      ),
    };
  } catch (error) {
    if (error instanceof Fault && error.code === 'pdf-unreadable')
      return { ...nothing, problems: [problem('pdf-unreadable', error.message)] };
    throw error;
  }
}

/** Filled signature fields, the oldest first. */
function signedFields(file: PdfFile): Signed[] {
  const signed = signatureFields(file).flatMap((field): Signed[] =>
    field.value === null ? [] : [{ field, signature: field.value, range: readSignedRange(file, field.value) }],
  );
  return signed.sort((a, b) => endOf(a) - endOf(b));
}

const endOf = ({ range }: Signed): number => (typeof range === 'string' ? Number.POSITIVE_INFINITY : range.end);

const isDocumentTimeStamp = ({ signature }: Signed): boolean =>
  nameOf(signature.get('Type')) === 'DocTimeStamp' || nameOf(signature.get('SubFilter')) === 'ETSI.RFC3161';

/** Everything that was appended behind the first signed revision, and why some of it is forbidden. */
interface Changes {
  readonly ends: ReadonlySet<number>;
  readonly forbidden: readonly { readonly from: number; readonly why: string }[];
}

function changesAfter(file: PdfFile, signed: readonly Signed[]): Changes {
  const first = Math.min(...signed.map(endOf));
  if (!Number.isFinite(first)) return { ends: new Set(), forbidden: [] };
  if (first === file.bytes.length) return { ends: new Set([first]), forbidden: [] };
  let before = new PdfFile(file.bytes.subarray(0, first));
  const { updates, stopped }: Updates = readUpdates(file, first, before.xref.startxref);
  const forbidden = stopped === null ? [] : [{ from: stopped.at, why: stopped.why }];
  for (const update of updates) {
    const after = update.end === file.bytes.length ? file : new PdfFile(file.bytes.subarray(0, update.end));
    const why = forbiddenIn(update, before, after);
    if (why !== null) forbidden.push({ from: update.start, why });
    before = after;
  }
  return { ends: new Set([first, ...updates.map((update) => update.end)]), forbidden };
}

/** Whom paths may lead to, and certificates that the file carries beside its signatures. */
interface Trusting {
  readonly roots: readonly Certificate[] | undefined;
  readonly known: readonly Certificate[];
}

interface Surroundings {
  readonly file: PdfFile;
  /** Path for the report. */
  readonly path: string;
  readonly changes: Changes;
  readonly trusting: Trusting;
  readonly proofs: readonly DocumentProof[];
  readonly dataUpTo: DataUpTo;
}

interface Judged extends JudgedSignature {
  readonly name: string;
  readonly provable: Examination['provable'][number] | null;
}

function judge({ field, signature, range }: Signed, { file, path, changes, trusting, proofs, dataUpTo }: Surroundings): Judged {
  const { roots } = trusting;
  const at = signingTime(signature);
  const common = { file: path, signedAt: at?.toISOString() ?? null };
  if (typeof range === 'string') {
    const report = {
      ...common,
      signer: '',
      role: roleOf(field.name, null),
      level: 'unknown',
      trusted: roots === undefined ? null : false,
    } as const;
    return {
      name: field.name,
      flaws: [flaw('signature-range', range)],
      intact: false,
      report: { ...report, coversWholeFile: false, laterChanges: 'forbidden' },
      provable: null,
    };
  }
  const cms = judgeCms(signature, range, at);
  const route: TrustPath =
    cms.certificate === null || at === null ? { why: 'nothing to trust' } : pathOf(cms.certificate, cms.pool, at, trusting);
  const stamped = cms.stamp === null ? { proof: null, flaws: [] } : proofOf(cms.stamp, trusting);
  const provable = { end: range.end, path: route, proof: stamped.proof };
  const proved = provedOf(provable, proofs, dataUpTo, file.bytes.length);
  const distrust = roots === undefined || !('why' in route) ? null : route.why;
  const later = laterChanges(range.end, file.bytes.length, changes);
  const own = [...cms.flaws, ...stamped.flaws, ...revocationFlaws(proved)];
  const flaws = [
    ...own,
    ...(distrust === null ? [] : [flaw('certificate-untrusted', distrust)]),
    ...(later.why === null ? [] : [flaw('later-changes', `the file was changed after it: ${later.why}`)]),
  ];
  const report: SignatureReport = {
    ...common,
    signer: cms.certificate?.subjectValues(NAME.commonName)[0] ?? '',
    role: roleOf(field.name, cms.certificate),
    level: cms.isBaseline ? proved.level : 'unknown',
    trusted: roots === undefined ? null : distrust === null && own.length === 0,
    coversWholeFile: range.end === file.bytes.length,
    laterChanges: later.verdict,
  };
  return { name: field.name, report, flaws, intact: cms.intact, provable: cms.isBaseline ? { ...provable, level: proved.level } : null };
}

/** A path to the roots; without any, to whatever signed itself, for then trust is not the question. */
function pathOf(certificate: Certificate, pool: readonly Certificate[], at: Date, { roots, known }: Trusting): TrustPath {
  const all = [...pool, ...known];
  return trustPath(certificate, all, roots ?? all.filter((one) => one.subject.equals(one.issuer) && one.isSignedBy(one)), at);
}

/** What a sound time stamp proves; nothing if roots are given and none of them stands behind its authority. */
function proofOf(
  { certificate, pool, time }: TimeStamp,
  trusting: Trusting,
): { readonly proof: Proof | null; readonly flaws: readonly Flaw[] } {
  const path = pathOf(certificate, pool, time, trusting);
  if (trusting.roots === undefined || !('why' in path)) return { proof: { time, path }, flaws: [] };
  return { proof: null, flaws: [flaw('timestamp-untrusted', `of its time stamp's authority: ${path.why}`)] };
}

function revocationFlaws({ revoked }: Proved): Flaw[] {
  if (revoked === null) return [];
  const { certificate, at } = revoked;
  const text = `certificate ${certificate.serialHex} was revoked at ${at.toISOString()}, before the signature is known to have existed`;
  return [flaw('certificate-revoked', text)];
}

interface JudgedStamp {
  readonly name: string;
  readonly flaws: readonly Flaw[];
  readonly proof: DocumentProof | null;
}

function judgeStamp({ field: { name }, range }: Signed, trusting: Trusting): JudgedStamp {
  if (typeof range === 'string') return { name, flaws: [flaw('signature-range', range)], proof: null };
  const stamp = checkTimeStamp(range.contents, range.parts);
  if ('code' in stamp) return { name, flaws: [stamp], proof: null };
  const { proof, flaws } = proofOf(stamp, trusting);
  return { name, flaws, proof: proof && { ...proof, end: range.end } };
}

function laterChanges(
  end: number,
  length: number,
  { ends, forbidden }: Changes,
): { readonly verdict: SignatureReport['laterChanges']; readonly why: string | null } {
  if (end === length) return { verdict: 'none', why: null };
  const why = ends.has(end) ? forbidden.find(({ from }) => from >= end)?.why : 'it does not end with a revision of the file';
  return why === undefined ? { verdict: 'allowed', why: null } : { verdict: 'forbidden', why };
}

/** An organisation's certificate seals, a person's signs; the field's name decides where the certificate says neither. */
function roleOf(field: string, certificate: Certificate | null): SignatureReport['role'] {
  if (certificate !== null) {
    if ([NAME.surname, NAME.givenName].some((type) => certificate.subjectValues(type).length > 0)) return 'signatory';
    if (certificate.subjectValues(NAME.organizationIdentifier).length > 0) return 'seal';
  }
  if (/^signatory/i.test(field)) return 'signatory';
  return /^seal/i.test(field) ? 'seal' : 'unknown';
}

/** The time that /M claims; null if there is none that can be read (ISO 32000-1, 7.9.4). */
function signingTime(signature: PdfDict): Date | null {
  const stated = signature.get('M');
  const match = isString(stated)
    ? /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(?:(\d{2})'?)?)?/.exec(textOf(stated))
    : null;
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, sign = '+', hours = '00', minutes = '00'] = match;
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
