import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import { PACKAGE } from './package-paths.js';

/** The office's own template stands over ours. */
export function templatesOf(office: Office): (name: string) => Promise<Buffer> {
  return async (name) => {
    for (const folder of [office.folders.templates, PACKAGE.templates]) {
      const found = await readFile(join(folder, basename(name))).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') return undefined;
        throw new Fault('template-missing', `cannot read ${join(folder, name)}`, { cause });
      });
      if (found !== undefined) return found;
    }
    throw new Fault('template-missing', `no template ${name} in ${office.folders.templates} or ${PACKAGE.templates}`);
  };
}
