import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../pipeline/model/digest.js';
import { SIGNATURE_LEVELS } from '../../../pipeline/model/office.js';
import { PdfFile } from '../../../pipeline/pdf/pdf-file.js';
import { signatureFields } from '../../../pipeline/pdf/signature-fields.js';
import { readValidationData } from '../../../pipeline/signing/ltv/validation-data.js';
import { verifyPdf } from '../../../pipeline/signing/signing.js';
import { samplePdf } from '../sample-pdf.js';
import { type Services, startServices } from './services/services.js';
import { DAY, type MovedClock, movedClock, proofs, signedAct } from './signed-act.js';

let pdf: Buffer;
let clock: MovedClock;
let services: Services;
beforeAll(async () => {
  pdf = await samplePdf();
});
beforeEach(async () => {
  clock = movedClock();
  services = await startServices(clock);
});
afterEach(() => services.close());

function verdict(bytes: Buffer): { levels: string[]; codes: string[]; changes: string[] } {
  const { signatures, problems } = verifyPdf(bytes, { file: 'act.pdf', trust: [services.pki.root.der] });
  return {
    levels: signatures.map(({ level }) => level),
    codes: problems.map(({ code }) => code),
    changes: signatures.map(({ laterChanges }) => laterChanges),
  };
}

describe('an act signed at a level', () => {
  it.each(SIGNATURE_LEVELS.slice(1))('%s has both signatures at it, and every revision recorded', async (level) => {
    const signed = await signedAct(pdf, services, clock, proofs(services, clock, { level: level as 'B-T' }));
    expect(verdict(signed.bytes)).toMatchObject({ levels: [level, level], codes: [] });
    expect(signed.evidence?.level).toBe(level);
    for (const { bytes, sha256: digest } of signed.revisions) expect(sha256(signed.bytes.subarray(0, bytes))).toBe(digest);
    expect(signed.revisions.length).toBe({ 'B-T': 3, 'B-LT': 4, 'B-LTA': 5 }[level as 'B-T']);
  });

  it('asks of every certificate but the root whether it is revoked', async () => {
    const { bytes } = await signedAct(pdf, services, clock, proofs(services, clock));
    const { ocsps, crls, certificates } = readValidationData(new PdfFile(bytes));
    // Head, seal and time stamps by OCSP; both authorities by the list of the root.
    expect([ocsps.length, crls.length]).toEqual([3, 1]);
    const { pki } = services;
    for (const { der } of [pki.head, pki.seal, pki.issuing, pki.tsa, pki.stamping])
      expect(certificates.some((one) => one.equals(der))).toBe(true);
  });

  it('asks about the responder too where its certificate does not free one from that', async () => {
    await services.close();
    services = await startServices(clock, { noCheck: false });
    const { bytes } = await signedAct(pdf, services, clock, proofs(services, clock));
    expect(services.asked).toContain('/issuing.crl');
    expect(readValidationData(new PdfFile(bytes)).crls).toHaveLength(2);
    expect(verdict(bytes).levels).toEqual(['B-LTA', 'B-LTA']);
  });

  it('falls back to lists where no OCSP responder answers', async () => {
    services.behaviour.silent.add('ocsp');
    const { bytes } = await signedAct(pdf, services, clock, proofs(services, clock));
    expect(readValidationData(new PdfFile(bytes)).ocsps).toEqual([]);
    expect(verdict(bytes).levels).toEqual(['B-LTA', 'B-LTA']);
  });

  it('keeps to the addresses that are set in place of those of certificates', async () => {
    const set = proofs(services, clock, {
      ocsp: [],
      crl: ['root', 'issuing', 'stamping'].map((name) => `${services.url}/${name}.crl?set`),
    });
    const { bytes } = await signedAct(pdf, services, clock, set);
    expect(new Set(services.asked)).toEqual(new Set(['/tsa', '/root.crl?set', '/issuing.crl?set', '/stamping.crl?set']));
    expect(verdict(bytes).levels).toEqual(['B-LTA', 'B-LTA']);
  });
});

describe('without a service an act is signed all the same', () => {
  it('at B-B while no authority gives time stamps, and gets all that is missing later', async () => {
    services.behaviour.silent.add('tsa');
    const own = proofs(services, clock);
    const signed = await signedAct(pdf, services, clock, own);
    expect(verdict(signed.bytes)).toEqual({ levels: ['B-B', 'B-B'], codes: [], changes: ['allowed', 'none'] });
    expect(own.problems.map(({ code }) => code)).toEqual(['service-silent', 'service-silent']);
    expect(services.asked).toEqual(['/tsa']);

    services.behaviour.silent.clear();
    clock.at = new Date(clock.at.getTime() + DAY);
    expect(own.isDue(own.evidenceOf(signed.bytes))).toBe(true);
    const raised = await own.raise(signed.bytes);
    expect(raised.bytes.subarray(0, signed.bytes.length).equals(signed.bytes)).toBe(true);
    expect(raised.problem).toBeNull();
    expect(verdict(raised.bytes)).toEqual({ levels: ['B-LTA', 'B-LTA'], codes: [], changes: ['allowed', 'allowed'] });
    expect(own.isDue(raised.evidence)).toBe(false);
  });

  it('at B-T while nobody says what is revoked', async () => {
    services.behaviour.silent.add('ocsp').add('crl');
    const own = proofs(services, clock);
    const signed = await signedAct(pdf, services, clock, own);
    expect(verdict(signed.bytes).levels).toEqual(['B-T', 'B-T']);
    const raised = await own.raise(signed.bytes);
    expect(raised).toMatchObject({ revisions: [], problem: { code: 'service-silent' } });
  });

  it('at B-T by a stamp on the document where a token is longer than its room, for which the next one has more', async () => {
    services.behaviour.stamp = { padding: 9000 };
    const own = proofs(services, clock, { level: 'B-T' });
    const first = await signedAct(pdf, services, clock, own);
    expect(own.problems.map(({ code }) => code)).toEqual(['service-answer']);
    expect(verdict(first.bytes).levels).toEqual(['B-T', 'B-T']);
    own.problems.length = 0;
    const second = await signedAct(pdf, services, clock, own);
    expect(own.problems).toEqual([]);
    expect(second.revisions).toHaveLength(3);
  });
});

