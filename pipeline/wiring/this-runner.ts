import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { RunnerIdentity } from '../model/ports.js';

/** Runners of this very process: its number alone does not say that one of them is another program's, long ended. */
const here = new Set<string>();

/** A runner in this process as others see it. */
export function thisRunner(): RunnerIdentity {
  const id = randomBytes(6).toString('hex');
  here.add(id);
  const host = `${hostname()} ${start()} ${processes()}`;
  return {
    id,
    host,
    pid: process.pid,
    isGone: (other) => other.host === host && (other.pid === process.pid ? !here.has(other.id) : !isRunning(other.pid)),
  };
}

/** Names this start of the machine, where Linux tells it: after another start the same number is another process. */
function start(): string {
  return orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
}

/** Names the set of processes that see each other: two containers may have one host name, and a number means another process in each. */
function processes(): string {
  return orNothing(() => readlinkSync('/proc/self/ns/pid'));
}

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

/** False only if there is no such process; one that belongs to another user runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
