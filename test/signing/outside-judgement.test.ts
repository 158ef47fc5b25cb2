import { beforeAll, describe, expect, it } from 'vitest';
import type { SigningKey } from '../../pipeline/model/ports.js';
import { blankForm } from '../../pipeline/pdf/form-xobject.js';
import type { IncrementalUpdate } from '../../pipeline/pdf/incremental-update.js';
import { dict, isArray, isStream, name, stream, textString } from '../../pipeline/pdf/objects.js';
import { PdfFile } from '../../pipeline/pdf/pdf-file.js';
import { signatureFields } from '../../pipeline/pdf/signature-fields.js';
import { appendSignature } from '../../pipeline/signing/append-signature.js';
import { judgeReturned, type ReturnedFile, type ReturnVerdict } from '../../pipeline/signing/outside-judgement.js';
import { isOfBody, isOfPerson } from '../../pipeline/signing/outside-person.js';
import { actNamedIn, fieldLabel, prepareToSign } from '../../pipeline/signing/outside-preparation.js';
import { openP12, verifyPdf } from '../../pipeline/signing/signing.js';
import { BODY, type DemoOffice, demoOffice, HEAD, NOW, PLACES } from './demo-office.js';
import { painter, samplePdf } from './sample-pdf.js';
import { dictOf, refOf, signOddly, update, withEntries } from './tampering.js';

const LABEL = fieldLabel('Рішення № 27 від 19.01.2021', 'decision/2021/27');
let office: DemoOffice;
let unsigned: Buffer;
let given: Buffer;

beforeAll(async () => {
  office = await demoOffice();
  unsigned = await samplePdf();
  const [head, seal] = PLACES;
  if (head === undefined || seal === undefined) throw new Error('no places');
  const page = await painter.paint({
    heading: 'ЕЛЕКТРОННИЙ ПІДПИС',
    lines: [HEAD.name],
    width: 210,
    height: 74,
    date: '2021-01-19' as never,
  });
  given = prepareToSign(unsigned, {
    fields: [
      { name: 'Signatory', ...head, label: LABEL },
      { name: 'Seal', ...seal, label: LABEL },
    ],
    mark: { page, place: head },
  });
});

type Change = (file: PdfFile, to: IncrementalUpdate) => void;

/** Signs as a foreign program does: it fills a field or makes its own, invisible one. */
const signed = (
  file: Buffer,
  { field = 'Signatory', key = office.head as SigningKey, at = NOW, appearance = null as Buffer | null } = {},
) => {
  const isThere = signatureFields(new PdfFile(file)).some((one) => one.name === field);
  const newFields = isThere ? [] : [{ name: field, page: 0, rect: [0, 0, 0, 0] as const }];
  return appendSignature({ file, newFields, field, appearance, key, at });
};

const judged = (bytes: Buffer, change: Partial<ReturnedFile> = {}): ReturnVerdict =>
  judgeReturned({
    bytes,
    ours: given,
    awaited: ['signatory'],
    trust: [office.root],
    isOf: (role, certificate) =>
      role === 'seal' ? isOfBody(certificate, BODY.edrpou) : isOfPerson(certificate, { name: HEAD.name, mark: null }),
    sentAt: NOW,
    now: NOW,
    ...change,
  });
const codes = (verdict: ReturnVerdict): string[] => (verdict.sound ? ['sound'] : verdict.flaws.map(({ code }) => code)).sort();

describe('a file made ready to be signed elsewhere', () => {
  it('begins with the unsigned bytes, is the same each time, and says whose it is', () => {
    expect(given.subarray(0, unsigned.length)).toEqual(unsigned);
    expect(actNamedIn(given)).toEqual({ series: 'decision', year: 2021, number: '27' });
    expect([actNamedIn(unsigned), actNamedIn(Buffer.from('no PDF'))]).toEqual([undefined, undefined]);
  });

  it('has both fields empty: the signatory’s of no size, the seal’s in its place', () => {
    const file = new PdfFile(given);
    expect(signatureFields(file).map((field) => [field.name, field.dict.get('Rect'), field.value])).toEqual([
      ['Signatory', [0, 0, 0, 0], null],
      ['Seal', PLACES[1]?.rect, null],
    ]);
    expect(dictOf(file, file.trailer.get('Info')).has('Producer')).toBe(false);
  });
});

