import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly code?: string;
}

/** `regesta run` as a process of its own, and what it logs. */
export interface WatchingOffice {
  readonly child: ChildProcess;
  readonly lines: readonly LogLine[];
  /** Waits for a logged line; fails if the process ends first or nothing comes for 30 seconds. */
  logged(what: (line: LogLine) => boolean): Promise<LogLine>;
  /** Ends it as an operator would; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Runs as a user without privileges where we are root, for whom no right is missing. */
export const UNPRIVILEGED = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Makes an office, and the temporary folder it is alone in, the unprivileged user's own. */
export function handOver(root: string): void {
  if ('uid' in UNPRIVILEGED) spawnSync('chown', ['-R', `${UNPRIVILEGED.uid}:${UNPRIVILEGED.gid}`, dirname(root)]);
}

export function watching(root: string, { unprivileged = false } = {}): WatchingOffice {
  const child = spawn(process.execPath, ['dist/main.js', 'run', root], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(unprivileged ? UNPRIVILEGED : {}),
  });
  const lines: LogLine[] = [];
  let rest = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(part.startsWith('{') ? (JSON.parse(part) as LogLine) : { level: 0, msg: part });
  });
  return {
    child,
    lines,
    async logged(what) {
      for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 20) {
        const line = lines.find(what);
        if (line !== undefined) return line;
        if (child.exitCode !== null) break;
        await pause(20);
      }
      throw new Error(
        `not logged; the process ${child.exitCode === null ? 'runs' : `ended with ${child.exitCode}`}: ${JSON.stringify(lines)}`,
      );
    },
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

/** Waits until something lies at a path. */
export async function appeared(path: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 50) {
    if (await stat(path).catch(() => undefined)) return;
    await pause(50);
  }
  throw new Error(`nothing came to ${path}`);
}
