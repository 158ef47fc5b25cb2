import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runRegesta } from '../bench/processes.js';
import { officeYear, type YearSize } from './office-year.js';

/** Runs commands one after another as one stage, and tells its time and the most memory that any of them took. */
export async function stage(name: string, ...commands: readonly (readonly string[])[]): Promise<void> {
  const ended = [];
  for (const command of commands) ended.push(await runRegesta(command, { watchesMemory: true }));
  const seconds = ended.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  const peak = Math.max(...ended.map(({ peakMb }) => peakMb ?? 0));
  console.log(`${name.padEnd(34)} ${seconds.toFixed(1).padStart(7)} s ${peak.toFixed(0).padStart(6)} MB`);
}

/** What a command says to machines. */
export async function told<T>(...args: readonly string[]): Promise<T> {
  return JSON.parse((await runRegesta([...args, '--json'])).output) as T;
}

/** Makes a demonstration office and takes a year of acts and contracts, one act of the council and one of a unit through its front door. */
export async function officeWithYear(root: string, size: YearSize): Promise<void> {
  await stage('an office', ['init', root, '--demo']);
  await mkdir(join(root, 'inbox'), { recursive: true });
  for (const { name, bytes } of await officeYear(size)) await writeFile(join(root, 'inbox', name), bytes);
  await copyFile('fixtures/kinds/council-decision/biudzhet-hromadskoi-initsiatyvy.json', join(root, 'inbox/90001.json'));
  await copyFile('fixtures/kinds/unit-order/reiestratsiia-dohovoriv.json', join(root, 'inbox/90002.json'));
  await stage(`${size.acts} acts, ${size.contracts} contracts`, ['run', root, '--once']);
}
