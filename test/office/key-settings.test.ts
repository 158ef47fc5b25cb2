import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Office } from '../../pipeline/model/office.js';
import { readOffice } from '../../pipeline/office/read-office.js';

async function officeWith(from: string | RegExp, to: string): Promise<{ root: string; office: Promise<Office> }> {
  const root = await mkdtemp(join(tmpdir(), 'regesta-keys-'));
  const settings = await readFile('templates/office/demo.yaml', 'utf8');
  await writeFile(join(root, 'office.yaml'), settings.replace(from, to));
  return { root, office: readOffice(root) };
}

const KEY = /\{ id: seal, .*\}/;

test('a key may be behind a program, whose path is found from the office or in PATH', async () => {
  const own = await officeWith(KEY, '{ id: seal, program: [bin/sign, --token, "1"], certificates: keys/seal.crt, timeLimit: 5s }');
  expect((await own.office).signing.keys.at(-1)).toEqual({
    id: 'seal',
    program: [join(own.root, 'bin/sign'), '--token', '1'],
    certificates: join(own.root, 'keys/seal.crt'),
    timeLimitMs: 5000,
    passwordFile: undefined,
  });
  const bare = await officeWith(KEY, '{ id: seal, program: [sign], certificates: seal.crt, passwordFile: pin }');
  expect((await bare.office).signing.keys.at(-1)).toMatchObject({
    program: ['sign'],
    timeLimitMs: 30_000,
    passwordFile: join(bare.root, 'pin'),
  });
});

test.each([
  ['both a file and a program', '{ id: seal, p12: a.p12, program: [sign], certificates: a.crt }'],
  ['neither', '{ id: seal }'],
  ['a program without certificates', '{ id: seal, program: [sign] }'],
  ['a time limit for a file', '{ id: seal, p12: a.p12, timeLimit: 5s }'],
  ['the id that means elsewhere', '{ id: outside, p12: a.p12 }'],
])('a key with %s is refused, naming key and line', async (_, key) => {
  const { office } = await officeWith(KEY, key);
  await expect(office).rejects.toMatchObject({ code: 'office-settings', message: expect.stringMatching(/:\d+: signing\.keys\[\d+\]/) });
});

const FINGERPRINT = 'AB:'.repeat(31).concat('CD');
test.each([
  [FINGERPRINT, () => ({ is: 'fingerprint', sha256: FINGERPRINT.replaceAll(':', '').toLowerCase() })],
  ['1234567890', () => ({ is: 'subject', number: '1234567890' })],
  ['TINUA-1234567890', () => ({ is: 'subject', number: 'TINUA-1234567890' })],
  ['keys/head.crt', (root: string) => ({ is: 'file', path: join(root, 'keys/head.crt') })],
])('an official’s certificate may be told by fingerprint, number or file: %s', async (text, expected) => {
  const { root, office } = await officeWith('    key: head\n', `    certificate: "${text}"\n`);
  expect((await office).officials[0]?.certificate).toEqual(expected(root));
});
