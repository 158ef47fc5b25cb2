import { cp, mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { extendAct } from '../../../pipeline/filing/extending.js';
import type { ArchiveRecord } from '../../../pipeline/filing/record.js';
import type { ArchiveIndex } from '../../../pipeline/model/ports.js';
import { extendOffice } from '../../../pipeline/wiring/extending.js';
import { openOffice } from '../../../pipeline/wiring/opened-office.js';
import { type CountedCall, type Injection, inject } from '../../crash/injected.js';
import { plainDraft, runOnce } from '../../scenarios/temp-office.js';
import { longOffice, setLevel } from './long-office.js';
import { type Services, startServices } from './services/services.js';
import { proofs } from './signed-act.js';

const ACT = 'archive/2021/decision/27';
const clock = { now: () => new Date() };
let services: Services;
/** An office that filed one act at B-B, for want of a time-stamping authority. */
let filed: string;
let root: string;

beforeAll(async () => {
  services = await startServices(clock);
  filed = await longOffice(services, 'B-LTA');
  services.behaviour.silent.add('tsa');
  await writeFile(join(filed, 'inbox', '1.json'), await plainDraft());
  expect((await runOnce(filed)).settled.filed).toBe(1);
  services.behaviour.silent.clear();
});
afterAll(() => services.close());
beforeEach(async () => {
  services.behaviour.silent.clear();
  root = join(await mkdtemp(join(tmpdir(), 'regesta-extend-')), 'office');
  await cp(filed, root, { recursive: true });
});

async function verdict(): Promise<{ levels: string[]; problems: string[] }> {
  const opened = await openOffice(root);
  try {
    const { signatures, problems } = await opened.verify();
    return { levels: signatures.map(({ level }) => level), problems: problems.map(({ code, path }) => `${code} ${path}`) };
  } finally {
    await opened.close();
  }
}

const recordIn = async (office: string): Promise<ArchiveRecord> =>
  JSON.parse(await readFile(join(office, ACT, 'record.json'), 'utf8')) as ArchiveRecord;
const pdfIn = (office: string): Promise<Buffer> => readFile(join(office, ACT, 'act.pdf'));

describe('extend', () => {
  it('raises an act that was filed at B-B, as revisions behind the filed bytes, and verify accepts it', async () => {
    expect(await verdict()).toEqual({ levels: ['B-B', 'B-B'], problems: [] });
    const { level, extended, problems } = await extendOffice(root);
    expect({ level, extended, problems }).toMatchObject({
      level: 'B-LTA',
      extended: [{ path: ACT, level: 'B-LTA', revisions: 3 }],
      problems: [],
    });
    expect(await verdict()).toEqual({ levels: ['B-LTA', 'B-LTA'], problems: [] });
    const [before, after] = [await pdfIn(filed), await pdfIn(root)];
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
  });

  it('records the new revisions, how far the proofs reach, and its line of the journal', async () => {
    await extendOffice(root);
    const [before, after] = [await recordIn(filed), await recordIn(root)];
    expect(after.pdf.revisions.slice(0, 3)).toEqual(before.pdf.revisions);
    expect(after.pdf.revisions.at(-1)).toMatchObject({ bytes: (await pdfIn(root)).length });
    expect(after.pdf.level).toBe('B-LTA');
    expect(after.journal.slice(0, -1)).toEqual(before.journal);
    expect(after.journal.at(-1)).toMatchObject({ step: 'extended', act: 'decision/2021/27', detail: { level: 'B-LTA', revisions: 6 } });
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    const accepts = ajv.compile(JSON.parse(await readFile('schemas/record.schema.json', 'utf8')) as object);
    expect(accepts(after), JSON.stringify(accepts.errors)).toBe(true);
  });

  it('does nothing where there is nothing to do, and asks nobody', async () => {
    await extendOffice(root);
    services.asked.length = 0;
    expect(await extendOffice(root)).toMatchObject({ extended: [], upToDate: 1, problems: [] });
    expect(services.asked).toEqual([]);
    await setLevel(root, 'B-B');
    expect(await extendOffice(root)).toEqual({ level: 'B-B', extended: [], upToDate: 0, problems: [] });
  });

  it('says what a service failed to give, and leaves the act as it was', async () => {
    services.behaviour.silent.add('tsa');
    expect(await extendOffice(root)).toMatchObject({ extended: [], problems: [{ code: 'service-silent', path: ACT }] });
    expect(await pdfIn(root)).toEqual(await pdfIn(filed));
    expect((await verdict()).problems).toEqual([]);
  });

  it('goes on from what was attained, when the rest can be had', async () => {
    services.behaviour.silent.add('ocsp').add('crl');
    expect(await extendOffice(root)).toMatchObject({ extended: [{ level: 'B-T' }], problems: [{ code: 'service-silent' }] });
    expect(await verdict()).toEqual({ levels: ['B-T', 'B-T'], problems: [] });
    services.behaviour.silent.clear();
    expect(await extendOffice(root)).toMatchObject({ extended: [{ level: 'B-LTA' }], problems: [] });
    expect(await verdict()).toEqual({ levels: ['B-LTA', 'B-LTA'], problems: [] });
    expect((await recordIn(root)).journal.filter(({ step }) => step === 'extended')).toHaveLength(2);
  });

  it('appends nothing to a file that is not what was filed', async () => {
    const bytes = await pdfIn(root);
    bytes[2000] = (bytes[2000] ?? 0) ^ 1;
    await writeFile(join(root, ACT, 'act.pdf'), bytes);
    expect(await extendOffice(root)).toMatchObject({ extended: [], problems: [{ code: 'archive-collision', path: ACT }] });
    expect(await pdfIn(root)).toEqual(bytes);
  });

  it('looks into files of a time when nobody asked for a level', async () => {
    await setLevel(root, 'B-B');
    await writeFile(join(root, 'inbox', '2.json'), await plainDraft({ id: '2' }));
    await runOnce(root);
    expect((await recordIn(root)).pdf.level).toBe('B-B');
    const record = JSON.parse(await readFile(join(root, 'archive/2021/decision/28/record.json'), 'utf8')) as ArchiveRecord;
    expect(record.pdf.level).toBeUndefined();
    await setLevel(root, 'B-T');
    expect((await extendOffice(root)).extended.map(({ path, level }) => [path, level])).toEqual([
      [ACT, 'B-T'],
      ['archive/2021/decision/28', 'B-T'],
    ]);
    expect((await verdict()).problems).toEqual([]);
  });
});

describe('an extension that a crash ends', () => {
  class Crash extends Error {}

  /** Extends with the index given, and leaves the work area as a kill would. */
  async function crashed(change: (index: ArchiveIndex, work: string) => ArchiveIndex): Promise<void> {
    const opened = await openOffice(root);
    try {
      const record = await recordIn(root);
      const raised = await proofs(services, clock).raise(await pdfIn(root));
      const index = change(opened.store.index, join(root, '.work', 'extending'));
      await extendAct(opened.office, index, opened.store.journal, record, raised).catch((problem: unknown) => {
        if (!(problem instanceof Crash)) throw problem;
      });
    } finally {
      await opened.close();
    }
  }

  /** What a kill at this instant would leave: the whole office but its database's open transaction. */
  const snapshot = async (to: string): Promise<void> => {
    await cp(root, to, { recursive: true, filter: (from) => !/regesta\.sqlite/.test(from) });
  };

  it('before the journal has it, goes back to what was filed', async () => {
    const killed = join(root, '..', 'killed');
    await cp(join(root, 'regesta.sqlite'), join(root, '..', 'database'));
    await crashed((index) => ({
      ...index,
      extend: (act, event, publish) =>
        index.extend(act, event, async (lines, held) => {
          await publish(lines, held);
          await snapshot(killed);
          throw new Crash();
        }),
    }));
    // In this process the failure was undone at once.
    expect(await pdfIn(root)).toEqual(await pdfIn(filed));
    expect(await verdict()).toEqual({ levels: ['B-B', 'B-B'], problems: [] });
    // The kill left the new files with an old database.
    await cp(join(root, '..', 'database'), join(killed, 'regesta.sqlite'));
    root = killed;
    expect((await verdict()).problems).not.toEqual([]);
    await runOnce(root);
    expect(await pdfIn(root)).toEqual(await pdfIn(filed));
    expect(await recordIn(root)).toEqual(await recordIn(filed));
    expect(await verdict()).toEqual({ levels: ['B-B', 'B-B'], problems: [] });
  });

  it('between its two files, goes back to what was filed', async () => {
    const killed = join(root, '..', 'killed');
    await cp(join(root, 'regesta.sqlite'), join(root, '..', 'database'));
    await crashed((index) => ({
      ...index,
      extend: (act, event, publish) =>
        index.extend(act, event, async (lines, held) => {
          await publish(lines, held);
          await snapshot(killed);
          throw new Crash();
        }),
    }));
    await cp(join(root, '..', 'database'), join(killed, 'regesta.sqlite'));
    await cp(join(filed, ACT, 'record.json'), join(killed, ACT, 'record.json'));
    root = killed;
    await extendOffice(root);
    expect(await verdict()).toEqual({ levels: ['B-LTA', 'B-LTA'], problems: [] });
    expect((await recordIn(root)).journal.filter(({ step }) => step === 'extended')).toHaveLength(1);
  });

  it('while it notes what was filed, is forgotten', async () => {
    const calls: CountedCall[] = [];
    const struck = async (office: string, injection: Injection): Promise<unknown> => {
      const release = inject(office, injection, (call) => calls.push(call));
      return extendOffice(office).finally(release);
    };
    const other = join(root, '..', 'other');
    await cp(root, other, { recursive: true });
    await struck(other, { blow: 'none', at: 0, times: 0, code: '' });
    const at = calls.find(({ name, on }) => name === 'handle.writeFile' && on.includes('before.json'))?.change ?? 0;
    // Half of it is written, and nothing after that.
    expect(await struck(root, { blow: 'fail', at, times: 1_000_000, code: 'ENOSPC' })).toMatchObject({ problems: [{ code: 'disk-full' }] });
    await runOnce(root);
    expect(await recordIn(root)).toEqual(await recordIn(filed));
    expect(await pdfIn(root)).toEqual(await pdfIn(filed));
    expect(await verdict()).toEqual({ levels: ['B-B', 'B-B'], problems: [] });
  });

  it('after the journal has it, goes forward', async () => {
    const killed = join(root, '..', 'killed');
    await crashed((index) => ({
      ...index,
      async extend(act, event, publish) {
        await index.extend(act, event, publish);
        await cp(root, killed, { recursive: true });
      },
    }));
    // As if the renames had not reached the disk.
    await cp(join(filed, ACT, 'record.json'), join(killed, ACT, 'record.json'));
    await truncate(join(killed, ACT, 'act.pdf'), (await pdfIn(filed)).length);
    root = killed;
    expect((await verdict()).problems).not.toEqual([]);
    await runOnce(root);
    expect(await verdict()).toEqual({ levels: ['B-LTA', 'B-LTA'], problems: [] });
  });
});

it('an office at B-LTA files every act at that level at once, and only one extend works at a time', async () => {
  await writeFile(join(root, 'inbox', '2.json'), await plainDraft({ id: '2' }));
  await runOnce(root);
  expect((await verdict()).levels).toEqual(['B-B', 'B-B', 'B-LTA', 'B-LTA']);
  const results = await Promise.allSettled([extendOffice(root), extendOffice(root)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'office-busy' });
  expect(await verdict()).toEqual({ levels: ['B-LTA', 'B-LTA', 'B-LTA', 'B-LTA'], problems: [] });
});

it('an act whose signer is found revoked is not filed, and waits', async () => {
  services.behaviour.revoked.push({ serial: services.pki.seal.serial, at: new Date(Date.now() - 60_000) });
  try {
    await writeFile(join(root, 'inbox', '2.json'), await plainDraft({ id: '2' }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 0, fault: 1 });
    const opened = await openOffice(root);
    expect((await opened.store.register.find('decision', 2021, '28'))?.state).toBe('awaiting-signature');
    await opened.close();
    expect(await extendOffice(root)).toMatchObject({ extended: [], problems: [{ code: 'certificate-revoked', path: ACT }] });
  } finally {
    services.behaviour.revoked.length = 0;
  }
});
