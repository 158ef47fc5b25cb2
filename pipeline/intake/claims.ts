import { createHash } from 'node:crypto';
import { constants, link, lstat, open, readdir, readFile, readlink, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, syncFolder, writeDurably } from '../files/durable-files.js';
import { errorCode, fileFault, onDisk } from '../files/file-faults.js';
import type { Digest } from '../model/digest.js';
import type { Drop } from '../model/drop.js';
import { Fault } from '../model/fault.js';
import type { Clock, Leases } from '../model/ports.js';
import { type Arrival, isAsSeen } from './inbox-scan.js';
import { runnerFolder, runnersFolder } from './runner-folder.js';
import { cutName } from './tray-names.js';

/** Hidden, as no dropped file is: so it can never be taken for one. */
const CLAIM_FILE = '.claim.json';

/** Written before the file is moved: who dropped what, when. */
interface ClaimFile {
  /** NFC, as it was in the inbox. */
  readonly name: string;
  readonly droppedBy: string | null;
  readonly receivedAt: string;
}

/** Claims, each a folder `<work>/claims/<claim>/` with the dropped file alone in it under its own name, cut if it is too long. */
export interface Claims {
  /** Takes a file out of the inbox by one rename; null if it is gone, or is not the one that was seen. */
  claim(arrival: Arrival): Promise<Drop | null>;
  /** Removes what a runner that is gone had begun to build or to remove. */
  clear(): Promise<void>;
  /**
   * Makes what was claimed, is not finished, and nobody works on this runner's own; gives the claims in their order. The first time also what lies aside
   * until something comes for it; never those of `waiting`.
   */
  takeOver(waiting: ReadonlySet<string>): Promise<string[]>;
  /** The drop of a claim taken over. Null if its file never came into it, or has gone on: then the claim is removed. */
  dropOf(claim: string): Promise<Drop | null>;
  /** Where a claim's own notes lie. */
  folderOf(claim: string): string;
  /** Removes a claim at once and whole. */
  finish(claim: string): Promise<void>;
}

/**
 * Claims in a work area that this process has alone; or with `leases`, beside other runners: then each claim is somebody's, its id ends in the
 * runner's, and which runner gets a file is decided by the rename.
 */
export function claims(work: string, clock: Clock, leases?: Leases): Claims {
  const root = join(work, 'claims');
  const done = join(runnerFolder(work, leases), 'finished');
  let last: { readonly stamp: string; readonly count: number } | undefined;

  /** Sorts after every claim that lies there, even if the clock was set back. */
  const nextId = async (): Promise<string> => {
    last ??= stampOf((await names(root)).at(-1));
    const stamp = clock.now().toISOString().replaceAll(/[-:.]/g, '');
    last = last !== undefined && stamp <= last.stamp ? { stamp: last.stamp, count: last.count + 1 } : { stamp, count: 1 };
    const id = `${last.stamp}-${String(last.count).padStart(5, '0')}`;
    return leases === undefined ? id : `${id}-${leases.runner}`;
  };

  const remove = async (claim: string): Promise<void> => {
    const aside = join(done, claim);
    await makeFolder(done);
    await onDisk(aside, async () => {
      await rm(aside, { recursive: true, force: true });
      await rename(join(root, claim), aside).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw error;
      });
      // It is no claim any more; what cannot be cleared now the next start clears.
      await rm(aside, { recursive: true, force: true }).catch(() => undefined);
    });
    await leases?.release(claim);
  };

  /**
   * Removes a claim without a file in it. One may come at this very moment, from a runner that was silent and is not gone: then the claim stays. False
   * if so.
   */
  const removeEmpty = async (claim: string, lying: readonly string[], noted: string | undefined): Promise<boolean> => {
    const folder = join(root, claim);
    for (const name of lying) await onDisk(folder, () => rm(join(folder, name), { force: true }));
    try {
      await rmdir(folder);
    } catch (error) {
      if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) {
        if (noted !== undefined) await writeDurably(join(folder, CLAIM_FILE), noted);
        return false;
      }
      if (errorCode(error) !== 'ENOENT') throw fileFault(folder, error);
    }
    await leases?.release(claim);
    return true;
  };

  let isFirst = true;

  return {
    folderOf: (claim) => join(root, claim),
    finish: remove,

    async claim(arrival) {
      const { path, name, droppedBy } = arrival;
      // Another runner may have taken it since it was seen, and another file may lie there by the same name.
      if (leases !== undefined && !(await isAsSeen(arrival))) return null;
      const id = await nextId();
      const folder = join(root, id);
      const noted: ClaimFile = { name, droppedBy, receivedAt: clock.now().toISOString() };
      const claimed = join(folder, cutName(name));
      let isMoved = false;
      try {
        await leases?.take(id);
        await makeFolder(folder);
        await writeDurably(join(folder, CLAIM_FILE), `${JSON.stringify(noted)}\n`);
        await syncFolder(folder);
        await onDisk(String(path), () => rename(path, claimed));
        isMoved = true;
        await syncFolder(folder);
        if (typeof path === 'string') await syncFolder(dirname(path));
        return { claim: id, path: claimed, ...noted, sha256: await digestOf(claimed) };
      } catch (error) {
        // What may not be read goes back: it waits where its clerk sees it, and holds up nobody.
        if (!(await isPutBack(claimed, path))) throw error;
        await remove(id);
        const cause = error instanceof Error ? error.cause : undefined;
        // Gone before it was taken; or taken over at once, as this runner had been silent.
        if (errorCode(cause) === 'ENOENT' && (!isMoved || (leases !== undefined && !(await isThere(path))))) return null;
        throw error;
      }
    },

    async clear() {
      if (leases === undefined) return onDisk(done, () => rm(done, { recursive: true, force: true }));
      for (const gone of await leases.gone(await names(runnersFolder(work)))) {
        const left = join(runnersFolder(work), gone);
        await onDisk(left, () => rm(left, { recursive: true, force: true }));
      }
    },

    async takeOver(waiting) {
      const lying = (await names(root)).filter((claim) => !waiting.has(claim));
      const taken = leases === undefined ? lying : (await leases.takeOver(lying, { asideToo: isFirst })).sort();
      isFirst = false;
      return taken;
    },

    async dropOf(claim) {
      const folder = join(root, claim);
      let lying = await names(folder);
      const noted = lying.includes(CLAIM_FILE) ? await onDisk(folder, () => readFile(join(folder, CLAIM_FILE), 'utf8')) : undefined;
      if (lying.every(isHidden)) {
        if (await removeEmpty(claim, lying, noted)) return null;
        lying = await names(folder);
      }
      const file = lying.find((name) => !isHidden(name));
      if (file === undefined) return null;
      return { claim, path: join(folder, file), ...readClaim(folder, noted), sha256: await digestOf(join(folder, file)) };
    },
  };
}

