import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { linkedRows } from '../../pipeline/model/act-on-record.js';
import type { JournalStep } from '../../pipeline/model/journal.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { fixture } from '../fixtures/fixture-files.js';
import { OFFICE_ENGINES } from './office-engines.js';
import { filesIn, plainDraft, tempOffice } from './temp-office.js';

const NAMES = ['01-reglament.xml', '02-pro-orendu.json', '04-zakhody-z-blahoustroiu.zip'];

/** What must be the same with and without a crash: numbers, states, links, drafts, DOCX, sheets, the unsigned bytes of the PDF, what is given out, what is refused. */
async function outcome(root: string): Promise<{ readonly acts: readonly object[]; readonly given: string[]; readonly refused: string[] }> {
  const opened = await openOffice(root);
  const [rows, effects] = await Promise.all([opened.store.register.list({}), opened.store.register.effects()]).finally(() =>
    opened.close(),
  );
  const acts = await Promise.all(
    linkedRows(rows, effects).map(async (row) => {
      const record = JSON.parse(await readFile(join(root, row.path, 'record.json'), 'utf8')) as ArchiveRecord;
      return { ...row, files: record.files.filter((file) => file.path !== 'act.pdf'), unsigned: record.pdf.revisions[0] };
    }),
  );
  const refused = (await filesIn(join(root, 'refused'))).map((path) => path.replace(/^[^/]+\/\d{6}-/, ''));
  return { acts, given: await filesIn(join(root, 'outbox')), refused: refused.sort() };
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

describe('a chain of acts that change each other, killed in its middle and started again', () => {
  /** Samples under the numbers that the chain names, the regulation's place taken by a lighter act, and the chain. */
  async function chained(): Promise<string> {
    const root = await tempOffice();
    await writeFile(join(root, 'inbox', '00-01-plain.json'), await plainDraft());
    for (const name of ['02-pro-orendu.json', '03-dozvil-na-pravochyn.xml', '04-zakhody-z-blahoustroiu.zip'])
      await copyFile(join(root, 'samples', name), join(root, 'inbox', `00-${name}`));
    for (const name of await readdir(fixture('scenarios/chain')))
      if (/^0[1-8].*json$/.test(name)) await copyFile(join(fixture('scenarios/chain'), name), join(root, 'inbox', name));
    return root;
  }
  let undisturbed: Awaited<ReturnType<typeof outcome>>;

  beforeAll(async () => {
    const root = await chained();
    expect(await finished(start(root)), 'two of it are refused').toBe(1);
    undisturbed = await outcome(root);
    expect([undisturbed.acts.length, undisturbed.refused.length / 3]).toEqual([10, 2]);
  });

  test.each([
    ['it amends, has its number and is not filed', 5],
    ['it is cancelled', 8],
  ] as const)('when %s: the same numbers, states, links and bytes', async (_, nth) => {
    const root = await chained();
    const child = start(root);
    expect(await killAt(root, child, 'registered', nth)).toBe(true);
    await finished(child);
    expect(await finished(start(root))).toBeLessThan(2);
    expect(await outcome(root)).toEqual(undisturbed);
    const opened = await openOffice(root);
    expect((await opened.verify()).problems).toEqual([]);
    await opened.close();
    await rm(root, { recursive: true });
  });
});
