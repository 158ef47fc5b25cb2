import { join, relative, sep } from 'node:path';
import type { Office } from '../model/office.js';
import type { Registration } from '../model/registration.js';

/** Absolute path of an act's folder; `/` in a number is `-` on disk. */
export function actFolder(office: Office, at: Pick<Registration, 'year' | 'series' | 'number'>): string {
  return join(office.folders.archive, String(at.year), at.series, at.number.replaceAll('/', '-'));
}

/** A path relative to the office, with `/` between its parts. */
export function officePath(office: Office, path: string): string {
  return relative(office.root, path).split(sep).join('/');
}

/** What a problem with the database names: its file, or only that it is the database where that is a server's address with a password in it. */
export function databasePath(office: Office): string {
  return /^[a-z]+:\/\//.test(office.database) ? 'database' : officePath(office, office.database);
}
