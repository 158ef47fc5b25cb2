import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyDurably, makeFolder, syncFolder, writeDurably } from '../files/durable-files.js';
import { fileDigest } from '../files/file-digest.js';
import { onDisk } from '../files/file-faults.js';
import { type Digest, sha256 } from '../model/digest.js';
import { Fault } from '../model/fault.js';
import type { Problem } from '../model/ports.js';
import { type ManifestLine, manifestText, parseManifest } from './manifest.js';

export { checkBag, isBag } from './check-bag.js';

/** A file that goes into a bag, and the digest that it must have where one is on record. */
export interface Payload {
  readonly from: string;
  /** Path under `data/`, `/` between parts. */
  readonly path: string;
  readonly sha256?: Digest | undefined;
}

/** What was put into a bag. */
export interface Bagged {
  readonly files: number;
  readonly bytes: number;
}

/** BagIt 1.0 (RFC 8493, 2.1.1). */
export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/**
 * Writes a bag (RFC 8493) into a new or empty folder, its declaration last, so that one that was broken off is none. `info` are the lines of `bag-info.txt`
 * beside those about the payload. Problems, and no bag, if a file is not what its record says.
 */
export async function writeBag(
  folder: string,
  payload: readonly Payload[],
  info: readonly (readonly [label: string, value: string])[],
): Promise<Bagged | { readonly problems: readonly Problem[] }> {
  await makeFolder(folder);
  if ((await onDisk(folder, () => readdir(folder))).length > 0)
    throw new Fault('usage', `${folder} is not empty: give each package a folder of its own`);
  const lines: ManifestLine[] = [];
  const problems: Problem[] = [];
  let bytes = 0;
  for (const { from, path, sha256: recorded } of payload) {
    const to = join(folder, 'data', ...path.split('/'));
    await makeFolder(dirname(to));
    await copyDurably(from, to);
    const copy = await fileDigest(to);
    if (recorded !== undefined && copy.sha256 !== recorded)
      problems.push({ code: 'file-changed', path, message: 'its digest is not the recorded one; nothing was packed' });
    lines.push({ path: `data/${path}`, sha256: copy.sha256 });
    bytes += copy.bytes;
  }
  if (problems.length > 0) return { problems };
  await makeFolder(join(folder, 'data'));
  const tags = [
    ['bag-info.txt', infoText([...info, ['Payload-Oxum', `${bytes}.${lines.length}`]])],
    ['manifest-sha256.txt', manifestText(lines)],
    ['bagit.txt', DECLARATION],
  ] as const;
  await writeDurably(join(folder, 'tagmanifest-sha256.txt'), manifestText(tags.map(([path, text]) => ({ path, sha256: sha256(text) }))));
  for (const [name, text] of tags) await writeDurably(join(folder, name), text);
  await syncFolder(folder);
  return { files: lines.length, bytes };
}

/** Copies what lies in a folder of a valid bag's payload into a folder of ours, byte for byte by its manifest; Fault `copy-differs` if it cannot be read back so. */
export async function copyPayload(bag: string, part: string, to: string): Promise<void> {
  const manifest = parseManifest(await onDisk(bag, () => readFile(join(bag, 'manifest-sha256.txt'), 'utf8')));
  const within = `data/${part}/`;
  if ('wrong' in manifest) throw new Fault('file-gone', `${bag}: manifest-sha256.txt ${manifest.wrong}`);
  for (const [path, digest] of manifest) {
    if (!path.startsWith(within)) continue;
    const target = join(to, ...path.slice(within.length).split('/'));
    await makeFolder(dirname(target));
    await copyDurably(join(bag, ...path.split('/')), target);
    if ((await fileDigest(target)).sha256 !== digest)
      throw new Fault('copy-differs', `${target} cannot be read back as it is in the package: one of the disks may be failing`);
  }
}

/** Lines of labels and values (RFC 8493, 2.2.2); a value stays on its line. */
function infoText(info: readonly (readonly [label: string, value: string])[]): string {
  return info.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('');
}
