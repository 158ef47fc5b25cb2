import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Ended, runProgram } from '../processes.js';
import { median } from '../statistics.js';

/** What LibreOffice takes to convert a file when it has been started: the difference between one run over many copies and one over a single copy. */
export async function libreOfficeMs(docx: Buffer, folder: string, copies: number): Promise<number> {
  const paths = await Promise.all(
    Array.from({ length: copies }, async (_, index) => {
      const path = join(folder, `${index + 1}.docx`);
      await writeFile(path, docx);
      return path;
    }),
  );
  // Its first start makes the profile.
  await convert(folder, paths.slice(0, 1));
  const starts: number[] = [];
  for (let start = 0; start < STARTS; start += 1) starts.push(await convert(folder, paths.slice(0, 1)));
  const each = ((await convert(folder, paths)) - median(starts)) / (copies - 1);
  if (each <= 0)
    throw new Error('the machine is too busy to tell what LibreOffice takes: a start alone took longer than one with all copies');
  return each;
}

/** A start takes as long as many conversions, and differs: the one in the middle of some is subtracted. */
const STARTS = 3;
let conversions = 0;

async function convert(folder: string, files: readonly string[]): Promise<number> {
  conversions += 1;
  const out = join(folder, `pdf-${conversions}`);
  await mkdir(out);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const { ms } = await soffice([profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...files]);
  const made = (await readdir(out)).length;
  if (made !== files.length) throw new Error(`LibreOffice made ${made} PDFs of ${files.length} DOCX`);
  return ms;
}

async function soffice(args: readonly string[]): Promise<Ended> {
  try {
    return await runProgram('soffice', args);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new Error('LibreOffice is not installed (no "soffice" on the PATH): install it, or measure --without libreoffice', { cause });
  }
}
