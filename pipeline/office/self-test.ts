import { constants } from 'node:fs';
import { access, mkdir, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { onDisk } from '../files/file-faults.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';

/**
 * What must hold before anything is taken: the folders exist (they are made if not) and can be written, and inbox, work area, refused tray
 * and archive are on one file system, since a file passes between them by one rename. Faults `folder-access` and `office-split` name the folder.
 */
export async function testFolders(office: Pick<Office, 'clerks' | 'folders'>): Promise<void> {
  const { inbox, work, refused, outbox, archive } = office.folders;
  const clerkFolders = office.clerks.map((clerk) => `${inbox}/${clerk}`);
  for (const folder of [inbox, ...clerkFolders, work, refused, outbox, archive]) {
    try {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (cause) {
      const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
      throw new Fault('folder-access', `${folder}: the process needs the right to read, write and enter this folder (${reason})`, {
        cause,
      });
    }
  }
  const device = await deviceOf(work);
  for (const folder of [inbox, ...clerkFolders, refused, outbox, archive]) {
    if ((await deviceOf(folder)) !== device) {
      throw new Fault(
        'office-split',
        `${folder} is on another file system than ${work}; a rename between them would not be atomic. Put both on one`,
      );
    }
  }
}

async function deviceOf(folder: string): Promise<number> {
  return (await onDisk(folder, () => stat(folder))).dev;
}

/** Numbers by which Linux names network file systems (statfs(2)). */
const NETWORK_DRIVES: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
]);

/**
 * An SQLite index must not lie on a network drive, where its locks do not hold. Fault `office-split` names the drive's kind. A URL names a
 * database elsewhere and passes.
 */
export async function testDatabasePlace(database: string, kindOf: (folder: string) => Promise<number> = fileSystemOf): Promise<void> {
  if (/^[a-z]+:\/\//.test(database)) return;
  const drive = NETWORK_DRIVES.get((await kindOf(dirname(database))) >>> 0);
  if (drive === undefined) return;
  throw new Fault(
    'office-split',
    `database: ${database} lies on a network drive (${drive}); put the index on a local disk (database: in office.yaml)`,
  );
}

async function fileSystemOf(folder: string): Promise<number> {
  return (await onDisk(folder, () => statfs(folder))).type;
}
