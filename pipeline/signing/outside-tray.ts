import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { makeEmptyFolder, moveDurably, syncFolder, writeDurably } from '../files/durable-files.js';
import { errorCode, fileFault, onDisk } from '../files/file-faults.js';
import type { RenderedAct, Revision } from '../model/act.js';
import { sha256 } from '../model/digest.js';
import type { Drop } from '../model/drop.js';
import { Fault } from '../model/fault.js';
import type { Clock } from '../model/ports.js';
import type { Role } from './outside-judgement.js';

/** How far an act has come that is signed elsewhere. */
export interface Begun {
  readonly bytes: Buffer;
  /** The unsigned bytes first, the last one is `bytes`. */
  readonly revisions: readonly Revision[];
  /** Whose signatures it has. */
  readonly roles: readonly Role[];
  /** What foreign programs took from the PDF/A, in Ukrainian. */
  readonly loss: readonly string[];
  /** The claim of the file that came back last; null if none has. */
  readonly from: string | null;
}

/** An act that was given out to be signed. */
export interface GivenAct extends Pick<RenderedAct, 'registration'> {
  /** The draft's own drop, which keeps its claim. */
  readonly drop: Drop;
  readonly kind: string;
  readonly signatory: { readonly post: string; readonly name: string };
  readonly runs: RenderedAct['pdf']['runs'];
  readonly stampPlaces: RenderedAct['pdf']['stampPlaces'];
  readonly given: Pick<Begun, 'revisions' | 'roles'>;
  /** ISO 8601 instant. */
  readonly givenAt: string;
}

/** Acts that wait for signatures made elsewhere, on disk: what was given out and what has come back so far, until the act is filed. */
export interface OutsideTray {
  /** In order of claim. */
  all(): Promise<GivenAct[]>;
  of(claim: string): Promise<GivenAct | undefined>;
  begun(given: GivenAct): Promise<Begun>;
  /** The renditions that were made when it was given out: an act whose bytes were signed is never rendered anew. */
  renditions(given: GivenAct): Promise<Pick<RenderedAct, 'docx' | 'pdf'>>;
  /** Keeps an act with the bytes that go out. */
  give(act: RenderedAct, state: Pick<Begun, 'bytes' | 'revisions' | 'roles'>): Promise<GivenAct>;
  /** Keeps what came back, whole or not at all. */
  take(given: GivenAct, returned: Begun): Promise<void>;
  /** Puts the newest bytes where people look for them, if they are not there: `to-sign/` or, when only the seal is due, `to-seal/`. */
  show(given: GivenAct): Promise<void>;
  /** Takes everything of it away, once the act is filed; the folders that others are given out in stay. */
  remove(claim: string): Promise<void>;
}

export interface OutsideTraySettings {
  /** Absolute; shared by all who run the office. */
  readonly work: string;
  /** Absolute, on the same file system: where this process builds what it then shows by a rename. */
  readonly building: string;
  /** Where the results of a clerk go; null is the inbox itself. */
  trayOf(droppedBy: string | null): string;
  readonly clock: Clock;
}

const ACT = 'act.json';
const GIVEN = 'given.pdf';
const DOCX = 'act.docx';
const RETURNED = /^returned-\d+$/;

