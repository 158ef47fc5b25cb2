import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.js';
import { Fault } from '../model/fault.js';
import { skeletonText } from '../wiring/skeletons.js';
import { sayFile } from './say.js';

export interface NewOptions {
  readonly json: boolean;
  readonly xml: boolean;
  readonly office: string | undefined;
  readonly out: string | undefined;
}

/** Writes a skeleton draft of a kind to standard output or into a new file, never over one that is there. */
export async function newDraft(kind: string, options: NewOptions): Promise<ExitCode> {
  const text = await skeletonText(kind, formatOf(options), options.office);
  if (options.out === undefined) sayFile(text);
  else await writeNew(options.out, text);
  return EXIT.done;
}

/** JSON unless asked otherwise; the name of a file must say what it holds, for intake goes by it. */
function formatOf({ json, xml, out }: NewOptions): 'json' | 'xml' {
  const named = out === undefined ? undefined : extname(out).toLowerCase();
  const format = xml || (!json && named === '.xml') ? 'xml' : 'json';
  if (named !== undefined && named !== `.${format}`) throw new Fault('usage', `new: the file must be named *.${format}: ${out}`);
  return format;
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new Fault('usage', `${path}: ${code === 'EEXIST' ? 'is there already; name a new file' : `cannot be written (${code})`}`, {
      cause,
    });
  }
}
