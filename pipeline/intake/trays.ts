import { chmod, lstat, readdir, rm, rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { makeFolder, moveDurably, syncFolder, writeDurably } from '../files/durable-files.js';
import { errorCode, onDisk } from '../files/file-faults.js';
import type { Drop } from '../model/drop.js';
import { Fault } from '../model/fault.js';
import type { Clock, Leases } from '../model/ports.js';
import { type Claims, claims } from './claims.js';
import { receivedName, refusedFolder } from './tray-names.js';

/** A report as files: HTML a clerk can read, JSON a machine can. */
export interface ReportFiles {
  readonly html: string | Uint8Array;
  readonly json: string | Uint8Array;
}

export interface Trays extends Pick<Claims, 'claim'> {
  /**
   * What was claimed and not finished, and nobody works on: from now on this runner's, in order of claim. What cannot be read is told, and stays where it
   * lies until the next start; it holds up no other. The claims of `waiting` stay aside: they are known to wait.
   */
  unfinished(onBroken: (problem: unknown) => void, waiting?: ReadonlySet<string>): Promise<Drop[]>;
  /**
   * Puts the dropped file with its report into the refused tray: built in the work area, made visible by one rename. Gives the absolute path of its
   * folder. A secret file is moved with mode 0600. After a crash at any point `unfinished` either has the drop again, or it lies refused.
   */
  refuse(drop: Drop, report: ReportFiles, options?: { readonly isSecret: boolean }): Promise<string>;
  /** Whoever runs the office may go on with this claim when what it waits for has come. */
  wait(drop: Drop): Promise<void>;
  /** Makes a claim that waits this runner's again. Fault `database-busy` if another goes on with it at this moment. */
  goOn(drop: Drop): Promise<void>;
  /** Makes a claim that waits this runner's again, and gives its drop; null if another goes on with it, or it has ended. */
  resume(claim: string): Promise<Drop | null>;
  /** Removes what is left of a settled claim. */
  finish(drop: Drop): Promise<void>;
}

export interface TraySettings {
  /** Absolute paths on one file system. */
  readonly work: string;
  readonly refused: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly clock: Clock;
  /** Where other runners share the work area. */
  readonly leases?: Leases | undefined;
}

const REPORT_HTML = 'report.html';
const REPORT_JSON = 'report.json';

/** The ways of a dropped file out of the inbox and out of the work area; every step is one rename. */
export function trays({ work, refused, timeZone, clock, leases }: TraySettings): Trays {
  const claimed = claims(work, clock, leases);
  const building = join(work, 'refusing');

  /** A refusal that was being built: the file goes back into its claim and is judged anew, to the same verdict. */
  const takeBack = async (claim: string): Promise<void> => {
    const folder = join(building, claim);
    for (const name of await namesIn(folder)) {
      if (name === REPORT_HTML || name === REPORT_JSON) continue;
      await moveDurably(join(folder, name), join(claimed.folderOf(claim), name));
    }
    // Not what may have come into it since: a runner that was believed gone could have put the file back.
    for (const report of [REPORT_HTML, REPORT_JSON]) await onDisk(folder, () => rm(join(folder, report), { force: true }));
    await onDisk(folder, () => rmdir(folder)).catch((error: unknown) => {
      const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(cause) ?? '')) throw error;
    });
  };

  return {
    claim: (arrival) => claimed.claim(arrival),

    async unfinished(onBroken, waiting = new Set()) {
      const told = (problem: unknown): null => {
        onBroken(problem);
        return null;
      };
      await claimed.clear().catch(told);
      const drops: Drop[] = [];
      for (const claim of await claimed.takeOver(waiting)) {
        const drop = await takeBack(claim)
          .then(() => claimed.dropOf(claim))
          .catch(told);
        if (drop !== null) drops.push(drop);
      }
      return drops;
    },

    async refuse(drop, report, { isSecret } = { isSecret: false }) {
      const folder = join(building, drop.claim);
      const file = join(folder, receivedName(drop.name));
      if (await exists(file)) await moveDurably(file, drop.path);
      await makeFolder(folder);
      await writeDurably(join(folder, REPORT_HTML), report.html);
      await writeDurably(join(folder, REPORT_JSON), report.json);
      if (isSecret && (await onDisk(drop.path, () => lstat(drop.path))).isFile()) await onDisk(drop.path, () => chmod(drop.path, 0o600));
      try {
        await moveDurably(drop.path, file);
        await syncFolder(folder);
        return await publish(folder, drop);
      } catch (error) {
        // The tray could not be reached, or not for certain: the drop must be whole in its claim for the next attempt.
        if (await exists(file)) await moveDurably(file, drop.path);
        throw error;
      }
    },

    wait: async (drop) => leases?.park(drop.claim),

    async goOn(drop) {
      if (leases === undefined || (await leases.resume(drop.claim))) return;
      throw new Fault('database-busy', `claim ${drop.claim}: another runner goes on with it at this moment`);
    },

    resume: async (claim) => (leases === undefined || (await leases.resume(claim)) ? claimed.dropOf(claim) : null),

    async finish(drop) {
      await claimed.finish(drop.claim);
    },
  };

  /** The same bytes refused twice in a second get folders of their own. */
  async function publish(folder: string, drop: Drop): Promise<string> {
    const { day, folder: name } = refusedFolder(new Date(drop.receivedAt), timeZone, drop.sha256, drop.name);
    await makeFolder(join(refused, day));
    for (let copy = 1; ; copy += 1) {
      const target = join(refused, day, copy === 1 ? name : `${name}-${copy}`);
      if (await exists(target)) continue;
      try {
        await moveDurably(folder, target);
        return target;
      } catch (error) {
        const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
        if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(cause) ?? '')) continue;
        // It may have been moved, and only what came after have failed; or it was gone before, and what lies there is another runner's work.
        if (errorCode(cause) !== 'ENOENT' && !(await exists(folder)) && (await exists(target))) await moveDurably(target, folder);
        throw error;
      }
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return onDisk(path, async () => {
    try {
      await lstat(path);
      return true;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  });
}

async function namesIn(folder: string): Promise<string[]> {
  return onDisk(basename(folder), async () => {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  });
}
