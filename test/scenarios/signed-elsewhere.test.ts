import { spawn } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { JournalStep } from '../../pipeline/model/journal.js';
import type { SigningKey } from '../../pipeline/model/ports.js';
import { PdfFile } from '../../pipeline/pdf/pdf-file.js';
import { signatureFields } from '../../pipeline/pdf/signature-fields.js';
import { appendSignature } from '../../pipeline/signing/append-signature.js';
import { readP12 } from '../../pipeline/signing/p12-container.js';
import { openP12 } from '../../pipeline/signing/signing.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import type { Tally } from '../../pipeline/working.js';
import { OFFICE_ENGINES } from './office-engines.js';
import { filesIn, plainDraft, registerOf, runOnce, tempOffice } from './temp-office.js';

/** What comes back to the clerk of the two-page decision. */
const DELIVERED = [
  'act.docx',
  'act.pdf',
  'copies/01-Відділ-освіти.pdf',
  'copies/02-Управління-житлово-комунального-господарства.pdf',
  'copies/03-Служба-у-справах-дітей.pdf',
  'copies/04-Заклади-освіти.pdf',
  'dispatch.pdf',
  'visas.pdf',
].map((name) => `decision-2021-27/${name}`);

const NONE = { filed: 0, awaiting: 0, receipt: 0, refused: 0, fault: 0 };
const outside = (settings: string): string => settings.replace('byKind: { decision: server }', 'byKind: { decision: outside }');
const sealedOutside = (settings: string): string => outside(settings).replace('  seal: seal\n', '  seal: outside\n');

async function keyOf(root: string, id: string): Promise<SigningKey> {
  const [bytes, password] = await Promise.all([
    readFile(join(root, 'keys', `${id}.p12`)),
    readFile(join(root, 'keys', `${id}.password`), 'utf8'),
  ]);
  return openP12({ id, bytes, password: password.trim() });
}

/** Signs as a program of somebody else's does: in a field that stands there, or in an invisible one of its own. */
async function signed(root: string, file: Buffer, { key = 'head', field = 'Sig1' } = {}): Promise<Buffer> {
  const isThere = signatureFields(new PdfFile(file)).some((one) => one.name === field);
  const newFields = isThere ? [] : [{ name: field, page: 0, rect: [0, 0, 0, 0] as const }];
  return appendSignature({ file, newFields, field, appearance: null, key: await keyOf(root, key), at: new Date() });
}

const toSign = (root: string, number = 27): Promise<Buffer> => readFile(join(root, 'outbox', 'to-sign', `decision-2021-${number}.pdf`));
const drop = (root: string, name: string, bytes: Buffer | string): Promise<void> => writeFile(join(root, 'inbox', name), bytes);
const settled = async (root: string): Promise<Tally['settled']> => (await runOnce(root)).settled;
const states = async (root: string): Promise<string[]> => (await registerOf(root)).map((row) => `${row.number} ${row.state}`);
const recordOf = async (root: string, number = 27): Promise<ArchiveRecord> =>
  JSON.parse(await readFile(join(root, `archive/2021/decision/${number}/record.json`), 'utf8')) as ArchiveRecord;

async function problems(root: string): Promise<unknown> {
  const opened = await openOffice(root);
  try {
    return (await opened.verify()).problems;
  } finally {
    await opened.close();
  }
}

/** What lies in the work area beside locks. */
const leftInWork = async (root: string): Promise<string[]> =>
  (await filesIn(join(root, '.work'))).filter((path) => !path.endsWith('lock.sqlite'));

/** Rules of what was refused, by the name of the file. */
async function refused(root: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const path of await filesIn(join(root, 'refused'))) {
    if (!path.endsWith('report.json')) continue;
    const { name, findings } = JSON.parse(await readFile(join(root, 'refused', path), 'utf8')) as {
      name: string;
      findings: { rule: string; clause: null; severity: string; hint: string }[];
    };
    found[name] = findings.map(({ rule, clause, severity, hint }) =>
      clause === null && severity === 'refuse' && hint !== '' ? rule : '?',
    );
  }
  return found;
}

