import type { RenderedAct, Revision, SignedAct } from '../model/act.js';
import { sha256 } from '../model/digest.js';
import { Fault } from '../model/fault.js';
import { accepted, type Stage } from '../model/outcome.js';
import type { Clock, SigningKey, StampPainter } from '../model/ports.js';
import { appendSignature, type NewField } from './append-signature.js';
import { readCertificate } from './certificate.js';
import { type Signer, stampOf } from './stamp.js';
import { verifyPdf } from './verify-pdf.js';

export { type DemoKey, type DemoKeys, makeDemoKeys } from './demo-pki.js';
export { openP12 } from './p12-key.js';
export { PROBLEM_CODES, type ProblemCode } from './problem-codes.js';
export { verifyPdf } from './verify-pdf.js';

/** Whose key signs an act, and what the stamp says of its owner. */
export interface Signatory {
  readonly key: SigningKey;
  readonly post: string;
  readonly name: string;
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
}

/** Names of the two fields, which later checks rely on. */
const FIELDS = { signatory: 'Signatory', seal: 'Seal' } as const;
const INVISIBLE = { page: 0, rect: [0, 0, 0, 0] } as const;

/**
 * The stage that signs: the signatory, then the body's e-seal, both PAdES B-B and shown where the rendition keeps places for them (an act
 * without a place is signed invisibly). Both fields are made by the first signature's update, so the seal only fills its own. Each
 * signature is verified before the next step. Faults: `key-expired` if a certificate is not valid now, `signature-broken` if what was made
 * does not verify, `pdf-unreadable` if the rendition cannot be read.
 */
export function signing({ signatory, seal, painter, clock, timeZone }: SigningParts): Stage<RenderedAct, SignedAct> {
  const fieldOf = (act: RenderedAct, role: Signer['role']): NewField => {
    const place = act.pdf.stampPlaces.find((candidate) => candidate.role === role) ?? INVISIBLE;
    return { name: FIELDS[role], page: place.page, rect: place.rect };
  };

  const sign = async (file: Buffer, field: NewField, newFields: readonly NewField[], key: SigningKey, signer: Signer): Promise<Buffer> => {
    const at = clock.now();
    const certificate = assertUsable(key, at);
    const [x1, y1, x2, y2] = field.rect;
    const isVisible = x2 > x1 && y2 > y1;
    const appearance = isVisible
      ? await painter.paint({ ...stampOf(signer, certificate, at, timeZone), width: x2 - x1, height: y2 - y1 })
      : null;
    const signed = await appendSignature({ file, newFields, field: field.name, appearance, key, at });
    assertSound(file, signed, key);
    return signed;
  };

  return {
    name: 'signing',
    async run(act) {
      const [head, body] = await Promise.all([signatory(act), seal(act)]);
      const headField = fieldOf(act, 'signatory');
      const sealField = fieldOf(act, 'seal');
      const unsigned = act.pdf.bytes;
      const once = await sign(unsigned, headField, [headField, sealField], head.key, {
        role: 'signatory',
        post: head.post,
        name: head.name,
      });
      const twice = await sign(once, sealField, [], body.key, { role: 'seal', body: body.body, edrpou: body.edrpou });
      const revisions: Revision[] = [unsigned, once, twice].map((bytes) => ({ bytes: bytes.length, sha256: sha256(bytes) }));
      return accepted({ ...act, signed: { bytes: twice, sha256: revisions[2]?.sha256 ?? sha256(twice), revisions } });
    },
  };
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

/** Nobody gets a signature from here that our own verifier would refuse. */
function assertSound(before: Buffer, after: Buffer, key: SigningKey): void {
  const { problems, signatures } = verifyPdf(after, { file: 'act.pdf' });
  const [problem] = problems;
  if (problem !== undefined)
    throw new Fault('signature-broken', `key "${key.id}": the signature just made does not verify: ${problem.message}`);
  const isWhole = signatures.at(-1)?.coversWholeFile === true && after.subarray(0, before.length).equals(before);
  if (!isWhole) throw new Fault('signature-broken', `key "${key.id}": the signature just made does not cover the file`);
}
