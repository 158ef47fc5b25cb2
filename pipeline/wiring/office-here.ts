import { isAbsolute, join } from 'node:path';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import { readOffice as readSettings } from '../office/read-office.js';

/**
 * Reads an office as it is to be run on this machine: REGESTA_DATABASE stands over `database` of office.yaml. A password stands in the
 * environment or in ~/.pgpass, never in the settings: Fault `office-settings`.
 */
export async function readOffice(directory: string): Promise<Office> {
  const office = await readSettings(directory);
  const database = process.env['REGESTA_DATABASE'] ?? '';
  if (database !== '') return { ...office, database: isUrl(database) || isAbsolute(database) ? database : join(office.root, database) };
  if (isUrl(office.database) && URL.canParse(office.database) && new URL(office.database).password !== '') {
    throw new Fault(
      'office-settings',
      `${join(office.root, 'office.yaml')}: database: a password must not stand here; give the URL in REGESTA_DATABASE, or the password in ~/.pgpass`,
    );
  }
  return office;
}

/** True if the index lies on a database server, where many processes may run the office. */
export function isOnServer(office: Pick<Office, 'database'>): boolean {
  return isUrl(office.database);
}

function isUrl(database: string): boolean {
  return /^[a-z]+:\/\//.test(database);
}
