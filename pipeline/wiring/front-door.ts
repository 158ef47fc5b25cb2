import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../files/durable-files.js';
import { onDisk } from '../files/file-faults.js';
import type { Office } from '../model/office.js';

/** Drops a draft into the inbox by one rename, as a clerk would, and gives its path: the office may run meanwhile. Hidden files are left alone there. */
export async function dropAtFrontDoor({ folders }: Office, name: string, draft: object): Promise<string> {
  const hidden = join(folders.inbox, `.${name}`);
  const path = join(folders.inbox, name);
  await writeDurably(hidden, `${JSON.stringify(draft, null, 2)}\n`);
  await onDisk(path, () => rename(hidden, path));
  await syncFolder(folders.inbox);
  return path;
}