const isHidden = (name: string): boolean => name.startsWith('.');

/** Fault `file-gone` if the file is not as it was written. */
function readClaim(folder: string, noted: string | undefined): ClaimFile {
  try {
    return JSON.parse(noted ?? '') as ClaimFile;
  } catch (cause) {
    const path = join(folder, CLAIM_FILE);
    throw new Fault('file-gone', `${path} is gone or damaged; move the file beside it back to the inbox, then remove ${folder}`, { cause });
  }
}

/**
 * True if nothing lies in the claim any more: it never came there, or was put back where it lay. It is looked for, for a rename whose answer was
 * lost may have been made. False if another lies in its place by now, or it is no file: then it stays in its claim, for the next start to find.
 */
async function isPutBack(claimed: string, path: string | Buffer): Promise<boolean> {
  if (!(await isThere(claimed))) return true;
  try {
    // Unlike a rename it never takes the place of what lies there.
    await link(claimed, path);
    await unlink(claimed);
    return true;
  } catch {
    return false;
  }
}

/** What cannot be looked at is there. */
async function isThere(path: string | Buffer): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ENOENT';
  }
}

function stampOf(claim: string | undefined): { readonly stamp: string; readonly count: number } | undefined {
  const [stamp, count] = claim?.split('-') ?? [];
  return stamp === undefined || count === undefined ? undefined : { stamp, count: Number(count) };
}

async function names(folder: string): Promise<string[]> {
  return onDisk(folder, async () => {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  });
}

/** SHA-256 of a file's bytes, which are on the disk when it returns; of a folder or link, of what names it, for it is never opened. */
async function digestOf(path: string): Promise<Digest> {
  return onDisk(path, async () => {
    const stats = await lstat(path);
    const hash = createHash('sha256');
    if (stats.isSymbolicLink()) hash.update(`link ${await readlink(path)}`);
    else if (stats.isDirectory()) hash.update(`folder ${(await readdir(path, { recursive: true })).sort().join('\n')}`);
    else if (!stats.isFile()) hash.update('device');
    else {
      const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
      try {
        for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk);
        // Windows syncs only what is open for writing.
        if (process.platform !== 'win32') await file.sync();
      } finally {
        await file.close();
      }
    }
    return hash.digest('hex') as Digest;
  });
}