describe.each(OFFICE_ENGINES)('an act that is signed elsewhere, on $name', ({ tempOffice }) => {
  let root: string;

  beforeEach(async () => {
    root = await tempOffice(outside);
    await drop(root, '1.json', await plainDraft({ id: '1' }));
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1 });
  });

  test('waits under its number for days, through restarts, while nothing is wrong with the archive', async () => {
    expect(await states(root)).toEqual(['27 awaiting-signature']);
    expect(await filesIn(join(root, 'outbox'))).toEqual(['to-sign/decision-2021-27.pdf']);
    expect(await problems(root)).toEqual([]);
    const before = await toSign(root);
    for (let day = 0; day < 2; day++) expect(await settled(root)).toEqual({ ...NONE, awaiting: 1 });
    expect(await toSign(root)).toEqual(before);
    const opened = await openOffice(root);
    const steps: string[] = [];
    for await (const { step } of opened.store.journal.lines()) steps.push(step);
    await opened.close();
    expect(steps).toEqual(['received', 'checked', 'registered', 'rendered', 'awaiting']);
  });

  test('is sealed, filed and given back when the signed file is dropped, whatever its name', async () => {
    const given = await toSign(root);
    const back = await signed(root, given);
    await drop(root, 'Рішення (підписане) – копія.PDF', back);
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, filed: 1 });
    expect(await states(root)).toEqual(['27 filed']);
    const pdf = await readFile(join(root, 'archive/2021/decision/27/act.pdf'));
    expect(pdf.subarray(0, back.length)).toEqual(back);
    const { pdf: recorded, journal } = await recordOf(root);
    expect(recorded.revisions.map(({ bytes }) => bytes).slice(1)).toEqual([given.length, back.length, pdf.length]);
    expect(recorded.revisions[2]?.sha256).toBe(sha256(back));
    expect(journal.map(({ step }) => step)).toEqual([
      ...['received', 'checked', 'registered', 'rendered', 'awaiting', 'received', 'checked', 'signed', 'filed'],
    ]);
    expect(journal[5]).toMatchObject({ drop: sha256(back), act: 'decision/2021/27', detail: { name: 'Рішення (підписане) – копія.PDF' } });
    expect(await filesIn(join(root, 'outbox'))).toEqual(DELIVERED);
    expect(await leftInWork(root)).toEqual([]);
    expect(await problems(root)).toEqual([]);
  });

  test('does not hold up others; several are signed in any order, each file finds its act', async () => {
    await drop(root, '2.json', await plainDraft({ id: '2' }));
    await drop(root, '3.json', await plainDraft({ id: '3', title: null }));
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 2, refused: 1 });
    const [first, second] = [
      await signed(root, await toSign(root, 27)),
      await signed(root, await toSign(root, 28), { field: 'Signatory' }),
    ];
    await drop(root, 'a.pdf', second);
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 2, filed: 1 });
    expect(await states(root)).toEqual(['27 awaiting-signature', '28 filed']);
    await drop(root, 'a.pdf', first);
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, filed: 1 });
    expect(await states(root)).toEqual(['27 filed', '28 filed']);
    expect(await problems(root)).toEqual([]);
  });

  test('gives a receipt for a signed file that came before, and for the draft dropped again', async () => {
    const back = await signed(root, await toSign(root));
    await drop(root, 'again.json', await plainDraft({ id: '1' }));
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, receipt: 1 });
    await drop(root, 'a.pdf', back);
    await drop(root, 'b.pdf', back);
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, filed: 1, receipt: 1 });
    await drop(root, 'c.pdf', back);
    await drop(root, 'd.pdf', await readFile(join(root, 'outbox/decision-2021-27/act.pdf')));
    expect(await settled(root)).toEqual({ ...NONE, receipt: 2 });
    expect(await states(root)).toEqual(['27 filed']);
    expect((await readdir(join(root, 'outbox/receipts'))).filter((name) => name.endsWith('.html'))).toHaveLength(4);
    expect(await problems(root)).toEqual([]);
  });

  test('comes back with a report for every file that is not what is waited for, and still waits', async () => {
    const given = await toSign(root);
    const back = await signed(root, given);
    const altered = Buffer.from(back);
    altered[2000] = (altered[2000] as number) ^ 1;
    const opened = await openOffice(root);
    const [act] = (await readdir(join(root, '.work/signing'))) as [string];
    const { given: facts } = JSON.parse(await readFile(join(root, '.work/signing', act, 'act.json'), 'utf8')) as {
      given: { revisions: { bytes: number }[] };
    };
    await opened.close();
    const other = await tempOffice(outside);
    const files = {
      'unsigned.pdf': given,
      'altered.pdf': altered,
      'by-seal.pdf': await signed(root, given, { key: 'seal' }),
      'by-acting.pdf': await signed(root, given, { key: 'acting' }),
      'by-namesake.pdf': await signed(other, given),
      'older.pdf': await signed(root, given.subarray(0, facts.revisions[0]?.bytes)),
      'in-seal.pdf': await signed(root, given, { field: 'Seal' }),
      'broken-off.pdf': back.subarray(0, -100),
      'longer.pdf': Buffer.concat([back, Buffer.from('\n% ще')]),
      'foreign.pdf': Buffer.from('%PDF-1.4\n%%EOF\n'),
    };
    for (const [name, bytes] of Object.entries(files)) await drop(root, name, bytes);
    await mkdir(join(root, 'inbox', 'folder.pdf'));
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, refused: 11 });
    expect(await refused(root)).toEqual({
      'unsigned.pdf': ['T-signed-none'],
      'altered.pdf': ['T-signed-changed'],
      'by-seal.pdf': ['T-signed-person'],
      'by-acting.pdf': ['T-signed-person'],
      'by-namesake.pdf': ['T-signed-certificate'],
      'older.pdf': ['T-signed-older'],
      'in-seal.pdf': ['T-signed-place'],
      'broken-off.pdf': ['T-signed-broken'],
      'longer.pdf': ['T-signed-changed'],
      'foreign.pdf': ['T-signed-unknown'],
      'folder.pdf': ['T-folder'],
    });
    for (const [name, bytes] of Object.entries(files)) {
      const path = (await filesIn(join(root, 'refused'))).find((one) => one.endsWith(`/${name}`)) ?? '';
      expect(await readFile(join(root, 'refused', path))).toEqual(bytes);
      expect(await readFile(join(root, 'refused', path, '../report.html'), 'utf8')).not.toContain('Номера документ не одержав');
    }
    expect(await states(root)).toEqual(['27 awaiting-signature']);
    await drop(root, 'right.pdf', back);
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, filed: 1 });
    await drop(root, 'once-more.pdf', await signed(root, given));
    expect(await settled(root)).toEqual({ ...NONE, refused: 1 });
    expect((await refused(root))['once-more.pdf']).toEqual(['T-signed-done']);
    expect(await problems(root)).toEqual([]);
  });

  test('goes on where a failing seal stopped it: the signed file is kept, and no second one is needed', async () => {
    const password = await readFile(join(root, 'keys/seal.password'));
    const back = await signed(root, await toSign(root));
    await writeFile(join(root, 'keys/seal.password'), 'wrong');
    await drop(root, 'a.pdf', back);
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, fault: 1 });
    expect(await settled(root)).toEqual({ ...NONE, fault: 2 });
    expect(await states(root)).toEqual(['27 awaiting-signature']);
    await writeFile(join(root, 'keys/seal.password'), password);
    expect(await settled(root)).toEqual({ ...NONE, filed: 2 });
    expect(await leftInWork(root)).toEqual([]);
    expect((await recordOf(root)).pdf.revisions[2]?.sha256).toBe(sha256(back));
    expect(await problems(root)).toEqual([]);
  });

  test('keeps the bytes that were given out, though the template has changed since', async () => {
    const given = await toSign(root);
    const docx = await readFile(join(root, '.work/signing', ...(await readdir(join(root, '.work/signing'))), 'act.docx'));
    await mkdir(join(root, 'templates'), { recursive: true });
    await writeFile(join(root, 'templates/decision.docx'), 'no template');
    await rm(join(root, 'outbox/to-sign'), { recursive: true });
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1 });
    expect(await toSign(root)).toEqual(given);
    await rm(join(root, 'templates/decision.docx'));
    await drop(root, 'a.pdf', await signed(root, given));
    expect((await settled(root)).filed).toBe(1);
    expect(await readFile(join(root, 'archive/2021/decision/27/act.docx'))).toEqual(docx);
  });

  test('is signed here after all when the settings say so now', async () => {
    const file = join(root, 'office.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('decision: outside', 'decision: server'));
    expect(await settled(root)).toEqual({ ...NONE, filed: 1 });
    expect(await filesIn(join(root, 'outbox'))).toEqual(DELIVERED);
    expect(await problems(root)).toEqual([]);
  });
});

