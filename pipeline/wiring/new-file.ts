import { open } from 'node:fs/promises';
import { remove } from '../files/durable-files.js';
import { errorCode, fileFault } from '../files/file-faults.js';
import { Fault } from '../model/fault.js';

/** Writes pieces into a new file, as they come; what could not be written whole does not stay. Fault `usage` where no new file can be. */
export async function writeNew(path: string, pieces: AsyncIterable<Buffer | string>): Promise<void> {
  const file = await open(path, 'wx').catch((cause: unknown) => {
    const code = errorCode(cause);
    throw new Fault('usage', `${path}: ${code === 'EEXIST' ? 'is there already; name a new file' : `cannot be written (${code})`}`, {
      cause,
    });
  });
  try {
    // Each goes on where the one before it ended.
    for await (const piece of pieces) await file.writeFile(piece);
  } catch (problem) {
    await file.close();
    await remove(path);
    throw fileFault(path, problem);
  }
  await file.close();
}
