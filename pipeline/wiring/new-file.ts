import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { remove } from '../files/durable-files.js';
import { errorCode, fileFault } from '../files/file-faults.js';
import { Fault } from '../model/fault.js';

/** Writes pieces into a new file, as they come; what could not be written whole does not stay. Fault `usage` where no new file can be. */
export async function writeNew(path: string, pieces: AsyncIterable<Buffer | string>): Promise<void> {
  try {
    await (await open(path, 'wx')).close();
  } catch (cause) {
    const code = errorCode(cause);
    throw new Fault('usage', `${path}: ${code === 'EEXIST' ? 'is there already; name a new file' : `cannot be written (${code})`}`, {
      cause,
    });
  }
  try {
    await pipeline(Readable.from(pieces), createWriteStream(path));
  } catch (problem) {
    await remove(path);
    throw fileFault(path, problem);
  }
}
