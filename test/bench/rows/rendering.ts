import type { job as printStock } from '../jobs/print-stock.js';
import type { job as render } from '../jobs/render.js';
import { officeWith, provePages } from '../offices.js';
import { libreOfficeMs } from '../peers/libre-office.js';
import { inChild } from '../processes.js';
import { eachRun, type Row } from '../row.js';
import { median, percentile } from '../statistics.js';
import { twoPageViews } from '../views.js';

/** What the two renditions of an act cost once fonts and template are read. */
export const rendering: Row = {
  name: 'render',
  title: 'rendering a decision of two pages, warm: the words of each act in an order of their own',
  async measure(bench) {
    const [count, warmUp] = [bench.count(200, 10), bench.count(100, 5)];
    const [peerCount, peerWarmUp] = [bench.count(30, 3), bench.count(5, 2)];
    const copies = bench.count(40, 15);
    const runs = await eachRun(bench, 'render', async () => {
      const office = await officeWith(await bench.folder('render'), []);
      const views = await twoPageViews(office, warmUp + count);
      const ours = await inChild<typeof render>('render', { office, views, warmUp });
      await provePages(ours.pdf, 2, 2);
      const stock = await inChild<typeof printStock>('print-stock', { views: views.slice(0, peerWarmUp + peerCount), warmUp: peerWarmUp });
      const stockPages = await provePages(stock.pdf, 2);
      const converted = bench.withLibreOffice ? [await libreOfficeMs(ours.docx, await bench.folder('libre-office'), copies)] : [];
      return { ...ours, stock: stock.times, stockPages, libreOffice: converted };
    });
    const medians = (times: (run: (typeof runs)[number]) => readonly number[]): number[] => runs.map((run) => median(times(run)));
    const both = medians((run) => run.both);
    const pdf = medians((run) => run.pdfAlone);
    const stock = medians((run) => run.stock);
    return {
      figures: [
        { what: 'DOCX and PDF/A, median', unit: 'ms', values: both, bar: { atMost: 20 } },
        { what: 'DOCX and PDF/A, p95', unit: 'ms', values: runs.map((run) => percentile(run.both, 0.95)) },
        { what: 'PDF/A alone, median', unit: 'ms', values: pdf },
        { what: 'DOCX alone, median', unit: 'ms', values: medians((run) => run.docxAlone) },
        { what: 'stock pdfmake: PDF/A alone, median', unit: 'ms', values: stock },
        { what: 'stock pdfmake : our PDF/A', unit: '×', values: stock.map((peer, index) => peer / (pdf[index] ?? 0)) },
        { what: 'LibreOffice, warm: our DOCX to PDF', unit: 'ms', values: runs.flatMap((run) => run.libreOffice) },
        {
          what: 'LibreOffice : our DOCX and PDF/A',
          unit: '×',
          values: runs.flatMap((run, index) => run.libreOffice.map((peer) => peer / (both[index] ?? 0))),
        },
      ],
      notes: [
        `${count} acts a run after ${warmUp} that are not counted; stock pdfmake ${peerCount} after ${peerWarmUp}, ${runs[0]?.stockPages} pages`,
        ...(bench.withLibreOffice ? [] : ['LibreOffice left out as asked']),
      ],
    };
  },
};
