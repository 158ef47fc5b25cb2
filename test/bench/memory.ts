import { readdirSync, readFileSync } from 'node:fs';

const POLL_MS = 50;

/** Watches how much memory a process, and those that it starts, have at most; MB, null where the system does not tell. */
export interface MemoryWatch {
  /** The peak until now. */
  stop(): number | null;
}

/** Linux alone keeps a peak for each process that others can read (`VmHWM`); those of several processes are added, which is never too little. */
export function watchMemory(pid: number): MemoryWatch {
  const peaks = new Map<number, number>();
  const look = (): void => {
    for (const one of [pid, ...descendants(pid)]) {
      const peak = peakOf(one);
      if (peak !== null) peaks.set(one, Math.max(peak, peaks.get(one) ?? 0));
    }
  };
  look();
  const timer = setInterval(look, POLL_MS);
  return {
    stop() {
      look();
      clearInterval(timer);
      return peaks.size === 0 ? null : [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
    },
  };
}

function peakOf(pid: number): number | null {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(ofProcess(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '')?.[1];
  return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
}

function descendants(pid: number): number[] {
  const threads = ofProcess(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  const children = threads.flatMap((thread) => {
    const listed = ofProcess(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? '';
    return listed.split(' ').filter(Boolean).map(Number);
  });
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** A process may end while it is looked at. */
function ofProcess<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
