import { createHash } from 'node:crypto';
import { constants, lstat, open, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { onDisk } from '../files/file-faults.js';
import type { Revision } from '../model/act.js';
import { toDigitalStyle } from '../model/date.js';
import { type Digest, sha256 } from '../model/digest.js';
import type { Drop } from '../model/drop.js';
import { Fault } from '../model/fault.js';
import type { Clock, RegisterRow } from '../model/ports.js';
import type { Registration } from '../model/registration.js';
import type { Return, Returns } from '../model/return.js';
import { type ReturnFacts, returnFindings } from './outside-findings.js';
import { judgeReturned, type Role } from './outside-judgement.js';
import { isOfBody, isOfPerson, type SigningPerson } from './outside-person.js';
import { actNamedIn } from './outside-preparation.js';
import { actName } from './outside-signing.js';
import type { Begun, GivenAct, OutsideTray } from './outside-tray.js';

/** An entry of the register and, once it is filed, what its record says of its PDF. */
export interface KnownAct {
  readonly row: RegisterRow;
  readonly revisions: readonly Revision[];
  /** Whether the record speaks of this claim's file. */
  cameBy(claim: string): boolean;
}

export interface ReturnsParts {
  readonly tray: OutsideTray;
  rolesOf(kind: string): readonly Role[];
  /** Whether any act of this office is signed elsewhere; if not, a PDF is as foreign as any file. */
  readonly isUsed: boolean;
  /** DER of the roots. */
  trust(): Promise<readonly Buffer[]>;
  /** Who is to sign the act; faults if the settings know nobody. */
  personOf(given: GivenAct): Promise<SigningPerson>;
  readonly body: { readonly name: string; readonly edrpou: string };
  find(act: Pick<Registration, 'series' | 'year' | 'number'>): Promise<KnownAct | undefined>;
  /** Is told of a draft whose act waits, whenever that is looked at: a crash may have come before the register knew. */
  onWaiting(given: GivenAct, drop: Drop): Promise<void>;
  /** Most bytes of a file; a larger one is refused without being read. */
  readonly fileBytes: number;
  readonly clock: Clock;
}

/** Takes what comes back signed: any `.pdf`, known by its bytes and never by its name. */
export function returnedFiles(parts: ReturnsParts): Returns {
  const { tray, rolesOf } = parts;
  const awaitedOf = (given: GivenAct, { roles }: Pick<Begun, 'roles'>): readonly Role[] =>
    rolesOf(given.kind).filter((role) => !roles.includes(role));

  const judge = async (drop: Drop, bytes: Buffer): Promise<Return> => {
    const acts = await tray.all();
    const prefixes = prefixesOf(bytes, acts);
    const given = acts.find((act) => prefixes.has(act.given.revisions.at(-1)?.sha256));
    if (given === undefined) return strange(drop, bytes, acts, prefixes);
    const begun = await tray.begun(given);
    const named = { act: wordsOf(given.registration) };
    const whole = { is: 'sound', of: given.drop, act: actName(given.registration) } as const;
    if (begun.from !== null && bytes.equals(begun.bytes)) {
      const isTaken = begun.from === drop.claim || awaitedOf(given, begun).length === 0;
      return isTaken ? { ...whole, keep: async () => undefined } : again(given.registration, drop);
    }
    if (!bytes.subarray(0, begun.bytes.length).equals(begun.bytes)) return refusal(drop, [{ code: 'older', ...named }]);
    const person = await parts.personOf(given);
    const verdict = judgeReturned({
      bytes,
      ours: begun.bytes,
      awaited: awaitedOf(given, begun),
      trust: await parts.trust(),
      isOf: (role, certificate) => (role === 'seal' ? isOfBody(certificate, parts.body.edrpou) : isOfPerson(certificate, person)),
      sentAt: new Date(given.givenAt),
      now: parts.clock.now(),
    });
    if (!verdict.sound) {
      const awaited = awaitedOf(given, begun)[0] === 'seal' ? parts.body.name : `${given.signatory.post} ${given.signatory.name}`;
      return refusal(
        drop,
        verdict.flaws.map(({ code, signer }) => ({ code, signer, awaited, ...named })),
      );
    }
    return {
      ...whole,
      keep: () =>
        tray.take(given, {
          bytes,
          revisions: [...begun.revisions, ...verdict.revisions],
          roles: [...begun.roles, ...verdict.roles],
          loss: [...begun.loss, ...verdict.loss],
          from: drop.claim,
        }),
    };
  };

  /** A PDF that begins like nothing that was given out. */
  const strange = async (
    drop: Drop,
    bytes: Buffer,
    acts: readonly GivenAct[],
    prefixes: ReadonlySet<string | undefined>,
  ): Promise<Return> => {
    const older = acts.find(({ given }) => given.revisions.some(({ sha256: digest }) => prefixes.has(digest)));
    if (older !== undefined) return refusal(drop, [{ code: 'older', act: wordsOf(older.registration) }]);
    const name = actNamedIn(bytes);
    const known = name && (await parts.find(name));
    if (known === undefined) return refusal(drop, [{ code: 'unknown' }]);
    const act = wordsOf(known.row);
    if (known.revisions.some(({ sha256: digest }) => digest === drop.sha256))
      return { is: 'known', row: known.row, byThis: known.cameBy(drop.claim) };
    if (known.row.state === 'void') return refusal(drop, [{ code: 'void', act }]);
    const isOurs = known.revisions.some((revision) => sha256(bytes.subarray(0, revision.bytes)) === revision.sha256);
    return refusal(drop, [{ code: isOurs ? 'done' : 'altered', act }]);
  };

  const again = async (registration: Registration, drop: Drop): Promise<Return> => {
    const known = await parts.find(registration);
    return known === undefined ? refusal(drop, [{ code: 'unknown' }]) : { is: 'known', row: known.row, byThis: false };
  };

  return {
    async waiting(drop) {
      const given = await tray.of(drop.claim);
      if (given === undefined) {
        const other = (await tray.all()).find((act) => act.drop.sha256 === drop.sha256);
        return other === undefined ? 'no' : 'elsewhere';
      }
      if (awaitedOf(given, await tray.begun(given)).length === 0) return 'no';
      await tray.show(given);
      await parts.onWaiting(given, drop);
      return 'yes';
    },

    mayBring: isPdf,

    async judge(drop) {
      if (!isPdf(drop)) return null;
      if (!parts.isUsed && (await tray.all()).length === 0) return null;
      const stats = await onDisk(drop.path, () => lstat(drop.path));
      if (!stats.isFile() || stats.size > parts.fileBytes) return null;
      const bytes = await onDisk(drop.path, () => readFile(drop.path));
      if (sha256(bytes) !== drop.sha256) throw new Fault('file-gone', `Bytes have changed since they were claimed: ${drop.path}`);
      return judge(drop, bytes);
    },
  };
}

/** Digests of every beginning of the file that is as long as something that was given out, in one pass. */
function prefixesOf(bytes: Buffer, acts: readonly GivenAct[]): ReadonlySet<string | undefined> {
  const lengths = [...new Set(acts.flatMap(({ given }) => given.revisions.map((revision) => revision.bytes)))].sort((a, b) => a - b);
  const found = new Set<Digest>();
  const hash = createHash('sha256');
  let at = 0;
  for (const length of lengths) {
    if (length > bytes.length) break;
    hash.update(bytes.subarray(at, length));
    found.add(hash.copy().digest('hex') as Digest);
    at = length;
  }
  return found;
}

function refusal(drop: Drop, facts: readonly ReturnFacts[]): Return {
  const [first = { code: 'unknown' }, ...others] = facts;
  return { is: 'refused', findings: returnFindings(drop.name, [first, ...others]) };
}

const wordsOf = ({ number, date }: Pick<Registration, 'number' | 'date'>): string => `№ ${number} від ${toDigitalStyle(date)}`;

const isPdf = ({ name }: Drop): boolean => extname(name).toLowerCase() === '.pdf';

const TAIL_BYTES = 1024;

/** False for a PDF whose end is missing, so that more of it may still come. What cannot be opened counts as whole: claiming it will tell why. */
export async function isWholePdf(path: string | Buffer): Promise<boolean> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, Math.max(0, size - TAIL_BYTES));
      return buffer.subarray(0, bytesRead).includes('%%EOF');
    } finally {
      await file.close();
    }
  } catch {
    return true;
  }
}