test.each(OFFICE_ENGINES)(
  'killed at one step after another on its way, on $name, it is filed once, under its number, with the bytes that were signed',
  async (engine) => {
    const root = await engine.tempOffice(outside);
    await drop(root, '1.json', await plainDraft({ id: '1' }));
    await killedAt(root, 'awaiting');
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1 });
    const given = await toSign(root);
    const back = await signed(root, given);
    await drop(root, 'a.pdf', back);
    for (const step of ['received', 'filed'] as const) await killedAt(root, step);
    await settled(root);
    expect(await states(root)).toEqual(['27 filed']);
    expect((await recordOf(root)).pdf.revisions[2]?.sha256).toBe(sha256(back));
    expect(await filesIn(join(root, 'outbox'))).toEqual(DELIVERED);
    expect(await leftInWork(root)).toEqual([]);
    expect(await problems(root)).toEqual([]);
  },
);

/** Runs the office in a process of its own, and kills that as soon as the journal has one more line of the step. */
async function killedAt(root: string, step: JournalStep): Promise<void> {
  const opened = await openOffice(root);
  const count = async (): Promise<number> => {
    let seen = 0;
    for await (const line of opened.store.journal.lines()) if (line.step === step) seen += 1;
    return seen;
  };
  const before = await count();
  const child = spawn(process.execPath, ['dist/main.js', 'run', root, '--once'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && (await count()) === before) await pause(1);
  child.kill('SIGKILL');
  await ended;
  await opened.close();
}

describe('whose signature is taken', () => {
  const marked = (mark: string) => (settings: string) => outside(settings).replace('    key: head\n', `    certificate: "${mark}"\n`);

  test.each([
    ['the fingerprint of another', 'refused', (root: string) => fingerprint(root, 'acting')],
    ['the file of his own', 'filed', (root: string) => certificateFile(root, 'head')],
  ] as const)('is known by the certificate that the office has noted: %s, %s', async (_, end, mark) => {
    const root = await tempOffice();
    const file = join(root, 'office.yaml');
    await writeFile(file, marked(await mark(root))(await readFile(file, 'utf8')));
    await drop(root, '1.json', await plainDraft());
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1 });
    await drop(root, 'a.pdf', await signed(root, await toSign(root)));
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, [end]: 1 });
  });

  const leaf = async (root: string, id: string): Promise<X509Certificate> => {
    const [own] = (await keyOf(root, id)).certificates;
    if (own === undefined) throw new Error('no certificate');
    return new X509Certificate(own);
  };
  const fingerprint = async (root: string, id: string): Promise<string> => (await leaf(root, id)).fingerprint256;
  const certificateFile = async (root: string, id: string): Promise<string> => {
    await writeFile(join(root, 'keys', `${id}.crt`), (await leaf(root, id)).toString());
    return `keys/${id}.crt`;
  };
});

