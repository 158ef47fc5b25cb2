import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { onDisk } from './file-faults.js';

/** Writes a new file and returns when its bytes are on the disk. */
export async function writeDurably(path: string, bytes: Uint8Array | string, mode = 0o644): Promise<void> {
  await onDisk(path, async () => {
    const file = await open(path, 'w', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/** Copies a file and returns when the copy's bytes are on the disk. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await onDisk(to, async () => {
    await copyFile(from, to);
    // Windows syncs only what is open for writing.
    const file = await open(to, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/** Removes a file or a folder, if it is there. */
export async function remove(path: string): Promise<void> {
  await onDisk(path, () => rm(path, { recursive: true, force: true }));
}

/** Puts a folder in its place by one rename; both folders' entries are on the disk when it returns. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await onDisk(to, async () => {
    await makeFolder(dirname(to));
    await rename(from, to);
    await syncFolder(dirname(to));
    await syncFolder(dirname(from));
  });
}

/** Makes a folder and its parents; the name of each that was not there is on the disk when it returns. */
export async function makeFolder(path: string): Promise<void> {
  await onDisk(path, async () => {
    const first = await mkdir(path, { recursive: true });
    if (first === undefined) return;
    for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
  });
}

/** Makes an empty folder, whatever lay there before. */
export async function makeEmptyFolder(path: string): Promise<void> {
  await onDisk(path, async () => {
    if ((await mkdir(path, { recursive: true })) !== undefined) return;
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { recursive: true });
  });
}

/** The folder's entries are on the disk. Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await onDisk(path, async () => {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  });
}