describe('a signed file that comes back', () => {
  it.each(['Signatory', 'Sig1', 'Підпис'])('is taken with its signature in the field %s, and sealed it verifies', async (field) => {
    const back = await signed(given, { field });
    expect(judged(back)).toMatchObject({ sound: true, roles: ['signatory'], revisions: [{ bytes: back.length }], loss: [] });
    const sealed = await signed(back, { field: 'Seal', key: office.seal });
    expect(verifyPdf(sealed, { trust: [office.root], file: 'act.pdf' }).problems).toEqual([]);
  });

  it('is taken when the program has left its name, its time and a higher version in the metadata', async () => {
    const rewritten = update(given, (file, to) => {
      to.put(file.rootRef, withEntries(file.catalog, { Version: name('2.0'), Extensions: dict({ ESIC: new Map() }) }));
      const info = dictOf(file, file.trailer.get('Info'));
      to.put(refOf(file.trailer.get('Info')), withEntries(info, { Producer: textString('other'), ModDate: textString('D:20260312') }));
      replaceMetadata(file, to, (text) => text.replace(/<pdf:Producer>[^<]*</, '<pdf:Producer>other<').replaceAll('\n', ' \n'));
    });
    expect(judged(await signed(rewritten))).toMatchObject({ sound: true, loss: [] });
  });

  it('is taken, with what PDF/A loses named, when the program draws without fonts or leaves its field without a look', async () => {
    const bare = await signOddly(given, office.head, {});
    expect(judged(bare)).toMatchObject({ sound: true, loss: ['поле підпису не має вигляду (AP)'] });
    const producer = update(given, (file, to) =>
      to.put(refOf(file.trailer.get('Info')), withEntries(dictOf(file, file.trailer.get('Info')), { Producer: textString('Signer 1') })),
    );
    expect(judged(await signed(producer))).toMatchObject({ sound: true, loss: [expect.stringContaining('XMP')] });
  });

  it('is not taken unsigned', () => {
    expect(codes(judged(given))).toEqual(['unsigned']);
    expect(codes(judged(update(given, (_, to) => void to.add(dict({})))))).toEqual(['unsigned']);
  });

  it('is not taken from anybody else, nor with anybody else’s signature beside', async () => {
    const acting = openP12({ id: 'acting', bytes: office.keys.acting.p12, password: office.keys.acting.password });
    for (const key of [office.seal, acting]) expect(codes(judged(await signed(given, { key })))).toEqual(['person']);
    const both = await signed(await signed(given), { field: 'Second', key: acting });
    expect(judged(both)).toMatchObject({ sound: false, flaws: [{ code: 'person', signer: 'НЕДІЙСНИЙ Олена ЇЖАКЕВИЧ' }] });
    expect(codes(judged(await signed(await signed(given), { field: 'Twice' })))).toEqual(['person']);
  });

  it('is not taken from a namesake whom nobody trusts', async () => {
    const other = await demoOffice();
    expect(codes(judged(await signed(given, { key: other.head })))).toEqual(['untrusted']);
  });

  it('is not taken when the signature is of another time', async () => {
    const days = (n: number): Date => new Date(NOW.getTime() + n * 86_400_000);
    const early = await signed(given, { at: days(10) });
    expect(codes(judged(early, { sentAt: days(20), now: days(21) }))).toEqual(['time']);
    expect(codes(judged(early, { sentAt: days(0), now: days(1) }))).toEqual(['time']);
    expect(codes(judged(early, { sentAt: days(10.5), now: days(11) }))).toEqual(['sound']);
    expect(codes(judged(await signed(given, { at: days(-3) })))).toEqual(['certificate', 'time', 'untrusted']);
  });

  it('is not taken when it signs in the place of the seal', async () => {
    expect(codes(judged(await signed(given, { field: 'Seal' })))).toEqual(['place']);
  });

  it('is not taken in another format, or when its value is broken', async () => {
    expect(codes(judged(await signOddly(given, office.head, { subFilter: 'adbe.pkcs7.detached' })))).toEqual(['format']);
    const posing = { ...office.head, sign: office.seal.sign };
    expect(codes(judged(await signOddly(given, posing, {})))).toEqual(['broken']);
    expect(codes(judged((await signed(given)).subarray(0, -200)))).toEqual(['unreadable']);
  });

  it('is not taken with bytes behind it, or one of them changed', async () => {
    const back = await signed(given);
    expect(codes(judged(Buffer.concat([back, Buffer.from('x')])))).toEqual(['changed']);
    const changed = Buffer.from(back);
    changed[given.length + 40] = (changed[given.length + 40] as number) ^ 1;
    expect(codes(judged(changed))).not.toEqual(['sound']);
  });

  it('may bring the seal too, after the signatory and not before', async () => {
    const awaited = ['signatory', 'seal'] as const;
    const both = await signed(await signed(given), { field: 'Seal', key: office.seal });
    expect(judged(both, { awaited })).toMatchObject({ sound: true, roles: ['signatory', 'seal'], revisions: [{}, { bytes: both.length }] });
    const wrong = await signed(await signed(given, { field: 'Seal', key: office.seal }));
    expect(codes(judged(wrong, { awaited }))).toEqual(['order']);
    expect(codes(judged(await signed(given, { field: 'Seal', key: office.seal }), { awaited }))).toEqual(['order']);
  });
});