/** The tray under `<work>/signing/`, one folder a claim, built aside and put there by one rename. */
export function outsideTray({ work, building, trayOf, clock }: OutsideTraySettings): OutsideTray {
  const root = join(work, 'signing');
  const folderOf = (claim: string): string => join(root, claim);

  const read = async (claim: string): Promise<GivenAct | undefined> => {
    const text = await ifThere(folderOf(claim), () => readFile(join(folderOf(claim), ACT), 'utf8'));
    if (text === undefined) return undefined;
    const given = JSON.parse(text) as GivenAct;
    return { ...given, drop: { ...given.drop, path: join(work, given.drop.path) } };
  };

  const returnsOf = async (claim: string): Promise<string[]> => {
    const names = (await ifThere(folderOf(claim), () => readdir(folderOf(claim)))) ?? [];
    return names.filter((name) => RETURNED.test(name)).sort((a, b) => Number(a.slice(9)) - Number(b.slice(9)));
  };

  const shownAt = (given: GivenAct): { readonly toSign: string; readonly toSeal: string } => {
    const { series, year, number } = given.registration;
    const name = `${series}-${year}-${number.replaceAll('/', '-')}.pdf`;
    const tray = trayOf(given.drop.droppedBy);
    return { toSign: join(tray, 'to-sign', name), toSeal: join(tray, 'to-seal', name) };
  };

  const begun: OutsideTray['begun'] = async (given) => {
    const { claim } = given.drop;
    const last = (await returnsOf(claim)).at(-1);
    const folder = last === undefined ? folderOf(claim) : join(folderOf(claim), last);
    const facts =
      last === undefined
        ? { ...given.given, loss: [], from: null }
        : (JSON.parse(await onDisk(folder, () => readFile(join(folder, ACT), 'utf8'))) as Omit<Begun, 'bytes'>);
    return { ...facts, bytes: await sound(join(folder, GIVEN), facts.revisions.at(-1)) };
  };

  return {
    async all() {
      const claims = (await ifThere(root, () => readdir(root))) ?? [];
      const found: GivenAct[] = [];
      for (const claim of claims.sort()) {
        const given = await read(claim);
        if (given !== undefined) found.push(given);
      }
      return found;
    },

    of: read,
    begun,

    async renditions(given) {
      const folder = folderOf(given.drop.claim);
      const [unsigned] = given.given.revisions;
      const pdf = await sound(join(folder, GIVEN), given.given.revisions.at(-1));
      const docx = await onDisk(folder, () => readFile(join(folder, DOCX)));
      const bytes = pdf.subarray(0, unsigned?.bytes);
      return {
        docx: { bytes: docx, sha256: sha256(docx) },
        pdf: { bytes, sha256: sha256(bytes), runs: given.runs, stampPlaces: given.stampPlaces },
      };
    },

    async give(act, { bytes, revisions, roles }) {
      const { drop, draft, kind } = act.act;
      const { post = '', name = '' } = draft.content.signatory ?? {};
      const given: GivenAct = {
        drop: { ...drop, path: relative(work, drop.path) },
        registration: act.registration,
        kind: kind.id,
        signatory: { post, name },
        runs: act.pdf.runs,
        stampPlaces: act.pdf.stampPlaces,
        given: { revisions, roles },
        givenAt: clock.now().toISOString(),
      };
      const folder = join(building, drop.claim);
      await makeEmptyFolder(folder);
      await writeDurably(join(folder, GIVEN), bytes);
      await writeDurably(join(folder, DOCX), act.docx.bytes);
      await writeDurably(join(folder, ACT), `${JSON.stringify(given, null, 2)}\n`);
      await syncFolder(folder);
      await moveDurably(folder, folderOf(drop.claim));
      return { ...given, drop };
    },

    async take({ drop: { claim } }, { bytes, ...facts }) {
      const folder = join(building, claim);
      await makeEmptyFolder(folder);
      await writeDurably(join(folder, GIVEN), bytes);
      await writeDurably(join(folder, ACT), `${JSON.stringify(facts, null, 2)}\n`);
      await syncFolder(folder);
      await moveDurably(folder, join(folderOf(claim), `returned-${(await returnsOf(claim)).length + 1}`));
    },

    async show(given) {
      const { toSign, toSeal } = shownAt(given);
      const { bytes, roles } = await begun(given);
      const [shown, old] = roles.includes('signatory') ? [toSeal, toSign] : [toSign, toSeal];
      if ((await ifThere(shown, () => stat(shown))) === undefined) {
        const aside = join(building, `${given.drop.claim}.shown`);
        await makeEmptyFolder(aside);
        await writeDurably(join(aside, basename(shown)), bytes);
        await moveDurably(join(aside, basename(shown)), shown);
        await rm(aside, { recursive: true, force: true });
      }
      await onDisk(old, () => rm(old, { force: true }));
    },

    async remove(claim) {
      const given = await read(claim);
      const aside = join(building, claim);
      await onDisk(aside, () => rm(aside, { recursive: true, force: true }));
      if (given !== undefined) {
        const { toSign, toSeal } = shownAt(given);
        for (const path of [toSign, toSeal]) await onDisk(path, () => rm(path, { force: true }));
        await moveDurably(folderOf(claim), aside);
        await onDisk(aside, () => rm(aside, { recursive: true, force: true }));
      }
    },
  };
}

/** The bytes of a file of ours, which nobody may have changed. */
async function sound(path: string, revision: Revision | undefined): Promise<Buffer> {
  const bytes = await onDisk(path, () => readFile(path));
  if (bytes.length !== revision?.bytes || sha256(bytes) !== revision.sha256)
    throw new Fault('file-gone', `Bytes have changed since they were given out to be signed: ${path}`);
  return bytes;
}

async function ifThere<T>(path: string, action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (problem) {
    if (errorCode(problem) === 'ENOENT') return undefined;
    throw fileFault(path, problem);
  }
}
