import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { name } from '../../../pipeline/pdf/objects.js';
import { PdfFile } from '../../../pipeline/pdf/pdf-file.js';
import { digestOf, SHA256 } from '../../../pipeline/signing/algorithms.js';
import { integer, parts, readWhole } from '../../../pipeline/signing/der.js';
import { appendDocumentTimeStamp } from '../../../pipeline/signing/ltv/document-time-stamp.js';
import { timeStampRequest } from '../../../pipeline/signing/ltv/time-stamp-client.js';
import { appendValidationData, NO_DATA, readValidationData, type ValidationData } from '../../../pipeline/signing/ltv/validation-data.js';
import { verifyPdf } from '../../../pipeline/signing/signing.js';
import { samplePdf } from '../sample-pdf.js';
import { update, withEntries } from '../tampering.js';
import { makePki, type Pki } from './services/pki.js';
import { type Services, startServices } from './services/services.js';
import { answerTimeStamp } from './services/time-stamping-authority.js';
import { DAY, type MovedClock, movedClock, proofs, signedAct } from './signed-act.js';

let clock: MovedClock;
let services: Services;
let timed: Buffer;
let lasting: Buffer;
/** All that proves the act. */
let whole: ValidationData;

beforeAll(async () => {
  clock = movedClock();
  services = await startServices(clock);
  const pdf = await samplePdf();
  timed = (await signedAct(pdf, services, clock, proofs(services, clock, { level: 'B-T' }))).bytes;
  lasting = (await proofs(services, clock).raise(timed)).bytes;
  whole = readValidationData(new PdfFile(lasting));
});
afterAll(() => services.close());

function verdict(bytes: Buffer, trust: readonly Buffer[] | undefined = [services.pki.root.der]): { levels: string[]; codes: string[] } {
  const { signatures, problems } = verifyPdf(bytes, { file: 'act.pdf', ...(trust.length > 0 ? { trust } : {}) });
  return { levels: signatures.map(({ level }) => level), codes: problems.map(({ code }) => code) };
}

const withData = (data: Partial<ValidationData>): Buffer => {
  const bytes = appendValidationData(new PdfFile(timed), { ...NO_DATA, ...data });
  if (bytes === null) throw new Error('nothing was added');
  return bytes;
};

/** Stamps as an authority does that nobody asked over a network. */
const stampBy = ({ tsa, stamping }: Pki) => {
  return async (covered: readonly Uint8Array[]): Promise<Buffer> => {
    const request = timeStampRequest(digestOf(SHA256, ...covered), integer(7));
    return parts(readWhole(answerTimeStamp(request, tsa, stamping, clock.at)))[1]?.bytes ?? Buffer.alloc(0);
  };
};