describe('a seal that is made elsewhere', () => {
  test('follows the signature in a second tray', async () => {
    const root = await tempOffice(sealedOutside);
    await writeFile(join(root, 'inbox/олена/1.json'), await plainDraft());
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1 });
    const tray = join(root, 'outbox/олена');
    const once = await signed(root, await readFile(join(tray, 'to-sign/decision-2021-27.pdf')));
    await drop(root, 'a.pdf', once);
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 2 });
    expect(await filesIn(tray)).toEqual(['to-seal/decision-2021-27.pdf']);
    expect(await readFile(join(tray, 'to-seal/decision-2021-27.pdf'))).toEqual(once);
    await drop(root, 'a.pdf', once);
    await drop(root, 'b.pdf', await signed(root, once, { key: 'head', field: 'Second' }));
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, receipt: 1, refused: 1 });
    await drop(root, 'c.pdf', await signed(root, once, { key: 'seal', field: 'Seal' }));
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, filed: 1 });
    expect((await filesIn(tray)).filter((path) => !path.startsWith('receipts/'))).toEqual(DELIVERED);
    expect(await problems(root)).toEqual([]);
  });

  test('may come with the signature in one file, but not before it', async () => {
    const root = await tempOffice(sealedOutside);
    await drop(root, '1.json', await plainDraft());
    await settled(root);
    const given = await toSign(root);
    await drop(root, 'wrong.pdf', await signed(root, await signed(root, given, { key: 'seal', field: 'Seal' })));
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, refused: 1 });
    expect(await refused(root)).toEqual({ 'wrong.pdf': ['T-signed-order'] });
    await drop(root, 'right.pdf', await signed(root, await signed(root, given), { key: 'seal', field: 'Seal' }));
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, filed: 1 });
    expect((await recordOf(root)).pdf.revisions).toHaveLength(4);
    expect(await problems(root)).toEqual([]);
  });

  test('follows a signature made here', async () => {
    const root = await tempOffice((settings) => settings.replace('  seal: seal\n', '  seal: outside\n'));
    await drop(root, '1.json', await plainDraft());
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1 });
    const once = await readFile(join(root, 'outbox/to-seal/decision-2021-27.pdf'));
    await drop(root, 'a.pdf', await signed(root, once, { key: 'seal', field: 'Seal' }));
    expect(await settled(root)).toEqual({ ...NONE, awaiting: 1, filed: 1 });
    await drop(root, 'b.pdf', once);
    expect(await settled(root)).toEqual({ ...NONE, receipt: 1 });
    expect(await problems(root)).toEqual([]);
  });
});

