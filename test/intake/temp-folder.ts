import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of this test alone, removed after it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'regesta-intake-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export const systemClock = { now: () => new Date() };

export interface LoggedLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
}

/** A log that can be looked at. */
export function recordingLog() {
  const lines: LoggedLine[] = [];
  const at = (level: LoggedLine['level']) => (message: string) => {
    lines.push({ level, message });
  };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
