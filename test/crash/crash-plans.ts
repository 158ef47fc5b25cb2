import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../../pipeline/model/digest.js';
import { appendSignature } from '../../pipeline/signing/append-signature.js';
import { openP12 } from '../../pipeline/signing/signing.js';
import { examination, leaseCard, leaseZip } from '../scenarios/contract-papers.js';
import { plainDraft, runOnce, tempOffice } from '../scenarios/temp-office.js';

/** An office before the run that is struck. */
export interface CrashPlan {
  /** Makes the office, with files in its inbox; gives what lies in it and must not be lost: the bytes under a path that says where. */
  make(): Promise<{ readonly office: string; readonly drops: ReadonlyMap<string, Buffer> }>;
  /** How many files one failed call may keep from their end: those that belong together. */
  readonly together: number;
}

/** The clerk of the demonstration office whose folder one of the drops lies in. */
const CLERK = 'олена';

/** Six drops: sound, with an annex in a ZIP, faulty, secret, sound with a warning from a clerk, and the first one's bytes again. */
export const MIXED: CrashPlan = {
  together: 1,
  async make() {
    const office = await crashOffice();
    const zip = await readFile(join(office, 'samples', '04-zakhody-z-blahoustroiu.zip'));
    const drops = new Map([
      ['1-звичайне.json', await draft()],
      ['2-з додатком.zip', zip],
      ['3-хибне.json', await draft({ title: 'План роботи', signatory: null })],
      ['4-таємне.json', await draft({ access: 'secret', title: 'Про інше' })],
      [`${CLERK}/5-із зауваженням.json`, await draft({ title: 'Про затвердження Правил користування бібліотекою' })],
      ['6-те саме.json', await draft()],
    ]);
    await dropInto(office, drops);
    return { office, drops };
  },
};

/**
 * Signatures are made elsewhere, and two acts wait for theirs. Three drops: the first act's file signed, the second one's signed and spoilt, and a new draft.
 */
export const RETURNING: CrashPlan = {
  together: 2,
  async make() {
    const office = await crashOffice((settings) => settings.replace('byKind: { decision: server }', 'byKind: { decision: outside }'));
    const [first, second, third] = await Promise.all(['1', '2', '3'].map((id) => draft({ id, title: `Про підготовку закладу № ${id}` })));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three drafts were asked for');
    await dropInto(
      office,
      new Map([
        ['1.json', first],
        ['2.json', second],
      ]),
    );
    const { settled } = await runOnce(office);
    if (settled.awaiting !== 2) throw new Error(`two acts should wait: ${JSON.stringify(settled)}`);
    const signed = await signedElsewhere(office, 27);
    const spoilt = await signedElsewhere(office, 28);
    spoilt[spoilt.length - 100] = (spoilt[spoilt.length - 100] ?? 0) ^ 1;
    const drops = new Map([
      ['1-підписаний.pdf', signed],
      ['2-зіпсований.pdf', spoilt],
      ['3-новий.json', third],
    ]);
    await dropInto(office, drops);
    return { office, drops: new Map([...drops, ['(waits) 1.json', first], ['(waits) 2.json', second]]) };
  },
};

/** A contract waits for its verdict. Two drops: a card that cannot be registered, to which a letter is owed, and the verdict. */
export const DECIDING: CrashPlan = {
  together: 3,
  async make() {
    const office = await crashOffice();
    const zip = await leaseZip();
    await dropInto(office, new Map([['1-договір.zip', zip]]));
    const { settled } = await runOnce(office);
    if (settled.awaiting !== 1) throw new Error(`a contract should wait: ${JSON.stringify(settled)}`);
    const { parties } = await leaseCard();
    const drops = new Map([
      [`${CLERK}/1-картка.json`, Buffer.from(JSON.stringify({ kind: 'contract', title: 'Договір оренди', parties }))],
      ['2-висновок.json', Buffer.from(JSON.stringify(examination(sha256(zip), 'register', '2021-03-11')))],
    ]);
    await dropInto(office, drops);
    return { office, drops: new Map([...drops, ['(waits) 1-договір.zip', zip]]) };
  },
};

/** The office of a plan, made anew: it looks often for what arrives. */
export async function crashOffice(change: (settings: string) => string = (settings) => settings): Promise<string> {
  return tempOffice((settings) => change(settings.replace('scan: 10s', 'scan: 300ms')));
}

async function draft(change: Readonly<Record<string, unknown>> = {}): Promise<Buffer> {
  // All of one day: else those that come late after a failure would have a warning more.
  const adoption = { date: '2021-03-09', total: 30, present: 24, for: 24, against: 0, abstained: 0 };
  const { visas } = JSON.parse(await plainDraft()) as { readonly visas: readonly object[] };
  return Buffer.from(await plainDraft({ visas: visas.map((visa) => ({ ...visa, date: '2021-03-01' })), adoption, ...change }));
}

/** Puts files into the inbox, and takes the samples away. */
export async function dropInto(office: string, drops: ReadonlyMap<string, Buffer>): Promise<void> {
  for (const [path, bytes] of drops) {
    await mkdir(dirname(join(office, 'inbox', path)), { recursive: true });
    await writeFile(join(office, 'inbox', path), bytes);
  }
  await rm(join(office, 'samples'), { recursive: true, force: true });
}

/** As the head's own program signs the file that lies to be signed. */
async function signedElsewhere(office: string, number: number): Promise<Buffer> {
  const [file, p12, password] = await Promise.all(
    [`outbox/to-sign/decision-2021-${number}.pdf`, 'keys/head.p12', 'keys/head.password'].map((path) => readFile(join(office, path))),
  );
  if (file === undefined || p12 === undefined || password === undefined) throw new Error('three files were asked for');
  const key = openP12({ id: 'head', bytes: p12, password: password.toString().trim() });
  const field = 'Sig1';
  const newFields = [{ name: field, page: 0, rect: [0, 0, 0, 0] as const }];
  return appendSignature({ file, newFields, field, appearance: null, key, at: new Date() });
}
