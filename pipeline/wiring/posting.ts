import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeEmptyFolder, makeFolder, moveDurably, syncFolder, writeDurably } from '../files/durable-files.js';
import { errorCode, onDisk } from '../files/file-faults.js';
import type { Letter } from '../letters/letters.js';
import { sha256 } from '../model/digest.js';
import type { Drop } from '../model/drop.js';
import type { Office } from '../model/office.js';
import type { RegisterBook } from '../model/ports.js';

/** The program's own way to the front door. */
export interface PostBox {
  /**
   * Puts the letters that a claim gives rise to into the inbox, in the folder its clerk dropped from, one after another, each by one rename. Run again for the same claim, be it
   * after a crash, it puts those that are not there yet and have no number.
   */
  post(drop: Drop, letters: readonly Letter[]): Promise<void>;
  /** Is told every letter's path. */
  onPosted(listener: (path: string) => void): void;
}

/** Hidden, as no dropped file is: says that the letters of a claim were put into the inbox. */
const POSTED = '.posted';

/** `office` with the work area that this process has alone. */
export function postBox(office: Office, register: RegisterBook): PostBox {
  const listeners: ((path: string) => void)[] = [];
  return {
    async post(drop, letters) {
      const mark = join(dirname(drop.path), POSTED);
      if (await isThere(mark)) return;
      const staged = join(office.folders.work, 'posting', drop.claim);
      for (const { name, bytes } of letters) {
        // Between the rename and the mark a crash may come, and then another runner may be the first to take it.
        if ((await register.byDrop(sha256(bytes))) !== undefined) continue;
        const target = join(folderOf(office, drop), name);
        await makeEmptyFolder(staged);
        await writeDurably(join(staged, name), bytes);
        await makeFolder(dirname(target));
        await moveDurably(join(staged, name), target);
        for (const listener of listeners) listener(target);
      }
      await writeDurably(mark, '');
      await syncFolder(dirname(mark));
    },
    onPosted(listener) {
      listeners.push(listener);
    },
  };
}

function folderOf({ folders, clerks }: Office, { droppedBy }: Drop): string {
  const clerk = clerks.find((name) => name.normalize('NFC') === droppedBy);
  return clerk === undefined ? folders.inbox : join(folders.inbox, clerk);
}

async function isThere(path: string): Promise<boolean> {
  return onDisk(path, async () => {
    try {
      await access(path);
      return true;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  });
}
