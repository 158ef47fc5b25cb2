import { join } from 'node:path';
import type { Leases } from '../model/ports.js';

/** Where runners that share a work area build what is not to be seen yet, each in a folder of its own. */
export function runnersFolder(work: string): string {
  return join(work, 'runners');
}

/** The folder in which this runner builds; the work area itself where it has that alone. */
export function runnerFolder(work: string, leases: Pick<Leases, 'runner'> | undefined): string {
  return leases === undefined ? work : join(runnersFolder(work), leases.runner);
}