function replaceMetadata(file: PdfFile, to: IncrementalUpdate, change: (text: string) => string): void {
  const at = refOf(file.catalog.get('Metadata'));
  const old = file.resolve(at);
  if (!isStream(old)) throw new Error('no metadata');
  to.put(at, stream(old.dict, Buffer.from(change(old.data.toString('utf8')))));
}

describe('a change that the signer signs over', () => {
  const forbidden: Record<string, Change> = {
    'a black box over page 1': (file, to) => {
      const page = file.page(0);
      const box = to.add(stream(new Map(), Buffer.from('0 0 0 rg 0 0 600 900 re f')));
      to.put(page.ref, withEntries(page.dict, { Contents: [page.dict.get('Contents') ?? null, box] }));
    },
    'a note on a page': (file, to) => {
      const page = file.page(0);
      const note = to.add(
        dict({ Type: name('Annot'), Subtype: name('Square'), Rect: [0, 0, 600, 800], AP: dict({ N: to.add(blankForm(600, 800)) }) }),
      );
      to.put(page.ref, withEntries(page.dict, { Annots: [note] }));
    },
    'the mark of the signatory taken off': (file, to) => {
      const page = file.page(1);
      const old = page.dict.get('Annots');
      to.put(page.ref, withEntries(page.dict, { Annots: isArray(old) ? old.slice(1) : [] }));
    },
    'another title in Info': (file, to) =>
      to.put(refOf(file.trailer.get('Info')), withEntries(dictOf(file, file.trailer.get('Info')), { Title: textString('Інше') })),
    'another title in XMP': (file, to) => replaceMetadata(file, to, (text) => text.replace(/Рішення/, 'Інше рішення')),
    'a title more in XMP': (file, to) =>
      replaceMetadata(file, to, (text) => text.replace(/<\/rdf:RDF>/, '<rdf:Description xmlns:a="urn:a" rdf:about="" a:b="c"/></rdf:RDF>')),
    'no PDF/A in XMP': (file, to) => replaceMetadata(file, to, (text) => text.replace(/<pdfaid:part>1</, '<pdfaid:part>2<')),
    'an entity in XMP': (file, to) => replaceMetadata(file, to, (text) => `<!DOCTYPE x [<!ENTITY a "b">]>${text}`),
    'no XMP': (file, to) => to.put(file.rootRef, new Map([...file.catalog].filter(([key]) => key !== 'Metadata'))),
    'an action': (file, to) =>
      to.put(file.rootRef, withEntries(file.catalog, { OpenAction: dict({ S: name('JavaScript'), JS: textString('app.alert(1)') }) })),
    'a version that is none': (file, to) => to.put(file.rootRef, withEntries(file.catalog, { Version: textString('2.0') })),
    'the place of the seal moved': (file, to) => {
      const seal = signatureFields(file).find((field) => field.name === 'Seal');
      to.put(refOf(seal?.ref ?? null), withEntries(seal?.dict ?? new Map(), { Rect: [0, 0, 600, 800] }));
    },
  };
  for (const [what, change] of Object.entries(forbidden)) {
    it(`is refused: ${what}`, async () => {
      expect(codes(judged(await signed(update(given, change))))).toEqual(['changed']);
    });
  }

  it('is refused: a stamp of its own over the page', async () => {
    const visible = await appendSignature({
      file: given,
      newFields: [{ name: 'Sig1', page: 0, rect: [10, 10, 500, 700] }],
      field: 'Sig1',
      appearance: null,
      key: office.head,
      at: NOW,
    });
    expect(codes(judged(visible))).toEqual(['changed']);
  });

  it('is refused in the metadata, too, once somebody has signed', async () => {
    const back = update(await signed(given), (file, to) =>
      to.put(refOf(file.trailer.get('Info')), withEntries(dictOf(file, file.trailer.get('Info')), { Producer: textString('x') })),
    );
    expect(codes(judged(await signed(back, { field: 'Seal', key: office.seal }), { awaited: ['signatory', 'seal'] }))).toEqual(['changed']);
  });
});
