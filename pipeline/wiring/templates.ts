import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode, fileFault } from '../files/file-faults.js';
import { officePath } from '../filing/filing.js';
import { forms } from '../kinds/index.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import { lintTemplate } from '../rendering/rendering.js';
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

/** One thing that is wrong with a template of the office's own. */
export interface TemplateFlaw {
  /** Relative to the office: `templates/decision.docx`. */
  readonly file: string;
  /** In English; names the tag. */
  readonly message: string;
}

/** How many Word files an office has of its own in place of ours, and what is wrong with them, by file. */
export async function lintOwnTemplates(office: Office): Promise<{ readonly count: number; readonly flaws: readonly TemplateFlaw[] }> {
  const folder = office.folders.templates;
  const names = (await filesIn(folder)).filter((name) => WORD_FILE.test(name)).sort();
  const flaws: TemplateFlaw[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const bytes = await bytesOf(path);
    const printed = forms.filter(({ template }) => template === name);
    const messages = printed.length === 0 ? [unused()] : printed.flatMap(({ parts }) => lintTemplate(bytes, parts));
    for (const message of new Set(messages)) flaws.push({ file: officePath(office, path), message });
  }
  return { count: names.length, flaws };
}

/** What Word and its like save; their lock files (`~$…`) and hidden files are none. */
const WORD_FILE = /^(?![.~]).*\.(?:do[ct][xm]?|odt|ott|rtf)$/i;

function unused(): string {
  const known = [...new Set(forms.map(({ template }) => template))].sort().join(', ');
  return `no kind of document has a template of this name, so it is never used; there are: ${known}`;
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return [];
    throw fileFault(folder, cause);
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw fileFault(path, cause);
  }
}
