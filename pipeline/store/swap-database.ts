import { access, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../files/durable-files.js';
import { onDisk } from '../files/file-faults.js';

/** What SQLite keeps beside a database; a file of one database must never lie beside another. */
const BESIDE = ['-wal', '-shm', '-journal'] as const;

/** Removes a database that nobody has open, if it is there. */
export async function removeDatabase(file: string): Promise<void> {
  await onDisk(file, async () => {
    for (const suffix of [...BESIDE, '']) await rm(`${file}${suffix}`, { force: true });
  });
}

/**
 * Puts the closed database `made` in the place of `file`, which nobody has open; what lay there lies at `aside` afterwards. Killed on the way it
 * leaves no database there, or the old one without its last changes: never a mixture. False if nothing lay there.
 */
export async function swapDatabase(made: string, file: string, aside: string): Promise<boolean> {
  await onDisk(made, () => syncFile(made));
  return onDisk(file, async () => {
    const isReplacing = await exists(file);
    for (const suffix of [...BESIDE, '']) if (await exists(`${file}${suffix}`)) await rename(`${file}${suffix}`, `${aside}${suffix}`);
    await rename(made, file);
    await syncFolder(dirname(file));
    return isReplacing;
  });
}

/** The bytes of a closed database are on the disk when it returns: SQLite does not see to that for a copy. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
