import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { openP12, verifyPdf } from '../../pipeline/signing/signing.js';
import { demoOffice } from './demo-office.js';
import { withHybridXref, withXrefStream } from './rewritten-pdf.js';
import { samplePdf } from './sample-pdf.js';

it('out', async () => {
  const d = '/tmp/b/out';
  const office = await demoOffice(new Date());
  const pdf = await samplePdf();
  writeFileSync(`${d}/root.crt`, office.keys.rootCrt);
  writeFileSync(`${d}/root.crl`, office.keys.crls.root);
  writeFileSync(`${d}/issuing.crl`, office.keys.crls.issuing);
  for (const k of ['head', 'seal', 'acting'] as const) {
    writeFileSync(`${d}/${k}.p12`, office.keys[k].p12);
    writeFileSync(`${d}/${k}.pass`, office.keys[k].password);
  }
  for (const [n, b] of [
    ['table', pdf],
    ['stream', withXrefStream(pdf)],
    ['hybrid', withHybridXref(pdf)],
  ] as const) {
    writeFileSync(`${d}/u-${n}.pdf`, b);
    const { signed } = await office.sign(b);
    writeFileSync(`${d}/s-${n}.pdf`, signed.bytes);
  }
}, 600000);
it('foreign', () => {
  for (const f of (process.env['FOREIGN'] ?? '').split(' ').filter(Boolean)) {
    const t = process.env['TRUST'];
    console.log(
      f,
      JSON.stringify(verifyPdf(readFileSync(f), { file: f, ...(t ? { trust: [new X509Certificate(readFileSync(t)).raw] } : {}) }), null, 1),
    );
  }
});
