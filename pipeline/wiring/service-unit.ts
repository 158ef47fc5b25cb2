import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isOnServer, readOffice } from './office-here.js';
import { PACKAGE } from './package-paths.js';

/** A systemd unit that runs an office as `user` with this very Node.js and this very program, and lets it write nowhere but to the office's folders. */
export async function serviceUnit(directory: string, user: string): Promise<string> {
  const office = await readOffice(directory);
  const { inbox, refused, outbox, archive } = office.folders;
  const written = [office.root, inbox, refused, outbox, archive, ...(isOnServer(office) ? [] : [dirname(office.database)])];
  const folders = [...new Set(written)].filter((folder) => folder === office.root || !folder.startsWith(`${office.root}/`));
  const values: Readonly<Record<string, string>> = {
    office: office.root.replaceAll('%', '%%'),
    user,
    command: [process.execPath, PACKAGE.program, 'run', office.root].map(word).join(' '),
    folders: folders.map(path).join(' '),
  };
  const template = await readFile(join(PACKAGE.officeTemplates, 'regesta.service'), 'utf8');
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** A path in a list of them: `%` begins a specifier (systemd.unit(5)). */
function path(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll('%', '%%')}"`;
}

/** A word of a command line, in which `$` begins a variable, too (systemd.service(5)). */
function word(text: string): string {
  return path(text).replaceAll('$', '$$$$');
}
