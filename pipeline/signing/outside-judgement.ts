import type { Revision } from '../model/act.js';
import { sha256 } from '../model/digest.js';
import { Fault } from '../model/fault.js';
import { nameOf } from '../pdf/objects.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { type SignatureField, signatureFields } from '../pdf/signature-fields.js';
import { AlgorithmError } from './algorithms.js';
import { type Certificate, NAME } from './certificate.js';
import { readSignedData } from './cms.js';
import { DerError } from './der.js';
import { forbiddenIn } from './later-changes.js';
import { lossOfForm } from './outside-form.js';
import type { ProblemCode } from './problem-codes.js';
import { readUpdates } from './revisions.js';
import { readSignedRange } from './signed-range.js';
import { checkSigner } from './signer-check.js';
import { verifyPdf } from './verify-pdf.js';

export type Role = 'signatory' | 'seal';

/** A signed file that came back, with what it must be. */
export interface ReturnedFile {
  readonly bytes: Buffer;
  /** What was given out: a prefix of `bytes`. */
  readonly ours: Buffer;
  /** Roles whose signatures are still to come from outside, in the order of signing. */
  readonly awaited: readonly Role[];
  /** DER of the roots that the office trusts. */
  readonly trust: readonly Buffer[];
  isOf(role: Role, certificate: Certificate): boolean;
  /** When it was given out, and now: no signature can be of another time. */
  readonly sentAt: Date;
  readonly now: Date;
}

/** Why a file that came back is not taken. */
export type ReturnFlawCode =
  | 'unreadable'
  | 'unsigned'
  | 'changed'
  | 'broken'
  | 'format'
  | 'algorithm'
  | 'certificate'
  | 'untrusted'
  | 'person'
  | 'order'
  | 'place'
  | 'time';

export interface ReturnFlaw {
  readonly code: ReturnFlawCode;
  /** Whose signature it is about, as its certificate says; null if about the file. */
  readonly signer: string | null;
  /** For the operator: English, no content of the act. */
  readonly detail: string;
}

export type ReturnVerdict =
  | {
      readonly sound: true;
      readonly roles: readonly Role[];
      /** The revisions behind ours: one a signature, and one more if anything was appended after the last. */
      readonly revisions: readonly Revision[];
      /** Why the file is no PDF/A any more; empty if it is. */
      readonly loss: readonly string[];
    }
  | { readonly sound: false; readonly flaws: readonly ReturnFlaw[] };

interface NewSignature {
  readonly field: SignatureField;
  readonly certificate: Certificate;
  readonly signer: string;
  readonly end: number;
}

/** A signing person's clock may be wrong, and some programs write local time as if it were UTC. */
const CLOCK_TOLERANCE_MS = 24 * 3_600_000;

const CODES: Readonly<Record<ProblemCode, ReturnFlawCode>> = {
  'pdf-unreadable': 'unreadable',
  'signature-missing': 'unsigned',
  'signature-range': 'changed',
  'signature-digest': 'changed',
  'later-changes': 'changed',
  'signature-format': 'format',
  'signature-algorithm': 'algorithm',
  'signature-invalid': 'broken',
  'timestamp-invalid': 'broken',
  'timestamp-untrusted': 'untrusted',
  'certificate-usage': 'certificate',
  'certificate-expired': 'certificate',
  'certificate-revoked': 'certificate',
  'certificate-untrusted': 'untrusted',
};

/**
 * Judges a signed file that came back: nothing of what was given out is changed or covered up, not even by the signer; every signature behind
 * it is sound, trusted, of this time, and of somebody whose signature is awaited. All flaws come at once.
 */
export function judgeReturned(returned: ReturnedFile): ReturnVerdict {
  const flaws: ReturnFlaw[] = [];
  if (returned.bytes.length <= returned.ours.length) return { sound: false, flaws: [fileFlaw('unsigned', 'nothing was appended')] };
  const { problems, signatures } = verifyPdf(returned.bytes, { trust: returned.trust, file: 'returned.pdf' });
  for (const { code, message } of problems) flaws.push(fileFlaw(CODES[code as ProblemCode], message));
  if (flaws.some(({ code }) => code === 'unreadable' || code === 'unsigned')) return { sound: false, flaws };
  try {
    const file = new PdfFile(returned.bytes);
    const before = new PdfFile(returned.ours);
    flaws.push(...changeFlaws(file, before));
    const added = newSignatures(file, returned.ours.length);
    if (added.length === 0) flaws.push(fileFlaw('unsigned', 'no signature behind what was given out'));
    const roles = rolesOf(added, returned, flaws);
    if (!roles.includes('seal') && isFilled(file, 'Seal') && !isFilled(before, 'Seal'))
      flaws.push(fileFlaw('place', 'the field of the seal is filled by somebody else'));
    for (const { signedAt, signer } of signatures.slice(-added.length)) flaws.push(...timeFlaws(signedAt, signer, returned));
    if (flaws.length > 0) return { sound: false, flaws: distinct(flaws) };
    return { sound: true, roles, revisions: revisionsOf(returned.bytes, added), loss: lossOfForm(file, before) };
  } catch (problem) {
    if (problem instanceof Fault && problem.code === 'pdf-unreadable')
      return { sound: false, flaws: [...flaws, fileFlaw('unreadable', problem.message)] };
    throw problem;
  }
}