describe('a certificate that was revoked', () => {
  it('before the signature, ends the signing', async () => {
    services.behaviour.revoked.push({ serial: services.pki.head.serial, at: new Date(clock.at.getTime() - DAY) });
    await expect(signedAct(pdf, services, clock, proofs(services, clock))).rejects.toMatchObject({ code: 'certificate-revoked' });
  });

  it('after it, does not matter to one who has the time stamp', async () => {
    const signed = await signedAct(pdf, services, clock, proofs(services, clock, { level: 'B-T' }));
    clock.at = new Date(clock.at.getTime() + 10 * DAY);
    services.behaviour.revoked.push({ serial: services.pki.head.serial, at: new Date(clock.at.getTime() - DAY) });
    const raised = await proofs(services, clock).raise(signed.bytes);
    expect(verdict(raised.bytes)).toMatchObject({ levels: ['B-LTA', 'B-LTA'], codes: [] });
  });

  it('before a late time stamp, cannot be told from one before the signature', async () => {
    const signed = await signedAct(pdf, services, clock);
    clock.at = new Date(clock.at.getTime() + 10 * DAY);
    services.behaviour.revoked.push({ serial: services.pki.seal.serial, at: new Date(clock.at.getTime() - DAY) });
    await expect(proofs(services, clock).raise(signed.bytes)).rejects.toMatchObject({ code: 'certificate-revoked' });
  });
});

describe('an archive time stamp', () => {
  const shortLived = async (days: number): Promise<void> => {
    await services.close();
    services = await startServices(clock, { tsaYears: days / 365 });
  };

  it('is left alone until its certificates are about to end', async () => {
    await shortLived(300);
    const own = proofs(services, clock);
    const { bytes, evidence } = await signedAct(pdf, services, clock, own);
    expect(evidence && own.isDue(evidence)).toBe(false);
    expect(await own.raise(bytes)).toMatchObject({ revisions: [], problem: null });
    clock.at = new Date(clock.at.getTime() + 220 * DAY);
    expect(evidence && own.isDue(evidence)).toBe(true);
  });

  it('is renewed over newer word on its authority, by one that lives longer', async () => {
    await shortLived(300);
    const { bytes } = await signedAct(pdf, services, clock, proofs(services, clock));
    clock.at = new Date(clock.at.getTime() + 220 * DAY);
    services.useTsa(services.pki.newTsa(clock.at, 8));
    const own = proofs(services, clock);
    const renewed = await own.raise(bytes);
    expect(renewed).toMatchObject({ problem: null, evidence: { level: 'B-LTA' } });
    // Word on the old authority, the new stamp, and word on the new authority.
    expect(renewed.revisions).toHaveLength(3);
    expect(own.isDue(renewed.evidence)).toBe(false);
    expect(verdict(renewed.bytes)).toMatchObject({ levels: ['B-LTA', 'B-LTA'], codes: [] });
    const stamps = signatureFields(new PdfFile(renewed.bytes)).filter(({ name }) => name.startsWith('ArchiveStamp'));
    expect(stamps.map(({ name }) => name)).toEqual(['ArchiveStamp1', 'ArchiveStamp2']);
  });

  it('waits for an authority that lives longer, first in silence and then with a word', async () => {
    await shortLived(300);
    const { bytes } = await signedAct(pdf, services, clock, proofs(services, clock));
    clock.at = new Date(clock.at.getTime() + 220 * DAY);
    expect(await proofs(services, clock).raise(bytes)).toMatchObject({ revisions: [], problem: null });
    clock.at = new Date(clock.at.getTime() + 50 * DAY);
    expect(await proofs(services, clock).raise(bytes)).toMatchObject({ revisions: [], problem: { code: 'service-answer' } });
  });

  it('leaves nothing in the file when the renewal fails half-way', async () => {
    await shortLived(300);
    const { bytes } = await signedAct(pdf, services, clock, proofs(services, clock));
    clock.at = new Date(clock.at.getTime() + 220 * DAY);
    services.behaviour.silent.add('tsa');
    expect(await proofs(services, clock).raise(bytes)).toMatchObject({ revisions: [], problem: { code: 'service-silent' } });
  });

  it('that was not renewed in time is said to have lapsed', async () => {
    await shortLived(300);
    const { bytes } = await signedAct(pdf, services, clock, proofs(services, clock));
    clock.at = new Date(clock.at.getTime() + 310 * DAY);
    expect(await proofs(services, clock).raise(bytes)).toMatchObject({ revisions: [], problem: { code: 'stamp-lapsed' } });
  });
});
