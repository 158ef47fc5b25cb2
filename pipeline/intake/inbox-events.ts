import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { onDisk } from '../files/file-faults.js';
import type { Log } from '../model/ports.js';

export interface InboxEvents {
  /** False once it is known that no events come from this folder, as on many network drives. */
  readonly come: Promise<boolean>;
  close(): Promise<void>;
}

/** A hidden file, so no scan takes it for a drop. */
const PROBE = '.regesta-probe';

/**
 * Calls `wake` whenever something happens in the inbox or a folder in it. Whether events come at all is tried out with a hidden file; `probeMs` is
 * how long its event is waited for.
 */
export function inboxEvents(inbox: string, probeMs: number, wake: () => void, log: Log): InboxEvents {
  const watcher = watch(inbox, { depth: 1, ignoreInitial: true, followSymlinks: false, ignorePermissionErrors: true });
  let heard: (() => void) | undefined;
  watcher.on('all', (_event, path) => {
    if (path.endsWith(PROBE)) heard?.();
    else wake();
  });
  watcher.on('error', (error) => log.warn('watching the inbox failed, polling goes on', { cause: String(error) }));
  const ready = new Promise<void>((resolve) => watcher.once('ready', resolve));
  const probe = join(inbox, PROBE);
  const tryOut = async (): Promise<boolean> => {
    await ready;
    let timer: NodeJS.Timeout | undefined;
    const event = new Promise<boolean>((resolve) => {
      heard = () => resolve(true);
      timer = setTimeout(() => resolve(false), probeMs);
    });
    try {
      await onDisk(probe, () => writeFile(probe, ''));
      return await event;
    } finally {
      clearTimeout(timer);
      await rm(probe, { force: true });
    }
  };
  let isClosed = false;
  const come = tryOut().catch((error: unknown) => {
    if (!isClosed) log.warn('the inbox could not be tried out for events', { cause: String(error) });
    return false;
  });
  return {
    come,
    async close() {
      isClosed = true;
      heard?.();
      await watcher.close();
    },
  };
}
