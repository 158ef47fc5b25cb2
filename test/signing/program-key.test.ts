import { generateKeyPairSync, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendSignature } from '../../pipeline/signing/append-signature.js';
import { NAME } from '../../pipeline/signing/certificate.js';
import { writeCertificate } from '../../pipeline/signing/certificate-writer.js';
import { openProgramKey, type ProgramKeyOrder } from '../../pipeline/signing/program-key.js';
import { verifyPdf } from '../../pipeline/signing/signing.js';
import { samplePdf } from './sample-pdf.js';

const NOW = new Date('2026-03-12T09:00:00Z');
const PROGRAM = resolve('test/signing/sign-with-pem.mjs');
const PASSWORD = 'дуже таємний пароль';
const issuer = { name: [[NAME.commonName, 'root']] as const, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };

const certificateOf = (publicKey: KeyObject, authority: { readonly pathLength: number } | null = null): Buffer =>
  writeCertificate({
    subject: [[NAME.commonName, 'Віталій НЕМЕРЕЦЬ']],
    publicKey,
    issuer,
    serial: randomBytes(8),
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2027-01-01T00:00:00Z'),
    authority,
    sources: null,
  });
const pem = (der: Buffer): string => new X509Certificate(der).toString();

let folder: string;
const pairs = {
  ec: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'regesta-program-'));
  const encrypted = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSWORD } as const;
  for (const [kind, { privateKey }] of Object.entries(pairs)) await writeFile(join(folder, `${kind}.pem`), privateKey.export(encrypted));
});
afterAll(() => rm(folder, { recursive: true }));

const order = (change: Partial<ProgramKeyOrder> = {}): ProgramKeyOrder => ({
  id: 'head',
  program: [process.execPath, PROGRAM, join(folder, 'ec.pem')],
  certificates: pem(certificateOf(pairs.ec.publicKey)),
  password: PASSWORD,
  timeLimitMs: 20_000,
  env: { PATH: process.env['PATH'] },
  ...change,
});
/** A program of one line. */
const program = (source: string): ProgramKeyOrder['program'] => [process.execPath, '-e', source];
const failing = (change: Partial<ProgramKeyOrder>): Promise<unknown> =>
  openProgramKey(order(change))
    .sign(Buffer.from('attributes'))
    .then(
      () => 'signed',
      (problem: unknown) => problem,
    );