const fileFlaw = (code: ReturnFlawCode, detail: string): ReturnFlaw => ({ code, signer: null, detail });

/** What was appended may fill fields and add invisible signatures; until the first of them its own signer's program may leave its name. */
function changeFlaws(file: PdfFile, ours: PdfFile): ReturnFlaw[] {
  const flaws: ReturnFlaw[] = [];
  const { updates, stopped } = readUpdates(file, ours.bytes.length, ours.xref.startxref);
  if (stopped !== null) flaws.push(fileFlaw('changed', stopped.why));
  let before = ours;
  for (const update of updates) {
    const after = update.end === file.bytes.length ? file : new PdfFile(file.bytes.subarray(0, update.end));
    const isFirst = !signatureFields(before).some(({ value }) => value !== null);
    const why = forbiddenIn(update, before, after, isFirst);
    if (why !== null) flaws.push(fileFlaw('changed', why));
    before = after;
  }
  return flaws;
}

/** Signatures behind our bytes, in the order of signing; document time stamps are none. What cannot be read, `verifyPdf` has named. */
function newSignatures(file: PdfFile, ours: number): NewSignature[] {
  const found = signatureFields(file).flatMap((field): NewSignature[] => {
    if (field.value === null || nameOf(field.value.get('SubFilter')) === 'ETSI.RFC3161') return [];
    const range = readSignedRange(file, field.value);
    if (typeof range === 'string' || range.end <= ours) return [];
    try {
      const { certificate } = checkSigner(readSignedData(range.contents), range.parts);
      if (certificate === null) return [];
      return [{ field, certificate, signer: certificate.subjectValues(NAME.commonName)[0] ?? '', end: range.end }];
    } catch (problem) {
      if (problem instanceof DerError || problem instanceof AlgorithmError) return [];
      throw problem;
    }
  });
  return found.sort((a, b) => a.end - b.end);
}

/** Who signed: each awaited role at most once and in its order, nobody else. */
function rolesOf(added: readonly NewSignature[], { awaited, isOf }: ReturnedFile, flaws: ReturnFlaw[]): Role[] {
  const roles: Role[] = [];
  for (const { certificate, signer } of added) {
    const role = awaited.find((one) => !roles.includes(one) && isOf(one, certificate));
    if (role === undefined) flaws.push({ code: 'person', signer, detail: 'signed by somebody whose signature is not awaited' });
    else roles.push(role);
  }
  const due = awaited.slice(0, roles.length);
  if (roles.some((role, i) => role !== due[i])) flaws.push(fileFlaw('order', 'the seal comes after the signatory'));
  return roles;
}

function timeFlaws(signedAt: string | null, signer: string, { sentAt, now }: ReturnedFile): ReturnFlaw[] {
  if (signedAt === null) return [];
  const at = new Date(signedAt).getTime();
  const isPossible = at >= sentAt.getTime() - CLOCK_TOLERANCE_MS && at <= now.getTime() + CLOCK_TOLERANCE_MS;
  return isPossible ? [] : [{ code: 'time', signer, detail: `signed at ${signedAt}, given out at ${sentAt.toISOString()}` }];
}

function isFilled(file: PdfFile, wanted: string): boolean {
  return signatureFields(file).some(({ name, value }) => name === wanted && value !== null);
}

function revisionsOf(bytes: Buffer, added: readonly NewSignature[]): Revision[] {
  const ends = new Set([...added.map(({ end }) => end), bytes.length]);
  return [...ends].map((end) => ({ bytes: end, sha256: sha256(bytes.subarray(0, end)) }));
}

function distinct(flaws: readonly ReturnFlaw[]): ReturnFlaw[] {
  const seen = new Set<string>();
  return flaws.filter(({ code, signer }) => {
    const key = `${code} ${signer ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}
