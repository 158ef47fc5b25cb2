import type { job as render } from '../jobs/render.js';
import type { job as signTwice } from '../jobs/sign-twice.js';
import type { job as signWithSignpdf } from '../jobs/sign-with-signpdf.js';
import { officeWith } from '../offices.js';
import { makeRsaP12 } from '../peers/rsa-p12.js';
import { inChild } from '../processes.js';
import { eachRun, type Row } from '../row.js';
import { median, percentile } from '../statistics.js';
import { twoPageViews } from '../views.js';

/** What two signatures cost, beside a library that is widely used for it. */
export const signatures: Row = {
  name: 'sign',
  title: 'two signatures, one after the other, on the PDF of a decision of two pages; no stamps',
  async measure(bench) {
    const [count, warmUp] = [bench.count(300, 20), bench.count(50, 10)];
    const [peerCount, peerWarmUp] = [bench.count(30, 3), bench.count(5, 1)];
    const runs = await eachRun(bench, 'sign', async () => {
      const office = await officeWith(await bench.folder('sign'), []);
      const { pdf } = await inChild<typeof render>('render', { office, views: await twoPageViews(office, 1), warmUp: 0 });
      const rsa = makeRsaP12(new Date());
      const ours = await inChild<typeof signTwice>('sign-twice', { office, pdf, rsa, count, warmUp });
      const peer = await inChild<typeof signWithSignpdf>('sign-with-signpdf', { pdf, rsa, count: peerCount, warmUp: peerWarmUp });
      return { ...ours, peer };
    });
    const rsa = runs.map((run) => median(run.rsa));
    const peer = runs.map((run) => median(run.peer));
    return {
      figures: [
        {
          what: 'with the demonstration keys (P-256), median',
          unit: 'ms',
          values: runs.map((run) => median(run.alone)),
          bar: { atMost: 3 },
        },
        { what: 'with the demonstration keys (P-256), p95', unit: 'ms', values: runs.map((run) => percentile(run.alone, 0.95)) },
        { what: 'the whole stage, each signature verified when made, median', unit: 'ms', values: runs.map((run) => median(run.verified)) },
        { what: 'with an RSA key of 2048 bits, median', unit: 'ms', values: rsa },
        { what: '@signpdf with the same RSA key, median', unit: 'ms', values: peer },
        { what: '@signpdf : ours with RSA', unit: '×', values: peer.map((one, index) => one / (rsa[index] ?? 0)) },
      ],
      notes: [
        `${count} times a run after ${warmUp} that are not counted; @signpdf ${peerCount} after ${peerWarmUp}`,
        '@signpdf signs with RSA alone, and opens its PKCS#12 file for each signature; the file has one round of key derivation',
      ],
    };
  },
};