describe('a key behind a program', () => {
  it.each(['ec', 'rsa'] as const)('signs a PDF as any other key does: %s', async (kind) => {
    const key = openProgramKey(
      order({
        program: [process.execPath, PROGRAM, join(folder, `${kind}.pem`)],
        certificates: pem(certificateOf(pairs[kind].publicKey)),
      }),
    );
    const file = await appendSignature({
      file: await samplePdf(),
      newFields: [{ name: 'Signatory', page: 0, rect: [0, 0, 0, 0] }],
      field: 'Signatory',
      appearance: null,
      key,
      at: NOW,
    });
    expect(verifyPdf(file, { file: 'act.pdf' })).toMatchObject({ problems: [], signatures: [{ level: 'B-B', coversWholeFile: true }] });
  });

  it('tells the program the digest too, and its password on standard input only', async () => {
    const seen = join(folder, 'seen.json');
    const source = `const input = require('fs').readFileSync(0, 'utf8');
      require('fs').writeFileSync(process.argv[1], JSON.stringify({ input: JSON.parse(input), args: process.argv, env: process.env }));`;
    await failing({ program: [process.execPath, '-e', source, seen], env: { PATH: process.env['PATH'], ONLY: 'this' } });
    const { input, args, env } = JSON.parse(await readFile(seen, 'utf8')) as { input: Record<string, string>; args: unknown; env: unknown };
    const digest = openProgramKey(order()).digest(Buffer.from('attributes'));
    expect(input).toEqual({
      format: 'regesta-sign-1',
      id: 'head',
      algorithm: 'ecdsa',
      digestAlgorithm: 'sha384',
      message: Buffer.from('attributes').toString('base64'),
      digest: digest.toString('base64'),
      password: PASSWORD,
    });
    expect(JSON.stringify([args, env])).not.toContain(PASSWORD);
    expect(env).toMatchObject({ ONLY: 'this' });
  });

  it('asks one thing at a time, and the next though one failed', async () => {
    const source = `const fs = require('fs'); const busy = process.argv[1];
      fs.mkdirSync(busy); setTimeout(() => { fs.rmdirSync(busy); console.log('{"error":"late"}'); process.exit(1); }, 60);`;
    const key = openProgramKey(order({ program: [process.execPath, '-e', source, join(folder, 'busy')] }));
    const all = await Promise.allSettled([1, 2, 3].map((n) => key.sign(Buffer.from([n]))));
    expect(all.map((one) => one.status === 'rejected' && (one.reason as Error).message.endsWith('ended with 1: late'))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([
    ['is not there', { program: ['/nowhere/sign'] as const }, 'key-missing'],
    ['is no program', { program: [resolve('package.json')] as const }, 'key-missing'],
    ['ends with an error', { program: program('process.exit(7)') }, 'key-program'],
    ['crashes', { program: program('process.abort()') }, 'key-program'],
    ['says nothing', { program: program('') }, 'key-program'],
    ['says what is no JSON', { program: program("console.log('підписано')") }, 'key-program'],
    ['says another thing', { program: program('console.log(\'{"result":"ok"}\')') }, 'key-program'],
    ['says no base64', { program: program('console.log(\'{"signature":"***"}\')') }, 'key-program'],
    ['says two things', { program: program('console.log(\'{"signature":"AAAA"}{"signature":"AAAA"}\')') }, 'key-program'],
    ['babbles', { program: program("setInterval(() => process.stdout.write('x'.repeat(65536)), 1)") }, 'key-program'],
    ['gives a signature of something else', { program: program('console.log(\'{"signature":"MAYCAQECAQE="}\')') }, 'key-mismatch'],
    [
      'signs with another key',
      { certificates: pem(certificateOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey)) },
      'key-mismatch',
    ],
    ['is given a wrong password', { password: 'інший' }, 'key-program'],
  ])('fails with a code when the program %s', async (_, change, code) => {
    const fault = await failing(change as Partial<ProgramKeyOrder>);
    expect(fault).toMatchObject({ name: 'Fault', code });
    expect((fault as Error).message).toContain('signing.keys "head"');
    expect(String(fault)).not.toContain(PASSWORD);
  });

  it('gives up on a program that does not answer, and ends it with all that it started', async () => {
    const pidFile = join(folder, 'pid');
    const source = `const { spawn } = require('child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' });
      require('fs').writeFileSync(process.argv[1], String(child.pid)); setInterval(() => 0, 1000);`;
    const fault = await failing({ program: [process.execPath, '-e', source, pidFile], timeLimitMs: 1500 });
    expect(fault).toMatchObject({ code: 'key-program', retry: 'later' });
    const pid = Number(await readFile(pidFile, 'utf8'));
    const isAlive = async (): Promise<boolean> =>
      !/^State:\s+Z/m.test(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'State:\tZ'));
    for (let tries = 0; tries < 40 && (await isAlive()); tries++) await pause(50);
    expect(await isAlive()).toBe(false);
  });

  it('is refused when its certificates cannot be read, or do not permit signing', () => {
    expect(() => openProgramKey(order({ certificates: '' }))).toThrow(expect.objectContaining({ code: 'key-missing' }));
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    expect(() => openProgramKey(order({ certificates: broken }))).toThrow(expect.objectContaining({ code: 'key-missing' }));
    const authority = pem(certificateOf(pairs.ec.publicKey, { pathLength: 0 }));
    expect(() => openProgramKey(order({ certificates: authority }))).toThrow(expect.objectContaining({ code: 'key-mismatch' }));
  });
});
