import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import type { JournalStep } from '../../pipeline/model/journal.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { OFFICE_ENGINES } from './office-engines.js';
import { filesIn, registerOf } from './temp-office.js';

const NAMES = ['01-reglament.xml', '02-pro-orendu.json', '04-zakhody-z-blahoustroiu.zip'];

/** What must be the same with and without a crash: numbers, states, drafts, DOCX and the unsigned bytes of the PDF. */
async function outcome(root: string): Promise<unknown> {
  const rows = await registerOf(root);
  return Promise.all(
    rows.map(async ({ path, ...row }) => {
      const record = JSON.parse(await readFile(join(root, path, 'record.json'), 'utf8')) as ArchiveRecord;
      const files = record.files.filter((file) => file.path !== 'act.pdf');
      return {
        ...row,
        path,
        files,
        unsigned: record.pdf.revisions[0],
        given: await readdir(
          join(
            root,
            'outbox',
            path
              .split('/')
              .slice(1)
              .join('-')
              .replace(/^(\d+)-(\w+)-/, '$2-$1-'),
          ),
        ),
      };
    }),
  );
}

function start(root: string): ChildProcess {
  return spawn(process.execPath, ['dist/main.js', 'run', root, '--once'], { stdio: 'ignore' });
}

async function finished(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Kills the process as soon as the journal has the line; false if it ended before. */
async function killAt(root: string, child: ChildProcess, step: JournalStep, nth: number): Promise<boolean> {
  const opened = await openOffice(root);
  try {
    while (child.exitCode === null) {
      let seen = 0;
      for await (const line of opened.store.journal.lines()) if (line.step === step) seen += 1;
      if (seen >= nth) return child.kill('SIGKILL');
      await pause(1);
    }
    return false;
  } finally {
    await opened.close();
  }
}

describe.each(OFFICE_ENGINES)('killed and started again, on $name', ({ tempOffice, workFiles }) => {
  let undisturbed: unknown;

  beforeAll(async () => {
    const root = await tempOffice();
    for (const name of NAMES) await copyFile(join(root, 'samples', name), join(root, 'inbox', name));
    expect(await finished(start(root))).toBe(0);
    undisturbed = await outcome(root);
  });

  test.each([
    ['registered', 1],
    ['filed', 1],
    ['registered', 2],
    ['filed', 3],
  ] as const)('after the line «%s» number %i: the same acts as undisturbed, nothing lost, no second number', async (step, nth) => {
    const root = await tempOffice();
    for (const name of NAMES) await copyFile(join(root, 'samples', name), join(root, 'inbox', name));
    const child = start(root);
    await killAt(root, child, step, nth);
    await finished(child);
    expect(await finished(start(root))).toBe(0);
    expect(await outcome(root)).toEqual(undisturbed);
    expect(await filesIn(join(root, '.work'))).toEqual(workFiles);
    const opened = await openOffice(root);
    expect((await opened.verify()).problems).toEqual([]);
    await opened.close();
    await rm(root, { recursive: true });
  });
});
