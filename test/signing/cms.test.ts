import { webcrypto, X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificate } from '../../pipeline/signing/certificate.js';
import { ATTRIBUTE, buildSignedData, readSignedData, readSigningCertificates, signedDataRoom } from '../../pipeline/signing/cms.js';
import { checkSigner } from '../../pipeline/signing/signer-check.js';
import { type DemoOffice, demoOffice, NOW } from './demo-office.js';
import { samplePdf } from './sample-pdf.js';
import { cmsOf, signedBytesOf } from './tampering.js';

/** Buffers of a pool are views; pkijs takes the whole of what it is given. */
const own = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer;

let office: DemoOffice;
beforeAll(async () => {
  pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto }));
  office = await demoOffice();
});

const signedDataOf = (cms: Buffer): pkijs.SignedData => new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(own(cms)).content });

describe('our CMS, judged by PKI.js', () => {
  it('verifies over the signed bytes of the PDF, with its chain to the root, and not over other bytes', async () => {
    const { signed } = await office.sign(await samplePdf());
    for (const field of ['Signatory', 'Seal']) {
      const [cms, data] = [cmsOf(signed.bytes, field), signedBytesOf(signed.bytes, field)];
      const trustedCerts = [pkijs.Certificate.fromBER(own(office.root))];
      const judged = await signedDataOf(cms).verify({
        signer: 0,
        data: own(data),
        trustedCerts,
        checkChain: true,
        checkDate: NOW,
        extendedMode: true,
      });
      expect(judged).toMatchObject({ signatureVerified: true, signerCertificateVerified: true });
      data[100] = (data[100] as number) ^ 1;
      expect(
        await signedDataOf(cms)
          .verify({ signer: 0, data: own(data), trustedCerts, checkChain: false })
          .catch(() => false),
      ).toBe(false);
    }
  });

  it('has one signer, no time, and the attributes of PAdES in the order of DER', async () => {
    const cms = await buildSignedData(office.head, Buffer.alloc(32));
    const { signerInfos, encapContentInfo, certificates } = signedDataOf(cms);
    const types = signerInfos[0]?.signedAttrs?.attributes.map(({ type }) => type);
    expect(signerInfos.length).toBe(1);
    expect(types?.toSorted()).toEqual([ATTRIBUTE.contentType, ATTRIBUTE.messageDigest, ATTRIBUTE.signingCertificateV2].toSorted());
    expect(types?.[0]).toBe(ATTRIBUTE.contentType);
    expect(encapContentInfo.eContent).toBeUndefined();
    expect(certificates?.length).toBe(2);
    expect(cms.length).toBeLessThan(signedDataRoom(office.head));
  });
});

describe('certificates', () => {
  it('are read as node:crypto and PKI.js read them', () => {
    for (const der of [...office.head.certificates, ...office.seal.certificates, office.root]) {
      const [ours, node, pki] = [readCertificate(der), new X509Certificate(der), pkijs.Certificate.fromBER(own(der))];
      expect(ours.serialHex).toBe(node.serialNumber);
      expect([ours.notBefore, ours.notAfter]).toEqual([new Date(node.validFrom), new Date(node.validTo)]);
      expect(ours.authority.ca).toBe(node.ca);
      expect(ours.publicKey().equals(node.publicKey)).toBe(true);
      expect(Buffer.from(pki.subject.toSchema().toBER())).toEqual(ours.subject);
    }
    const [head, issuing] = office.head.certificates.map(readCertificate);
    const root = readCertificate(office.root);
    expect([issuing && head?.isSignedBy(issuing), issuing?.isSignedBy(root), head?.isSignedBy(root)]).toEqual([true, true, false]);
  });
});

describe('reading a CMS', () => {
  it('gives back what was signed', async () => {
    const data = readSignedData(await buildSignedData(office.seal, office.seal.digest(Buffer.from('текст'))));
    expect(checkSigner(data, [Buffer.from('тек'), Buffer.from('ст')]).flaws).toEqual([]);
    expect(checkSigner(data, [Buffer.from('текст.')]).flaws).toMatchObject([{ code: 'signature-digest' }]);
    const named = data.signer.signed.get(ATTRIBUTE.signingCertificateV2);
    expect(named && readSigningCertificates(named)[0]?.digest).toEqual(office.seal.digest(office.seal.certificates[0] as Buffer));
  });
});
