import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempOffice } from './temp-office.js';

const print = (root: string, ...more: string[]) =>
  spawnSync(process.execPath, ['dist/main.js', 'service', root, ...more], { encoding: 'utf8' }).stdout;

test('the unit starts this program on this office, whatever signs its path has', async () => {
  const root = join(await mkdtemp(join(tmpdir(), 'regesta-unit-')), 'рада 100% "перша" $HOME');
  await cp(await tempOffice(), root, { recursive: true });
  const unit = print(root, '--user', 'rada');
  expect(unit).toContain('\nUser=rada\n');
  expect(unit).not.toContain('{{');
  const line = /^ExecStart=(.+)$/m.exec(unit)?.[1] ?? '';
  const words = [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replaceAll(/\\(.)/g, '$1').replaceAll('%%', '%').replaceAll('$$', '$'),
  );
  expect(words).toEqual([process.execPath, join(process.cwd(), 'dist/main.js'), 'run', root]);
  const [program = '', ...args] = words;
  expect(spawnSync(program, [...args, '--once']).status).toBe(0);
});

test('systemd has nothing against the unit', async ({ skip }) => {
  const file = join(await mkdtemp(join(tmpdir(), 'regesta-unit-')), 'regesta.service');
  await writeFile(file, print(await tempOffice(), '--user', 'root'));
  const { status, stdout, stderr, error } = spawnSync('systemd-analyze', ['verify', '--recursive-errors=no', file], { encoding: 'utf8' });
  if (error !== undefined) skip('there is no systemd-analyze here');
  expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
});