describe('a level is what the file proves', () => {
  it('with and without roots given', () => {
    expect(verdict(lasting)).toEqual({ levels: ['B-LTA', 'B-LTA'], codes: [] });
    expect(verdict(lasting, [])).toEqual({ levels: ['B-LTA', 'B-LTA'], codes: [] });
    expect(verdict(timed)).toEqual({ levels: ['B-T', 'B-T'], codes: [] });
    expect(verdict(timed, [])).toEqual({ levels: ['B-T', 'B-T'], codes: [] });
    expect(verdict(withData(whole))).toEqual({ levels: ['B-LT', 'B-LT'], codes: [] });
  });

  it('not of the long ones without the list that speaks of the authorities', () => {
    expect(verdict(withData({ ...whole, crls: [] }))).toEqual({ levels: ['B-T', 'B-T'], codes: [] });
  });

  it('each signature by itself: with word on one signer alone only that one is higher', () => {
    const levels = whole.ocsps.map((_, left) => verdict(withData({ ...whole, ocsps: whole.ocsps.filter((_, i) => i !== left) })).levels);
    expect(levels.map((pair) => pair.join()).sort()).toEqual(['B-LT,B-T', 'B-T,B-LT', 'B-T,B-T']);
  });

  it('not raised by certificates alone, nor by data that is none', () => {
    expect(verdict(withData({ certificates: whole.certificates })).levels).toEqual(['B-T', 'B-T']);
    const rubbish = Buffer.from('no such thing');
    expect(verdict(withData({ certificates: [rubbish], ocsps: [rubbish], crls: [rubbish] })).levels).toEqual(['B-T', 'B-T']);
    const odd = update(timed, (file, to) => to.put(file.rootRef, withEntries(file.catalog, { DSS: new Map([['Certs', name('All')]]) })));
    expect(verdict(odd)).toEqual({ levels: ['B-T', 'B-T'], codes: [] });
  });

  it('not raised by word that came to its end before the signature', async () => {
    const now = clock.at;
    services.behaviour.ocsp = { thisUpdate: new Date(now.getTime() - 9 * DAY), nextUpdate: new Date(now.getTime() - 2 * DAY) };
    clock.at = new Date(now.getTime() - 3 * DAY);
    const raised = await proofs(services, clock, { level: 'B-LT' }).raise(timed);
    clock.at = now;
    services.behaviour.ocsp = {};
    expect(raised.problem?.message).toBe('what the services gave does not add up to B-LT');
    expect(readValidationData(new PdfFile(raised.bytes)).ocsps).not.toEqual([]);
    expect(verdict(raised.bytes).levels).toEqual(['B-T', 'B-T']);
  });

  it('that of an archive only with a stamp behind the data, not before it', async () => {
    const stamped = await appendDocumentTimeStamp(timed, 8192, stampBy(services.pki));
    const dated = appendValidationData(new PdfFile(stamped), whole);
    expect(verdict(dated ?? stamped).levels).toEqual(['B-LT', 'B-LT']);
    expect(verdict(await appendDocumentTimeStamp(withData(whole), 8192, stampBy(services.pki))).levels).toEqual(['B-LTA', 'B-LTA']);
  });
});

describe('a lasting file', () => {
  it('shows the revocation that its data tells of, if it came before the proof', async () => {
    const at = new Date(clock.at.getTime() - DAY);
    services.behaviour.revoked.push({ serial: services.pki.head.serial, at });
    const other = proofs(services, clock, { level: 'B-T' });
    const signed = await signedAct(await samplePdf(), services, clock, other);
    const asked = await fetch(`${services.url}/issuing.crl`);
    services.behaviour.revoked.length = 0;
    const crl = Buffer.from(await asked.arrayBuffer());
    const bytes = appendValidationData(new PdfFile(signed.bytes), { ...NO_DATA, crls: [crl] });
    expect(verdict(bytes ?? Buffer.alloc(0)).codes).toEqual(['certificate-revoked']);
  });

  it('is refused with a byte changed in its data or its archive stamp', () => {
    const at = lasting.lastIndexOf('/DSS');
    for (const place of [at, lasting.lastIndexOf('/DocTimeStamp'), lasting.lastIndexOf('/Contents <') + 200]) {
      const changed = Buffer.from(lasting);
      changed[place] = changed[place] === 0x31 ? 0x32 : 0x31;
      expect(verdict(changed).codes.length).toBeGreaterThan(0);
    }
  });

  it('is refused with a stamp of an authority under another root', async () => {
    const other = makePki({ now: clock.at, services: services.url });
    const stamped = await appendDocumentTimeStamp(lasting, 8192, stampBy(other));
    expect(verdict(stamped).codes).toEqual(['timestamp-untrusted']);
  });

  it('still is nothing that anybody may change: a page drawn over is seen', () => {
    const drawn = update(lasting, (file, to) => {
      const page = file.page(0);
      to.put(page.ref, withEntries(page.dict, { Rotate: 90 }));
    });
    expect(verdict(drawn).codes).toEqual(['later-changes', 'later-changes']);
  });
});
