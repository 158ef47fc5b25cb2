import { Fault, type FaultCode } from '../model/fault.js';

const BUSY = ['database-busy', 'is being written by another runner for too long'] as const;
const AWAY = ['database-busy', 'is not to be reached: see that the server runs, and database in office.yaml or REGESTA_DATABASE'] as const;
const RIGHTS = [
  'office-settings',
  'lets this user not do what is needed: see the user in database of office.yaml or REGESTA_DATABASE',
] as const;

/** By SQLSTATE (PostgreSQL, appendix A), whole or its class of two signs, and by the system's code of a connection. */
const FAULT_OF: Readonly<Record<string, readonly [FaultCode, string]>> = {
  '55P03': BUSY,
  '40001': BUSY,
  '40P01': BUSY,
  '57014': BUSY,
  '08': AWAY,
  '57P': AWAY,
  '53300': ['database-busy', 'has no connection free: see max_connections of the server'],
  '25006': ['database-busy', 'only reads at this moment; is it a standby?'],
  '53100': ['disk-full', 'cannot grow: the disk of the server is full'],
  '53': ['database-busy', 'lacks memory or another resource of the server'],
  '28': RIGHTS,
  '42501': RIGHTS,
  '3D000': ['office-settings', 'is not there: make the database, or see database in office.yaml or REGESTA_DATABASE'],
  XX001: ['database-corrupt', 'is damaged: restore a backup, or rebuild it from the archive'],
  XX002: ['database-corrupt', 'has a damaged index: restore a backup, or rebuild it from the archive'],
  '58': ['folder-access', 'could not be read or written by the disk of the server'],
  ECONNREFUSED: AWAY,
  ECONNRESET: AWAY,
  EPIPE: AWAY,
  ETIMEDOUT: AWAY,
  EHOSTUNREACH: AWAY,
  ENETUNREACH: AWAY,
  ENOTFOUND: AWAY,
  EAI_AGAIN: AWAY,
};

/** What the world did to the database called `name` as a Fault; any other error as it is. */
export function postgresFault(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const { code } = error;
  const isState = /^[0-9A-Z]{5}$/.test(code) && 'severity' in error;
  // A socket that is not there; a file of the office that is not there has the same code.
  const isSocket = 'syscall' in error && error.syscall === 'connect';
  const known = isState ? (FAULT_OF[code] ?? FAULT_OF[code.slice(0, 3)] ?? FAULT_OF[code.slice(0, 2)]) : isSocket ? AWAY : FAULT_OF[code];
  if (known === undefined || error instanceof Fault) return error;
  return new Fault(known[0], `${name} ${known[1]}`, { cause: error });
}

/** The connection to the database called `name` broke off. */
export function unreachable(name: string, cause: unknown): Fault {
  return new Fault(AWAY[0], `${name} ${AWAY[1]}`, { cause });
}
