import type { RenderedAct, Revision, SignedAct } from '../model/act.js';
import { sha256 } from '../model/digest.js';
import { Fault } from '../model/fault.js';
import { accepted, type Stage, type Waiting } from '../model/outcome.js';
import type { Clock, SigningKey, StampPainter } from '../model/ports.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { signatureFields } from '../pdf/signature-fields.js';
import { appendSignature, type NewField } from './append-signature.js';
import { type Certificate, readCertificate } from './certificate.js';
import type { LongTerm } from './ltv/raising.js';
import type { Role } from './outside-judgement.js';
import { isOfBody, isOfPerson, type SigningPerson } from './outside-person.js';
import type { Elsewhere } from './outside-signing.js';
import type { Begun } from './outside-tray.js';
import { type Signer, stampOf } from './stamp.js';
import { verifyPdf } from './verify-pdf.js';

export { type DemoKey, type DemoKeys, makeDemoKeys } from './demo-pki.js';
export { type LongTerm, type LongTermParts, longTerm, type Raised } from './ltv/raising.js';
export { isOfReturn } from './outside-findings.js';
export type { Role } from './outside-judgement.js';
export type { SigningPerson } from './outside-person.js';
export { isWholePdf, type KnownAct, returnedFiles } from './outside-returns.js';
export { type Elsewhere, elsewhere } from './outside-signing.js';
export { type GivenAct, type OutsideTray, outsideTray } from './outside-tray.js';
export { openP12 } from './p12-key.js';
export { PROBLEM_CODES, type ProblemCode } from './problem-codes.js';
export { openProgramKey } from './program-key.js';
export { examinePdf, verifyPdf } from './verify-pdf.js';

/** Whose key signs an act, and what the stamp says of its owner. */
export interface Signatory extends SigningPerson {
  readonly key: SigningKey;
  readonly post: string;
}

/** The body's seal. */
export interface Seal {
  readonly key: SigningKey;
  /** Full name of the body. */
  readonly body: string;
  readonly edrpou: string;
}

export interface SigningParts {
  /** The official who signs this act; faults (`key-missing` …) if there is no key for him. */
  readonly signatory: (act: RenderedAct) => Signatory | Promise<Signatory>;
  readonly seal: (act: RenderedAct) => Seal | Promise<Seal>;
  readonly painter: StampPainter;
  readonly clock: Clock;
  /** IANA name; the stamps speak of its time. */
  readonly timeZone: string;
  /** Where acts go whose signatures are made elsewhere; without it all are made here. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Proofs for the signatures; without them they are and stay B-B. */
  readonly longTerm?: LongTerm | undefined;
}

/** In the order of signing. */
const ROLES: readonly Role[] = ['signatory', 'seal'];
/** Names of the two fields, which later checks rely on. */
const FIELDS = { signatory: 'Signatory', seal: 'Seal' } as const;
const NOTHING_YET = { roles: [], loss: [], from: null } as const;
const INVISIBLE = { page: 0, rect: [0, 0, 0, 0] } as const;

/**
 * The stage that signs: the signatory, then the body's e-seal, both PAdES B-B, or of the level that `longTerm` gives, and shown where the rendition keeps places for them (an act
 * without a place is signed invisibly). Both fields are made by the first signature's update, so the seal only fills its own. What
 * was signed is verified before it leaves. Faults: `key-mismatch` if a key is somebody else's, `key-expired` if a certificate is not valid now, `signature-broken` if what was made
 * does not verify, `pdf-unreadable` if the rendition cannot be read, `certificate-revoked`. A service that gives no proof now costs the level,
 * not the signature. A signature that is made elsewhere is waited for; the act goes on from
 * what came back. A project of a decision nobody signs.
 */
