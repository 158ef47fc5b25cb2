import { open, rm, statfs } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { median } from './statistics.js';

/** What the figures depend on beside the program. */
export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Of the last minute before the bench began. */
  readonly load: number;
  readonly fileSystem: string;
  /** A small write that is on the disk, median of some. */
  readonly fsyncMs: number;
}

/** Above it others have used the machine, and the figures are theirs, too. */
const QUIET_LOAD = 0.5;

/** Numbers by which Linux names file systems (statfs(2)). */
const FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0xef53, 'ext4'],
  [0x58465342, 'xfs'],
  [0x9123683e, 'btrfs'],
  [0x2fc12fc1, 'zfs'],
  [0x794c7630, 'overlay'],
  [0x01021994, 'tmpfs'],
]);

/** The machine as it is now; `folder` lies on the disk that is measured. */
export async function machineAt(folder: string): Promise<Machine> {
  const load = loadavg()[0] ?? 0;
  const kind = (await statfs(folder)).type;
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    load,
    fileSystem: FILE_SYSTEMS.get(kind) ?? `0x${kind.toString(16)}`,
    fsyncMs: await fsyncMs(folder),
  };
}

/** What makes figures of this machine doubtful. */
export function doubts({ load, fileSystem }: Machine): string[] {
  return [
    ...(load > QUIET_LOAD ? [`the machine is not quiet: load average ${load.toFixed(2)} at the start`] : []),
    ...(fileSystem === 'tmpfs' ? ['files lie in memory (tmpfs), so that nothing waits for a disk; choose another folder with --work'] : []),
  ];
}

async function fsyncMs(folder: string): Promise<number> {
  const path = join(folder, 'fsync');
  const file = await open(path, 'w');
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const begun = performance.now();
    await file.write(Buffer.alloc(4096, n));
    await file.sync();
    times.push(performance.now() - begun);
  }
  await file.close();
  await rm(path);
  return median(times);
}
