import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import type { Attachment } from '../../pipeline/model/drop.js';
import { measuring } from '../../pipeline/originals/originals.js';
import { originalSignatures } from '../../pipeline/wiring/original-signatures.js';
import { PACKAGE } from '../../pipeline/wiring/package-paths.js';
import { readFixture } from '../fixtures/fixture-files.js';
import { pdfOf } from './hand-made.js';

const file = (bytes: Buffer): Attachment => ({ name: 'dohovir.pdf', bytes, sha256: sha256(bytes) });

async function paperOf(path: string): Promise<Attachment> {
  const { draft } = await readFixture({ name: 'drop.zip', bytes: readFileSync(path) });
  const paper = draft.attachments.find(({ name }) => name === draft.content.original?.file);
  if (paper === undefined) throw new Error(`${path} has no paper`);
  return paper;
}

describe('a paper measured in a thread of its own', () => {
  const bounds = { milliseconds: 30_000, bytes: 768 * 1024 ** 2 };

  it.each(['pozychka-maina', 'zberihannia-soli', 'strakhuvannia-avtobusiv'])('is measured as it is here: %s', async (name) => {
    const paper = await paperOf(`fixtures/kinds/contract/${name}.zip`);
    const signatures = originalSignatures(async () => undefined);
    const apart = measuring({ signatures, thread: { program: PACKAGE.measureThread, bounds } });
    expect(await apart(paper)).toEqual(await measuring({ signatures })(paper));
  });

  const endless = file(pdfOf([{ content: { filter: '/Filter /FlateDecode', bytes: deflateSync(Buffer.alloc(256 * 1024 * 1024, 'q ')) } }]));

  it.each([
    ['time', { ...bounds, milliseconds: 1000 }],
    ['memory', { ...bounds, bytes: 32 * 1024 ** 2 }],
  ])('is excessive when it takes more %s than it may', async (_what, tight) => {
    const apart = measuring({ signatures: async () => [], thread: { program: PACKAGE.measureThread, bounds: tight } });
    expect(await apart(endless)).toMatchObject({ file: 'dohovir.pdf', unreadable: 'excessive', text: '', sheets: [] });
  });
});

describe('signatures of a paper', () => {
  const measure = (roots?: readonly Buffer[]) => measuring({ signatures: originalSignatures(async () => roots) });
  const signer = 'Зоряна МАКЕТНА (НЕДІЙСНИЙ)';

  it('that another program made are verified, and trusted only by roots that are given', async () => {
    const paper = await paperOf('fixtures/clauses/27.4-signature/pass-intact.zip');
    const own = { signer, intact: true, laterChanges: 'none' };
    expect((await measure()(paper)).signatures).toMatchObject([{ ...own, trusted: null }]);
    expect((await measure([])(paper)).signatures).toMatchObject([{ ...own, trusted: false }]);
  });

  it('are not those of the bytes when one is changed, or the file goes on', async () => {
    const broken = await measure()(await paperOf('fixtures/clauses/27.4-signature/fail-broken.zip'));
    expect(broken.signatures).toMatchObject([{ intact: false }]);
    const changed = await measure()(await paperOf('fixtures/clauses/27.4-signature/fail-changed-after.zip'));
    expect(changed.signatures).toMatchObject([{ intact: true, laterChanges: 'forbidden' }]);
  });

  it('are none of a paper that nobody signed electronically, nor of one whose structure our verifier cannot follow', async () => {
    expect((await measure()(await paperOf('fixtures/samples/15-orenda-prymishchennia.zip'))).signatures).toEqual([]);
    expect(await originalSignatures(async () => undefined)(Buffer.from('%PDF-1.7 not quite'))).toEqual([]);
  });

  it('cannot be checked where the verifier cannot follow a file that has some', async () => {
    expect(await originalSignatures(async () => undefined)(Buffer.from('%PDF-1.7 /ByteRange'))).toMatchObject([
      { intact: null, trusted: null },
    ]);
  });
});
