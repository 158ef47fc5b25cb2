import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';

/**
 * What must hold before anything is taken: the folders exist (they are made if not) and can be written, and inbox, work area, refused tray
 * and archive are on one file system, since a file passes between them by one rename. Faults `folder-access` and `office-split` name the folder.
 */
export async function testFolders(office: Office): Promise<void> {
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
  const device = (await stat(work)).dev;
  for (const folder of [inbox, ...clerkFolders, refused, outbox, archive]) {
    if ((await stat(folder)).dev !== device) {
      throw new Fault(
        'office-split',
        `${folder} is on another file system than ${work}; a rename between them would not be atomic. Put both on one`,
      );
    }
  }
}
