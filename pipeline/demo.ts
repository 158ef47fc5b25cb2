#!/usr/bin/env node
import { copyFile, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { registerLine } from './commands/query.js';
import { onStop } from './commands/run.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { linkedRows } from './model/act-on-record.js';
import { sha256 } from './model/digest.js';
import { Fault } from './model/fault.js';
import { datedRows } from './wiring/contracts.js';
import { terminalLog } from './wiring/log.js';
import { makeOffice } from './wiring/making.js';
import { type RunningOffice, runOffice } from './wiring/running.js';
import { work } from './working.js';

const OFFICE = 'demo-office';

/** `npm start`: makes `demo-office/` if it is not there, drops its samples, shows what came out, and goes on watching unless told `--once`. */
async function demo(once: boolean): Promise<ExitCode> {
  if (!(await exists(join(OFFICE, 'office.yaml')))) say(`Making ${await makeOffice(OFFICE, true)}`);
  const log = terminalLog();
  const running = await runOffice(OFFICE, log);
  try {
    const dropped = await dropSamples(running);
    say(dropped === 0 ? 'The samples are filed already.' : `Dropped ${dropped} samples into ${OFFICE}/inbox`);
    let shown = false;
    const show = async (): Promise<void> => {
      if (shown) return;
      shown = true;
      await showResults(running);
      if (!once) say(`\nWatching ${OFFICE}/inbox: drop a draft there (.xml, .json, .zip). Ctrl+C ends.`);
    };
    if (dropped === 0) await show();
    const tally = await work(running, { once, log, onStop, idle: show });
    await show();
    return tally.settled.fault > 0 ? EXIT.fault : tally.settled.refused + tally.left.length > 0 ? EXIT.refused : EXIT.done;
  } finally {
    await running.close();
  }
}

/** Copies into the inbox the samples that are neither filed nor wait; each appears there whole, by a rename. */
async function dropSamples({ office, store }: RunningOffice): Promise<number> {
  let dropped = 0;
  for (const name of await readdir(join(office.root, 'samples'))) {
    const sample = join(office.root, 'samples', name);
    const digest = sha256(await readFile(sample));
    if ((await store.register.byDrop(digest)) !== undefined || (await store.examinations.waiting(digest)) !== undefined) continue;
    await copyFile(sample, join(office.folders.work, name));
    await rename(join(office.folders.work, name), join(office.folders.inbox, name));
    dropped += 1;
  }
  return dropped;
}

async function showResults({ office, store }: RunningOffice): Promise<void> {
  say('\nIn the register:');
  const rows = await datedRows({ office, store }, linkedRows(await store.register.list({}), await store.register.effects()));
  for (const row of rows) say(`  ${registerLine(row)}`);
  const shown = relative(process.cwd(), office.root);
  say(`\nActs for the clerk        ${shown}/outbox/<series>-<year>-<number>/act.pdf, act.docx`);
  say(`The archive               ${shown}/${rows.find(({ series }) => series === 'decision')?.path ?? 'archive'}/`);
  say(`Refused, with a report    ${shown}/refused/`);
  say(`Try                       npx regesta search ${shown} орендою;  npx regesta verify ${shown}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

try {
  process.exitCode = await demo(process.argv.includes('--once'));
} catch (problem) {
  process.stderr.write(
    `regesta: ${problem instanceof Fault ? problem.message : problem instanceof Error ? problem.stack : String(problem)}\n`,
  );
  process.exitCode = problem instanceof Fault && problem.retry === 'settings' ? EXIT.usage : EXIT.fault;
}
