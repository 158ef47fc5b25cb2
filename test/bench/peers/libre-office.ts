import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Ended, runProgram } from '../processes.js';

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
  const one = await convert(folder, paths.slice(0, 1));
  const all = await convert(folder, paths);
  return (all - one) / (copies - 1);
}

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
