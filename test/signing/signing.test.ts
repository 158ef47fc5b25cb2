import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import type { StampPainter } from '../../pipeline/model/ports.js';
import { isDict, isStream } from '../../pipeline/pdf/objects.js';
import { PdfFile } from '../../pipeline/pdf/pdf-file.js';
import { signatureFields } from '../../pipeline/pdf/signature-fields.js';
import { verifyPdf } from '../../pipeline/signing/signing.js';
import { BODY, type DemoOffice, demoOffice, HEAD, PLACES } from './demo-office.js';
import { painter, samplePdf } from './sample-pdf.js';
import { dictOf } from './tampering.js';

let office: DemoOffice;
let pdf: Buffer;
beforeAll(async () => {
  office = await demoOffice();
  pdf = await samplePdf();
});

describe('signing an act', () => {
  it('appends two signatures and records every revision', async () => {
    const { signed } = await office.sign(pdf);
    expect(signed.revisions.map(({ bytes }) => bytes)).toEqual([pdf.length, expect.any(Number), signed.bytes.length]);
    for (const { bytes, sha256: digest } of signed.revisions) expect(sha256(signed.bytes.subarray(0, bytes))).toBe(digest);
    expect(signed.revisions[0]?.sha256).toBe(sha256(pdf));
    expect(signed.sha256).toBe(sha256(signed.bytes));
    expect(verifyPdf(signed.bytes, { file: 'act.pdf', trust: [office.root] }).signatures.map(({ role, level }) => [role, level])).toEqual([
      ['signatory', 'B-B'],
      ['seal', 'B-B'],
    ]);
  });

  it('makes both fields with the first signature; the second touches its own field alone', async () => {
    const { signed } = await office.sign(pdf);
    const once = new PdfFile(signed.bytes.subarray(0, signed.revisions[1]?.bytes));
    expect(signatureFields(once).map((field) => [field.name, field.value !== null])).toEqual([
      ['Signatory', true],
      ['Seal', false],
    ]);
    const twice = new PdfFile(signed.bytes);
    const replaced = [...twice.xref.sections[0].entries.keys()].filter((number) => once.entry(number) !== undefined);
    expect(replaced).toEqual([signatureFields(once)[1]?.ref?.number]);
  });

  it('keeps what PDF/A-1 asks of an annotation: flags, an appearance, no transparency', async () => {
    const { signed } = await office.sign(pdf);
    for (const [i, end] of signed.revisions.slice(1).entries()) {
      const file = new PdfFile(signed.bytes.subarray(0, end.bytes));
      for (const { dict } of signatureFields(file)) {
        expect(dict.get('F')).toBe(132);
        const shown = file.resolve(dictOf(file, dict.get('AP')).get('N'));
        expect(isStream(shown) && [...shown.dict.keys()].includes('Group'), `revision ${i}`).toBe(false);
        expect(isStream(shown) && isDict(file.resolve(shown.dict.get('Resources')))).toBe(true);
      }
    }
  });

  it('says in Ukrainian on each stamp who signed, with which certificate, when, and that it is a demonstration', async () => {
    const painted: Parameters<StampPainter['paint']>[0][] = [];
    const noting: StampPainter = {
      paint: (stamp) => {
        painted.push(stamp);
        return painter.paint(stamp);
      },
    };
    await office.sign(pdf, PLACES, { painter: noting });
    const line = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}`));
    expect(painted).toEqual([
      {
        heading: 'ПІДПИСАНО ЕЛЕКТРОННИМ ПІДПИСОМ',
        lines: [
          'НЕДІЙСНИЙ: демонстраційний сертифікат',
          `Підписувач: ${HEAD.name}`,
          `Посада: ${HEAD.post}`,
          line('Сертифікат: 2A[0-9A-F]{30}$'),
          'Час підписання: 12.03.2026 11:04:31',
        ],
        width: 210,
        height: 74,
        date: '2026-03-12',
      },
      {
        heading: 'ЕЛЕКТРОННА ПЕЧАТКА',
        lines: [
          'НЕДІЙСНИЙ: демонстраційний сертифікат',
          BODY.name,
          `Код ЄДРПОУ: ${BODY.edrpou}`,
          line('Сертифікат: 2A[0-9A-F]{30}$'),
          'Час підписання: 12.03.2026 11:04:31',
        ],
        width: 230,
        height: 74,
        date: '2026-03-12',
      },
    ]);
  });

  it('signs invisibly where the rendition keeps no place', async () => {
    const { signed } = await office.sign(pdf, []);
    expect(signatureFields(new PdfFile(signed.bytes)).map(({ dict }) => dict.get('Rect'))).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(verifyPdf(signed.bytes, { file: 'act.pdf' }).problems).toEqual([]);
  });

  it('gives the same bytes but for the signatures of the same act at the same time', async () => {
    const [one, two] = [await office.sign(pdf), await office.sign(pdf)];
    const bare = (bytes: Buffer): string => bytes.toString('latin1').replace(/\/Contents <[0-9a-f]+>/g, '');
    expect(bare(one.signed.bytes.subarray(0, one.signed.revisions[1]?.bytes))).toBe(
      bare(two.signed.bytes.subarray(0, two.signed.revisions[1]?.bytes)),
    );
  });
});

describe('a key that must not sign', () => {
  it('is refused before and after its term, by the clock given', async () => {
    for (const now of [new Date('2026-03-01T00:00:00Z'), new Date('2028-06-01T00:00:00Z')]) {
      await expect(office.sign(pdf, PLACES, { now })).rejects.toMatchObject({ code: 'key-expired' });
    }
  });

  it('is found out when it is somebody else’s', async () => {
    const not = (whose: string) => ({ code: 'key-mismatch', message: expect.stringContaining(whose) });
    await expect(office.sign(pdf, PLACES, { head: office.seal })).rejects.toMatchObject(not('officials[].key'));
    await expect(office.sign(pdf, PLACES, { seal: office.head })).rejects.toMatchObject(not('signing.seal'));
  });

  it('is found out when its signature does not verify', async () => {
    const lying = { ...office.seal, sign: office.head.sign };
    await expect(office.sign(pdf, PLACES, { seal: lying })).rejects.toMatchObject({ code: 'signature-broken' });
    const other = { ...office.head, certificates: [] };
    await expect(office.sign(pdf, PLACES, { head: other })).rejects.toMatchObject({ code: 'key-mismatch' });
  });

  it('does not sign what is no PDF, or what has such fields already', async () => {
    await expect(office.sign(Buffer.from('no PDF'))).rejects.toMatchObject({ code: 'pdf-unreadable' });
    const { signed } = await office.sign(pdf);
    await expect(office.sign(signed.bytes)).rejects.toMatchObject({ code: 'signature-broken' });
  });
});
