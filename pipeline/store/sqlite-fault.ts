import { Fault, type FaultCode } from '../model/fault.js';

const FAULT_OF = {
  SQLITE_BUSY: ['database-busy', 'is being written by another process for too long; is another Regesta running?'],
  SQLITE_LOCKED: ['database-busy', 'is being written by another process for too long; is another Regesta running?'],
  SQLITE_CORRUPT: ['database-corrupt', 'is damaged: restore a backup, or rebuild it from the archive'],
  SQLITE_NOTADB: ['database-corrupt', 'is not an SQLite database: restore a backup, or rebuild it from the archive'],
  SQLITE_FULL: ['disk-full', 'cannot grow: the disk is full'],
  SQLITE_CANTOPEN: ['folder-access', 'cannot be opened: see that its folder is there and may be written'],
  SQLITE_READONLY: ['folder-access', 'may not be written: see the rights of the file and of its folder'],
  SQLITE_PERM: ['folder-access', 'may not be read: see the rights of the file and of its folder'],
  SQLITE_IOERR: ['folder-access', 'could not be read or written by the disk'],
} as const satisfies Readonly<Record<string, readonly [FaultCode, string]>>;

/** What the world did to the database at `file` as a Fault that names it; any other error as it is. */
export function asFault(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const known = Object.entries(FAULT_OF).find(([code]) => code === error.code);
  if (known === undefined) return error;
  const [code, message] = known[1];
  return new Fault(code, `${file} ${message}`, { cause: error });
}