export function signing({
  signatory,
  seal,
  painter,
  clock,
  timeZone,
  elsewhere,
  longTerm,
}: SigningParts): Stage<RenderedAct, SignedAct, Waiting> {
  const fieldOf = (act: RenderedAct, role: Signer['role']): NewField => {
    const place = act.pdf.stampPlaces.find((candidate) => candidate.role === role) ?? INVISIBLE;
    const label = elsewhere?.labelOf(act);
    return { name: FIELDS[role], page: place.page, rect: place.rect, ...(label === undefined ? {} : { label }) };
  };

  const sign = async (file: Buffer, field: NewField, newFields: readonly NewField[], key: SigningKey, signer: Signer): Promise<Buffer> => {
    const at = clock.now();
    const certificate = assertUsable(key, at);
    const [x1, y1, x2, y2] = field.rect;
    const isVisible = x2 > x1 && y2 > y1;
    const appearance = isVisible
      ? await painter.paint({ ...stampOf(signer, certificate, at, timeZone), width: x2 - x1, height: y2 - y1 })
      : null;
    return appendSignature({ file, newFields, field: field.name, appearance, key, at, stamper: longTerm?.stamper });
  };

  const signHere = async (act: RenderedAct, role: Role, { bytes, revisions, roles, loss, from }: Begun, owners: Owners): Promise<Begun> => {
    const there = new Set(signatureFields(new PdfFile(bytes)).map((field) => field.name));
    const newFields = ROLES.map((one) => fieldOf(act, one)).filter((field) => !there.has(field.name));
    const { key, signer } = await owners(role);
    const signed = await sign(bytes, fieldOf(act, role), newFields, key, signer);
    return { bytes: signed, revisions: [...revisions, revisionOf(signed)], roles: [...roles, role], loss, from };
  };

  const ownersOf = (act: RenderedAct): Owners => {
    return async (role) => {
      if (role === 'seal') {
        const { key, body, edrpou } = await seal(act);
        assertOwner(key, `the seal of ${body}, EDRPOU ${edrpou} (signing.seal, body)`, (certificate) => isOfBody(certificate, edrpou));
        return { key, signer: { role, body, edrpou } };
      }
      const { key, post, name, mark } = await signatory(act);
      assertOwner(key, `${name}'s (officials[].key; officials[].certificate notes one in another spelling)`, (certificate) =>
        isOfPerson(certificate, { name, mark }),
      );
      return { key, signer: { role, post, name } };
    };
  };

  return {
    name: 'signing',
    async run(act) {
      // A project is no act yet: the vote comes first (R 6.3).
      if (act.act.traits.project) return accepted({ ...act, signed: { ...act.pdf, revisions: [revisionOf(act.pdf.bytes)] } });
      const owners = ownersOf(act);
      const outside = elsewhere?.rolesOf(act) ?? [];
      let state: Begun = (await elsewhere?.begun(act)) ?? { ...NOTHING_YET, bytes: act.pdf.bytes, revisions: [revisionOf(act.pdf.bytes)] };
      const from = state.bytes;
      const due = ROLES.filter((role) => !state.roles.includes(role));
      // Every key is there before any of them signs.
      await Promise.all(due.filter((role) => !outside.includes(role)).map(owners));
      for (const role of due) {
        if (elsewhere !== undefined && outside.includes(role)) {
          if (state.bytes !== from) assertSound(from, state.bytes);
          await elsewhere.give(act, state, { signatory: fieldOf(act, 'signatory'), seal: fieldOf(act, 'seal') });
          return { ok: false, waitsFor: 'signature' };
        }
        state = await signHere(act, role, state, owners);
      }
      if (state.bytes !== from) assertSound(from, state.bytes);
      const raised = await longTerm?.raise(state.bytes);
      const bytes = raised?.bytes ?? state.bytes;
      const revisions = [...state.revisions, ...(raised?.revisions ?? [])];
      const remarked = elsewhere === undefined ? act : { ...act, act: elsewhere.remarked(act.act, state) };
      return accepted({ ...remarked, signed: { bytes, sha256: sha256(bytes), revisions, evidence: raised?.evidence } });
    },
  };
}

/** Whose key signs in a role, and how the stamp names its owner. */
type Owners = (role: Role) => Promise<{ readonly key: SigningKey; readonly signer: Signer }>;

const revisionOf = (bytes: Buffer): Revision => ({ bytes: bytes.length, sha256: sha256(bytes) });

/** A signature in the name of one with the key of another is worse than none. */
function assertOwner(key: SigningKey, whose: string, isOf: (certificate: Certificate) => boolean): void {
  const [own] = key.certificates.map(readCertificate);
  if (own !== undefined && !isOf(own)) throw new Fault('key-mismatch', `signing.keys "${key.id}": the certificate is not ${whose}`);
}

/** A signature made outside a certificate's term is worth nothing; the whole path is looked at. */
function assertUsable(key: SigningKey, at: Date): ReturnType<typeof readCertificate> {
  const path = key.certificates.map(readCertificate);
  const [own] = path;
  if (own === undefined) throw new Fault('key-mismatch', `signing.keys "${key.id}": the key has no certificate`);
  for (const { notBefore, notAfter, serialHex } of path) {
    if (at < notBefore || at > notAfter) {
      const term = `${notBefore.toISOString()} to ${notAfter.toISOString()}`;
      throw new Fault(
        'key-expired',
        `signing.keys "${key.id}": certificate ${serialHex} is valid from ${term}, not at ${at.toISOString()}`,
      );
    }
  }
  return own;
}

/** Nobody gets signatures from here that our own verifier would refuse. */
function assertSound(before: Buffer, after: Buffer): void {
  const { problems, signatures } = verifyPdf(after, { file: 'act.pdf' });
  const [problem] = problems;
  if (problem !== undefined) throw new Fault('signature-broken', `a signature just made does not verify: ${problem.message}`);
  const isWhole = signatures.at(-1)?.coversWholeFile === true && after.subarray(0, before.length).equals(before);
  if (!isWhole) throw new Fault('signature-broken', 'a signature just made does not cover the file');
}
