import { createHash } from 'node:crypto';
import { chmod, copyFile, lstat, open, readlink, rm, symlink, utimes } from 'node:fs/promises';
import { errorCode, onDisk } from '../files/file-faults.js';
import { Fault } from '../model/fault.js';

/**
 * Copies one file with its rights and time, whatever lay there; its bytes are on the disk and were read back when it returns. False if it is gone. A
 * file that changes while it is copied is copied anew, three times at most. Fault `copy-differs` if the copy is not what was read.
 */
export async function copyExactly(from: string, to: string): Promise<boolean> {
  for (let time = 0; ; time += 1) {
    const before = await statOf(from);
    if (before === null) return false;
    try {
      await onDisk(to, () => rm(to, { force: true }));
      await onDisk(to, () => copyFile(from, to));
      await onDisk(to, () => finish(to, before.mode & 0o777, before.mtime));
      const [original, copied] = [await digestOf(from), await digestOf(to)];
      if (original === copied) return true;
    } catch (error) {
      if ((await statOf(from)) === null) return rm(to, { force: true }).then(() => false);
      throw error;
    }
    const after = await statOf(from);
    if (after !== null && after.mtimeMs === before.mtimeMs && after.size === before.size)
      throw new Fault('copy-differs', `${to} cannot be read back as it was written: the disk may be failing. Use another disk`);
    if (time === 2) return true;
  }
}

/** Makes the same link; what it leads to is not looked at. False if it is gone. */
export async function copyLink(from: string, to: string): Promise<boolean> {
  return onDisk(to, async () => {
    try {
      const target = await readlink(from);
      await rm(to, { force: true });
      await symlink(target, to);
      return true;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  });
}

async function statOf(path: string) {
  return onDisk(path, async () => {
    try {
      return await lstat(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  });
}

async function finish(path: string, mode: number, modified: Date): Promise<void> {
  await chmod(path, mode | 0o200);
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await utimes(path, modified, modified);
  await chmod(path, mode);
}

async function digestOf(path: string): Promise<string> {
  return onDisk(path, async () => {
    const hash = createHash('sha256');
    const file = await open(path, 'r');
    try {
      for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk as Buffer);
    } finally {
      await file.close();
    }
    return hash.digest('hex');
  });
}
