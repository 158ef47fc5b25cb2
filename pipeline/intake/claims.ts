import { createHash } from 'node:crypto';
import { constants, lstat, open, readdir, readFile, readlink, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, syncFolder, writeDurably } from '../files/durable-files.js';
import { errorCode, onDisk } from '../files/file-faults.js';
import type { Digest } from '../model/digest.js';
import type { Drop } from '../model/draft.js';
import type { Clock } from '../model/ports.js';
import type { Arrival } from './inbox-scan.js';
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
  /** Takes a file out of the inbox by one rename; null if it is gone. */
  claim(arrival: Arrival): Promise<Drop | null>;
  /** What was claimed and not finished, in order of claim. Folders whose file never came into them are removed: it still lies where it lay. */
  unfinished(): Promise<Drop[]>;
  /** Where a claim's own notes lie. */
  folderOf(claim: string): string;
  /** Removes a claim at once and whole. */
  finish(claim: string): Promise<void>;
}

export function claims(work: string, clock: Clock): Claims {
  const root = join(work, 'claims');
  const done = join(work, 'finished');
  let last: { readonly stamp: string; readonly count: number } | undefined;

  /** Sorts after every claim that lies there, even if the clock was set back. */
  const nextId = async (): Promise<string> => {
    last ??= stampOf((await names(root)).at(-1));
    const stamp = clock.now().toISOString().replaceAll(/[-:.]/g, '');
    last = last !== undefined && stamp <= last.stamp ? { stamp: last.stamp, count: last.count + 1 } : { stamp, count: 1 };
    return `${last.stamp}-${String(last.count).padStart(5, '0')}`;
  };

  const remove = async (claim: string): Promise<void> => {
    const aside = join(done, claim);
    await makeFolder(done);
    await onDisk(aside, async () => {
      await rm(aside, { recursive: true, force: true });
      await rename(join(root, claim), aside).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw error;
      });
      await rm(aside, { recursive: true, force: true });
    });
  };

  return {
    folderOf: (claim) => join(root, claim),
    finish: remove,

    async claim({ path, name, droppedBy }) {
      const id = await nextId();
      const folder = join(root, id);
      const noted: ClaimFile = { name, droppedBy, receivedAt: clock.now().toISOString() };
      await makeFolder(folder);
      await writeDurably(join(folder, CLAIM_FILE), `${JSON.stringify(noted)}\n`);
      await syncFolder(folder);
      const claimed = join(folder, cutName(name));
      try {
        await onDisk(String(path), () => rename(path, claimed));
      } catch (error) {
        await remove(id);
        const cause = error instanceof Error ? error.cause : undefined;
        if (errorCode(cause) === 'ENOENT') return null;
        throw error;
      }
      await syncFolder(folder);
      if (typeof path === 'string') await syncFolder(dirname(path));
      return { claim: id, path: claimed, ...noted, sha256: await digestOf(claimed) };
    },

    async unfinished() {
      await rm(done, { recursive: true, force: true });
      const drops: Drop[] = [];
      for (const id of await names(root)) {
        const folder = join(root, id);
        const [file] = (await onDisk(folder, () => readdir(folder))).filter((name) => !name.startsWith('.'));
        if (file === undefined) {
          await remove(id);
          continue;
        }
        const noted = JSON.parse(await onDisk(folder, () => readFile(join(folder, CLAIM_FILE), 'utf8'))) as ClaimFile;
        drops.push({ claim: id, path: join(folder, file), ...noted, sha256: await digestOf(join(folder, file)) });
      }
      return drops;
    },
  };
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
