import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Digest } from '../model/digest.js';
import { onDisk } from './file-faults.js';

/** The SHA-256 of a file of any size, and its length. */
export async function fileDigest(path: string): Promise<{ readonly sha256: Digest; readonly bytes: number }> {
  return onDisk(path, async () => {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { sha256: hash.digest('hex') as Digest, bytes };
  });
}
