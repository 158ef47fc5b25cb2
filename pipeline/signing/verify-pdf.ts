import { Fault } from '../model/fault.js';
import type { Problem, SignatureReport } from '../model/ports.js';
import { AlgorithmError } from './algorithms.js';
import { type Certificate, NAME, readCertificate } from './certificate.js';
import { ATTRIBUTE, readSignedData } from './cms.js';
import { DerError } from './der.js';
import { forbiddenIn } from './later-changes.js';
import { isString, nameOf, type PdfDict, textOf } from './pdf/objects.js';
import { PdfFile } from './pdf/pdf-file.js';
import { type SignatureField, signatureFields } from './pdf/signature-fields.js';
import { type Flaw, flaw, type ProblemCode } from './problem-codes.js';
import { readUpdates, type Updates } from './revisions.js';
import { readSignedRange, type SignedRange } from './signed-range.js';
import { checkSigner, usageFlaws } from './signer-check.js';
import { checkTimeStamp } from './time-stamp.js';
import { distrustOf } from './trust.js';

export interface VerifyOptions {
  /** DER of the roots; without them nothing is said of trust, and nobody is held untrusted. */
  readonly trust?: readonly Buffer[];
  /** Path for the report. */
  readonly file: string;
}

export interface PdfVerdict {
  /** In the order of signing. */
  readonly signatures: readonly SignatureReport[];
  readonly problems: readonly Problem[];
}

interface Signed {
  readonly field: SignatureField;
  readonly signature: PdfDict;
  readonly range: SignedRange | string;
}

/**
 * Verifies every signature of a PDF: range, digest, CMS, certificate, later changes, and trust where roots are given (each certificate must
 * have been valid at the signing time that /M claims; revocation is not asked for). Sound is a file without problems. The level is B-B or
 * B-T; a later DSS or document time stamp is allowed but not judged here. Any bytes may be given; nothing is thrown for what is in them.
 */
export function verifyPdf(bytes: Buffer, { trust, file: path }: VerifyOptions): PdfVerdict {
  const problem = (code: ProblemCode, message: string): Problem => ({ code, path, message });
  try {
    const file = new PdfFile(bytes);
    const signed = signedFields(file);
    const [stamps, signatures] = [signed.filter(isDocumentTimeStamp), signed.filter((one) => !isDocumentTimeStamp(one))];
    if (signatures.length === 0) return { signatures: [], problems: [problem('signature-missing', 'The PDF has no signature')] };
    const changes = changesAfter(file, signed);
    const roots = trust?.map(readCertificate);
    const judged = signatures.map((one) => judge(one, file, changes, path, roots));
    const flaws = stamps.flatMap((one) => documentTimeStampFlaws(one).map((found) => ({ ...found, name: one.field.name })));
    return {
      signatures: judged.map(({ report }) => report),
      problems: [...judged.flatMap((one) => one.flaws.map((found) => ({ ...found, name: one.name }))), ...flaws].map(
        ({ code, text, name }) => problem(code, `Signature "${name}": ${text}`),
      ),
    };
  } catch (error) {
    if (error instanceof Fault && error.code === 'pdf-unreadable')
      return { signatures: [], problems: [problem('pdf-unreadable', error.message)] };
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

interface Judged {
  readonly name: string;
  readonly report: SignatureReport;
  readonly flaws: readonly Flaw[];
}

function judge(
  { field, signature, range }: Signed,
  file: PdfFile,
  changes: Changes,
  path: string,
  roots: readonly Certificate[] | undefined,
): Judged {
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
      report: { ...report, coversWholeFile: false, laterChanges: 'forbidden' },
    };
  }
  const cms = judgeCms(signature, range, at);
  const distrust =
    roots === undefined
      ? null
      : cms.certificate === null || at === null
        ? 'nothing to trust'
        : distrustOf(cms.certificate, cms.pool, roots, at);
  const later = laterChanges(range.end, file.bytes.length, changes);
  const flaws = [
    ...cms.flaws,
    ...(distrust === null ? [] : [flaw('certificate-untrusted', distrust)]),
    ...(later.why === null ? [] : [flaw('later-changes', `the file was changed after it: ${later.why}`)]),
  ];
  const report: SignatureReport = {
    ...common,
    signer: cms.certificate?.subjectValues(NAME.commonName)[0] ?? '',
    role: roleOf(field.name, cms.certificate),
    level: cms.level,
    trusted: roots === undefined ? null : distrust === null && cms.flaws.length === 0,
    coversWholeFile: range.end === file.bytes.length,
    laterChanges: later.verdict,
  };
  return { name: field.name, report, flaws };
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

interface JudgedCms {
  readonly certificate: Certificate | null;
  readonly pool: readonly Certificate[];
  readonly level: string;
  readonly flaws: readonly Flaw[];
}

function judgeCms(signature: PdfDict, { contents, parts }: SignedRange, at: Date | null): JudgedCms {
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
    const level = baseline.length > 0 ? 'unknown' : stamp === undefined ? 'B-B' : 'B-T';
    return { certificate, pool, level, flaws: all };
  } catch (error) {
    const text = error instanceof DerError ? `it cannot be read: ${error.message}` : error instanceof AlgorithmError ? error.message : null;
    if (text === null) throw error;
    return { certificate: null, pool: [], level: 'unknown', flaws: [flaw('signature-format', text)] };
  }
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

function documentTimeStampFlaws({ range }: Signed): Flaw[] {
  if (typeof range === 'string') return [flaw('signature-range', range)];
  const stamp = checkTimeStamp(range.contents, range.parts);
  return 'code' in stamp ? [stamp] : [];
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
