import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extendOffice } from '../../../pipeline/wiring/extending.js';
import { plainDraft, runOnce } from '../../scenarios/temp-office.js';
import { samplePdf } from '../sample-pdf.js';
import { longOffice } from './long-office.js';
import { pem } from './services/pki.js';
import { type Services, startServices } from './services/services.js';
import { proofs, signedAct } from './signed-act.js';

/** veraPDF's jar and pyHanko's command; REGESTA_JUDGE_KEEP is a folder for what they judge, for other judges. */
const { REGESTA_JUDGE_VERAPDF: verapdf, REGESTA_JUDGE_PYHANKO: pyhanko, REGESTA_JUDGE_KEEP: kept } = process.env;

async function run(command: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}

describe.skipIf(verapdf === undefined || pyhanko === undefined)('judges that are not ours', () => {
  const clock = { now: () => new Date() };
  const files: string[] = [];
  let folder: string;
  /** The services answer while the files are judged, for pyHanko asks those that certificates name before it looks into the file. */
  let named: Services;
  /** Certificates name nothing, and the services are gone: the file is all there is. */
  let unnamed: Services;

  const keep = async (name: string, bytes: Buffer): Promise<void> => {
    await writeFile(join(folder, name), bytes);
    files.push(join(folder, name));
  };

  beforeAll(async () => {
    folder = kept ?? (await mkdtemp(join(tmpdir(), 'regesta-judges-')));
    await mkdir(folder, { recursive: true });
    const pdf = await samplePdf();

    named = await startServices(clock, { tsaYears: 60 / 365 });
    await writeFile(join(folder, 'named.crt'), pem(named.pki.root.der));
    const office = await longOffice(named, 'B-LTA');
    const drop = async (id: string): Promise<Buffer> => {
      await writeFile(join(office, 'inbox', `${id}.json`), await plainDraft({ id }));
      expect((await runOnce(office)).settled.filed).toBe(1);
      return readFile(join(office, 'archive/2021/decision', id, 'act.pdf'));
    };
    await keep('named-at-once.pdf', await drop('27'));
    named.useTsa(named.pki.newTsa(clock.now(), 8));
    named.behaviour.silent.add('tsa');
    await drop('28');
    named.behaviour.silent.clear();
    expect((await extendOffice(office)).extended.map(({ revisions }) => revisions)).toEqual([3, 3]);
    await keep('named-renewed.pdf', await readFile(join(office, 'archive/2021/decision/27/act.pdf')));
    await keep('named-extended.pdf', await readFile(join(office, 'archive/2021/decision/28/act.pdf')));

    unnamed = await startServices(clock, { namesServices: false });
    await writeFile(join(folder, 'unnamed.crt'), pem(unnamed.pki.root.der));
    const crl = ['root', 'issuing', 'stamping'].map((name) => `${unnamed.url}/${name}.crl`);
    const settings = { ocsp: [], crl };
    await keep('unnamed-at-once.pdf', (await signedAct(pdf, unnamed, clock, proofs(unnamed, clock, settings))).bytes);
    const plain = await signedAct(pdf, unnamed, clock);
    await keep('unnamed-extended.pdf', (await proofs(unnamed, clock, settings).raise(plain.bytes)).bytes);
    await unnamed.close();
  });
  afterAll(() => named?.close());

  it('veraPDF: every file still is PDF/A-1b', async () => {
    const { output } = await run('java', [
      '-cp',
      verapdf ?? '',
      'org.verapdf.apps.GreenfieldCliWrapper',
      '-f',
      '1b',
      '--format',
      'text',
      ...files,
    ]);
    expect(output.split('\n').filter((line) => line.startsWith('PASS '))).toHaveLength(files.length);
  });

  it.each(['named-at-once', 'named-renewed', 'named-extended', 'unnamed-at-once', 'unnamed-extended'])(
    'pyHanko, strict: both signatures of %s are intact and trusted, and nothing that follows them is forbidden',
    async (name) => {
      const root = join(folder, `${name.split('-')[0]}.crt`);
      const { code, output } = await run(pyhanko ?? '', [
        ...['sign', 'adesverify', '--trust-replace', '--trust', root],
        join(folder, `${name}.pdf`),
      ]);
      const verdicts = output.split('\n').filter((line) => /^(Signatory|Seal):/.test(line));
      expect(verdicts, output).toEqual([
        expect.stringMatching(/^Signatory:[0-9a-f]+:INTACT:TRUSTED,.*ACCEPTABLE_MODIFICATIONS$/),
        expect.stringMatching(/^Seal:[0-9a-f]+:INTACT:TRUSTED,.*ACCEPTABLE_MODIFICATIONS$/),
      ]);
      expect(code).toBe(0);
    },
  );

  it('pyHanko: a byte changed in a lasting file is seen', async () => {
    const bytes = await readFile(join(folder, 'unnamed-at-once.pdf'));
    bytes[2000] = (bytes[2000] ?? 0) ^ 1;
    await writeFile(join(folder, 'unnamed-changed.pdf'), bytes);
    const { code } = await run(pyhanko ?? '', [
      ...['sign', 'adesverify', '--trust-replace', '--trust', join(folder, 'unnamed.crt')],
      join(folder, 'unnamed-changed.pdf'),
    ]);
    expect(code).not.toBe(0);
  });
});
