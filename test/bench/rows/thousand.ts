import { FIRST_NUMBER, filedFile, proveFilled, provePages, registerOf } from '../offices.js';
import { libreOfficeMs } from '../peers/libre-office.js';
import { eachRun, type Row } from '../row.js';
import { runOnce } from '../run-once.js';

/** What an office does with all it has to do, beside LibreOffice that only converts. */
export const thousand: Row = {
  name: 'thousand',
  title: 'a thousand decisions of two pages by `run --once`, start and settling included',
  async measure(bench) {
    const count = bench.count(1000, 20);
    const copies = bench.count(40, 15);
    const runs = await eachRun(bench, 'thousand', async () => {
      const filled = await runOnce(bench, count);
      const { root, ended } = filled;
      bench.say('thousand: verifying the archive');
      await proveFilled(root, count);
      const [first] = await registerOf(root);
      if (first === undefined) throw new Error('nothing was registered');
      await provePages(await filedFile(root, first, 'act.pdf'), 2, 2);
      await bench.filledOffice(async () => filled);
      const peerMs = bench.withLibreOffice
        ? [await libreOfficeMs(await filedFile(root, first, 'act.docx'), await bench.folder('libre-office'), copies)]
        : [];
      return {
        rate: (count * 1000) / ended.ms,
        peakMb: ended.peakMb === null ? [] : [ended.peakMb],
        peerRate: peerMs.map((one) => 1000 / one),
      };
    });
    const rates = runs.map(({ rate }) => rate);
    const peerRates = runs.flatMap(({ peerRate }) => peerRate);
    return {
      figures: [
        { what: 'decisions: DOCX, PDF/A, two signatures, register, archive', unit: 'a second', values: rates, bar: { atLeast: 30 } },
        { what: 'LibreOffice, warm: the same DOCX to PDF, nothing else', unit: 'a second', values: peerRates },
        {
          what: 'our rate : that of LibreOffice',
          unit: '×',
          values: peerRates.map((peer, index) => (rates[index] ?? 0) / peer),
          bar: { atLeast: 3 },
        },
        { what: 'memory, peak', unit: 'MB', values: runs.flatMap(({ peakMb }) => peakMb) },
      ],
      notes: [
        `${count} decisions a run; verified afterwards, numbers ${FIRST_NUMBER} … ${FIRST_NUMBER + count - 1}`,
        bench.withLibreOffice
          ? `LibreOffice: ${copies} copies in one start, less the median of three starts with one copy`
          : 'LibreOffice left out as asked',
      ],
    };
  },
};
