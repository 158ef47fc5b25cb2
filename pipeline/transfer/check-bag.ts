import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileDigest } from '../files/file-digest.js';
import { errorCode, onDisk } from '../files/file-faults.js';
import type { Problem } from '../model/ports.js';
import { parseManifest } from './manifest.js';

const MANIFEST = 'manifest-sha256.txt';
const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/** Whether a folder says that it is a bag, sound or not. */
export async function isBag(folder: string): Promise<boolean> {
  return (await readTag(folder, 'bagit.txt')) !== undefined;
}

/** What keeps a folder from being a valid bag as we write them (RFC 8493, 3): nothing missing, added or changed, in the payload or beside it. */
export async function checkBag(folder: string): Promise<Problem[]> {
  const declaration = await readTag(folder, 'bagit.txt');
  if (declaration === undefined || !/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(declaration))
    return [{ code: 'bag-declaration', path: 'bagit.txt', message: 'does not say that this is a bag of version 1.0 in UTF-8' }];
  const { files, problems } = await filesIn(folder);
  const payload = await manifestIn(folder, MANIFEST, problems);
  const tags = await manifestIn(folder, TAG_MANIFEST, problems);
  // Without both manifests nothing can be said of any file.
  if (problems.some(({ code }) => code === 'bag-manifest')) return problems;
  const listed = new Map([...payload, ...tags]);
  for (const path of payload.keys())
    if (!path.startsWith('data/')) problems.push({ code: 'bag-manifest', path: MANIFEST, message: `${path} is no payload` });
  for (const path of files)
    if (!listed.has(path) && path !== TAG_MANIFEST) problems.push({ code: 'file-added', path, message: 'in no manifest' });
  let bytes = 0;
  for (const [path, digest] of listed) {
    if (!files.has(path)) {
      problems.push({ code: 'file-missing', path, message: 'in the manifest, not there' });
      continue;
    }
    const found = await fileDigest(join(folder, ...path.split('/')));
    if (found.sha256 !== digest) problems.push({ code: 'file-changed', path, message: 'its digest is not that of the manifest' });
    if (payload.has(path)) bytes += found.bytes;
  }
  const said = /^Payload-Oxum: (\S+)$/m.exec((await readTag(folder, 'bag-info.txt')) ?? '')?.[1];
  if (said !== `${bytes}.${payload.size}`)
    problems.push({ code: 'bag-oxum', path: 'bag-info.txt', message: `says ${said ?? 'no'} Payload-Oxum; it is ${bytes}.${payload.size}` });
  return problems;
}

async function manifestIn(folder: string, name: string, problems: Problem[]): Promise<ReadonlyMap<string, string>> {
  const text = await readTag(folder, name);
  const lines = text === undefined ? { wrong: 'is missing' } : parseManifest(text);
  if (!('wrong' in lines)) return lines;
  problems.push({ code: 'bag-manifest', path: name, message: lines.wrong });
  return new Map();
}

async function readTag(folder: string, name: string): Promise<string | undefined> {
  const path = join(folder, name);
  return onDisk(path, async () => {
    try {
      return (await stat(path)).isFile() ? await readFile(path, 'utf8') : undefined;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  });
}

/** Paths of all files; what is neither file nor folder is a problem, and is not followed. */
async function filesIn(folder: string): Promise<{ files: ReadonlySet<string>; problems: Problem[] }> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  const walk = async (within: string): Promise<void> => {
    const entries: Dirent[] = await onDisk(join(folder, within), () => readdir(join(folder, within), { withFileTypes: true }));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) files.add(path);
      else problems.push({ code: 'not-a-file', path, message: 'a link or a device, not a file' });
    }
  };
  await walk('');
  return { files, problems };
}