test('an office that signs all itself takes a PDF for a file of a wrong kind', async () => {
  const root = await tempOffice();
  await drop(root, 'a.pdf', '%PDF-1.4\n%%EOF\n');
  expect(await settled(root)).toEqual({ ...NONE, refused: 1 });
  expect(await refused(root)).toEqual({ 'a.pdf': ['T-extension'] });
});

test('a signed file that is still being written is waited for', async () => {
  const root = await tempOffice((settings) => outside(settings).replace('giveUp: 60s', 'giveUp: 1s'));
  await drop(root, '1.json', await plainDraft());
  await settled(root);
  const back = await signed(root, await toSign(root));
  await drop(root, 'a.pdf', back.subarray(0, back.length / 2));
  const running = settled(root);
  await drop(root, 'a.pdf', back);
  expect(await running).toEqual({ ...NONE, awaiting: 1, filed: 1 });
  expect((await stat(join(root, 'archive/2021/decision/27/act.pdf'))).size).toBeGreaterThan(back.length);
});

test('a program may hold the key of the seal; while it fails, the act keeps its number', async () => {
  const root = await tempOffice();
  const password = await readFile(join(root, 'keys/seal.password'), 'utf8');
  const [pkcs8 = Buffer.alloc(0)] = readP12(await readFile(join(root, 'keys/seal.p12')), password.trim()).keys;
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const { certificates } = await keyOf(root, 'seal');
  await writeFile(join(root, 'keys/seal.crt'), certificates.map((der) => new X509Certificate(der).toString()).join(''));
  const encrypted = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: password.trim() } as const;
  const file = join(root, 'office.yaml');
  const program = `program: [${process.execPath}, ${resolve('test/signing/sign-with-pem.mjs')}, ${join(root, 'keys/seal.pem')}]`;
  const seal = `{ id: seal, ${program}, certificates: keys/seal.crt, passwordFile: keys/seal.password, timeLimit: 20s }`;
  await writeFile(file, (await readFile(file, 'utf8')).replace(/\{ id: seal, .*\}/, seal));
  await drop(root, '1.json', await plainDraft());
  expect(await settled(root)).toEqual({ ...NONE, fault: 1 });
  expect(await states(root)).toEqual(['27 awaiting-signature']);
  await writeFile(join(root, 'keys/seal.pem'), key.export(encrypted));
  expect(await settled(root)).toEqual({ ...NONE, filed: 1 });
  expect(await problems(root)).toEqual([]);
});
