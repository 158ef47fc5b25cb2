import { join } from 'node:path';
import { Fault } from '../model/fault.js';
import { holdExclusively } from './sqlite.js';

/**
 * Makes this process the only one that runs the office whose work area is `workDir`, until `release` or until it ends, be it by `kill -9`.
 * Fault `office-busy`, at once, if another does.
 */
export async function lockOffice(workDir: string): Promise<{ release(): Promise<void> }> {
  const file = join(workDir, 'lock.sqlite');
  const held = await holdExclusively(file);
  if (held === undefined) throw new Fault('office-busy', `another process runs this office: it holds ${file}; stop it first`);
  return held;
}
