import type { RenderedAct } from '../../../pipeline/model/act.js';
import type { SigningKey } from '../../../pipeline/model/ports.js';
import { appendSignature, type NewField } from '../../../pipeline/signing/append-signature.js';
import { openP12, signing, verifyPdf } from '../../../pipeline/signing/signing.js';
import { systemClock } from '../../../pipeline/wiring/clock.js';
import { keyring } from '../../../pipeline/wiring/keyring.js';
import { readOffice } from '../../../pipeline/wiring/office-here.js';
import { renderedAct } from '../../signing/demo-office.js';
import type { RsaP12 } from '../peers/rsa-p12.js';
import { timesOf } from '../timing.js';

export interface SignTwice {
  readonly office: string;
  /** A file of two pages. */
  readonly pdf: Buffer;
  readonly rsa: RsaP12;
  readonly count: number;
  readonly warmUp: number;
}

export interface SignedTwice {
  readonly alone: readonly number[];
  /** By the stage, which verifies each signature that it has made. */
  readonly verified: readonly number[];
  readonly rsa: readonly number[];
}

const INVISIBLE = { page: 0, rect: [0, 0, 0, 0] } as const;
const FIELDS: readonly NewField[] = [
  { name: 'Signatory', ...INVISIBLE },
  { name: 'Seal', ...INVISIBLE },
];

/** Signs a file for the head and the body again and again, with the keys of a demonstration office and with one of RSA; no stamps. */
export async function job({ office: root, pdf, rsa, count, warmUp }: SignTwice): Promise<SignedTwice> {
  const office = await readOffice(root);
  const keyOf = keyring(office);
  const [head, seal] = [await keyOf('head'), await keyOf('seal')];
  const rsaKey = openP12({ id: 'rsa', bytes: rsa.bytes, password: rsa.password });
  const files = Array.from({ length: warmUp + count }, () => pdf);
  const stage = signing({
    signatory: () => ({ key: head, post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' }),
    seal: () => ({ key: seal, body: office.body.fullName, edrpou: office.body.edrpou }),
    painter: { paint: () => Promise.reject(new Error('there is no place for a stamp')) },
    clock: systemClock,
    timeZone: office.timezone,
  });
  const act: RenderedAct = renderedAct(pdf, []);
  prove(await twice(pdf, head, seal));
  prove(await twice(pdf, rsaKey, rsaKey));
  return {
    alone: await timesOf(files, warmUp, (file) => twice(file, head, seal)),
    verified: await timesOf(files, warmUp, () => stage.run(act)),
    rsa: await timesOf(files, warmUp, (file) => twice(file, rsaKey, rsaKey)),
  };
}

async function twice(file: Buffer, first: SigningKey, second: SigningKey): Promise<Buffer> {
  const order = { appearance: null, at: systemClock.now() };
  const signed = await appendSignature({ ...order, file, newFields: FIELDS, field: 'Signatory', key: first });
  return appendSignature({ ...order, file: signed, newFields: [], field: 'Seal', key: second });
}

function prove(signed: Buffer): void {
  const { problems, signatures } = verifyPdf(signed, { file: 'act.pdf' });
  if (problems.length > 0 || signatures.length !== 2) throw new Error(`not signed twice: ${JSON.stringify(problems)}`);
}
