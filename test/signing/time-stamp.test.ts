import { beforeAll, describe, expect, it } from 'vitest';
import { name } from '../../pipeline/pdf/objects.js';
import { ATTRIBUTE, buildSignedData, readSignedData } from '../../pipeline/signing/cms.js';
import { context, octetString, oid, parts, readWhole, sequence, set } from '../../pipeline/signing/der.js';
import { verifyPdf } from '../../pipeline/signing/signing.js';
import { type DemoOffice, demoOffice } from './demo-office.js';
import { samplePdf } from './sample-pdf.js';
import { signOddly } from './tampering.js';
import { timeStamper } from './time-stamping.js';

let office: DemoOffice;
let unsigned: Buffer;
beforeAll(async () => {
  office = await demoOffice();
  unsigned = await samplePdf();
});

const verdict = (bytes: Buffer, ...more: readonly Buffer[]) => {
  const { problems, signatures } = verifyPdf(bytes, { file: 'act.pdf', trust: [office.root, ...more] });
  return {
    codes: problems.map(({ code }) => code),
    levels: signatures.map(({ level }) => level),
    changes: signatures.map(({ laterChanges }) => laterChanges),
  };
};

/** Our CMS with a time stamp over what `stamped` makes of its signature value. */
async function stampedCms(signed: Buffer, stamp: (signature: Buffer) => Buffer): Promise<Buffer> {
  const plain = await buildSignedData(office.head, office.head.digest(signed));
  const token = stamp(readSignedData(plain).signer.signature);
  const [type, wrapped] = parts(readWhole(plain));
  const [data] = wrapped === undefined ? [] : parts(wrapped);
  const fields = data === undefined ? [] : parts(data);
  const [signer] = parts(fields.at(-1) ?? readWhole(plain));
  if (type === undefined || signer === undefined) throw new Error('no CMS');
  const attribute = sequence(oid(ATTRIBUTE.signatureTimeStamp), set(token));
  const longer = sequence(...parts(signer).map(({ bytes }) => bytes), context(1, true, attribute));
  return sequence(type.bytes, context(0, true, sequence(...fields.slice(0, -1).map(({ bytes }) => bytes), set(longer))));
}

describe('a signature time stamp', () => {
  it('over the signature value makes the level B-T', async () => {
    const stamp = timeStamper();
    const stamped = await signOddly(unsigned, office.head, { cms: (signed) => stampedCms(signed, stamp) });
    expect(verdict(stamped, stamp.root)).toEqual({ codes: [], levels: ['B-T'], changes: ['none'] });
  });

  it('of an authority that is not trusted is said to be so, and proves nothing; without roots it is not the question', async () => {
    const stamped = await signOddly(unsigned, office.head, { cms: (signed) => stampedCms(signed, timeStamper()) });
    expect(verdict(stamped)).toEqual({ codes: ['timestamp-untrusted'], levels: ['B-B'], changes: ['none'] });
    expect(verifyPdf(stamped, { file: 'act.pdf' })).toMatchObject({ problems: [], signatures: [{ level: 'B-T', trusted: null }] });
  });

  it('is refused over anything else, from a certificate for other ends, or if it is none', async () => {
    const other = timeStamper();
    const strange: ((signature: Buffer) => Buffer)[] = [
      (signature) => other(signature.subarray(1)),
      timeStamper({ purpose: '1.3.6.1.5.5.7.3.1' }),
    ];
    for (const stamp of strange) {
      const odd = await signOddly(unsigned, office.head, { cms: (signed) => stampedCms(signed, stamp) });
      expect(verdict(odd).codes).toEqual(['timestamp-invalid']);
    }
    const none = await signOddly(unsigned, office.head, { cms: (signed) => stampedCms(signed, () => octetString(Buffer.from('now'))) });
    expect(verdict(none).codes).toEqual(['timestamp-invalid']);
  });
});

describe('a document time stamp', () => {
  const addStamp = (bytes: Buffer, stamp: (signed: Buffer) => Buffer) =>
    signOddly(bytes, office.head, {
      subFilter: 'ETSI.RFC3161',
      entries: { Type: name('DocTimeStamp') },
      cms: async (signed) => stamp(signed),
    });

  it('may follow both signatures, proves both, and is no signature itself', async () => {
    const { signed } = await office.sign(unsigned);
    const stamp = timeStamper();
    const stamped = await addStamp(signed.bytes, stamp);
    expect(verdict(stamped, stamp.root)).toEqual({ codes: [], levels: ['B-T', 'B-T'], changes: ['allowed', 'allowed'] });
    expect(verdict(stamped)).toEqual({ codes: ['timestamp-untrusted'], levels: ['B-B', 'B-B'], changes: ['allowed', 'allowed'] });
  });

  it('is refused over other bytes', async () => {
    const { signed } = await office.sign(unsigned);
    const stamp = timeStamper();
    expect(verdict(await addStamp(signed.bytes, (bytes) => stamp(bytes.subarray(1)))).codes).toEqual(['timestamp-invalid']);
  });
});
