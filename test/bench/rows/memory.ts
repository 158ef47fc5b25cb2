import { longAnnexDraft, smallDrafts } from '../drafts.js';
import { filedFile, named, officeWith, proveFilled, provePages, registerOf } from '../offices.js';
import { runRegesta } from '../processes.js';
import { eachRun, type Row } from '../row.js';

/** What the process needs when a great deal lies in the inbox. */
export const manyDraftsMemory: Row = {
  name: 'memory-many',
  title: 'memory of `run --once` while ten thousand small drafts wait',
  async measure(bench) {
    const [waiting, taken] = [bench.count(10_000, 400), bench.count(500, 20)];
    const peaks = await eachRun(bench, 'memory-many', async () => {
      const office = await officeWith(await bench.folder('memory-many'), named(smallDrafts(waiting)));
      let filed = 0;
      const { peakMb } = await runRegesta(['run', office, '--once'], {
        watchesMemory: true,
        onLine(line, end) {
          if (!line.includes('"msg":"filed"')) return;
          filed += 1;
          if (filed === taken) end();
        },
      });
      await proveFilled(office, filed);
      if (filed < taken || filed === waiting) throw new Error(`${filed} of ${waiting} were filed: the peak is not of drafts that wait`);
      return peakMb;
    });
    return {
      figures: [{ what: 'peak', unit: 'MB', values: peaks.filter((peak) => peak !== null), bar: { atMost: 350 } }],
      notes: [`${waiting} drafts of a page; ended when ${taken} were filed`],
    };
  },
};

/** What the process needs for a very long document. */
export const longAnnexMemory: Row = {
  name: 'memory-long',
  title: 'memory of `run --once` for a decision with an annex of three hundred pages, from drop to archive',
  async measure(bench) {
    const [chapters, least, most] = [bench.count(CHAPTERS, 9), bench.count(300, 10), bench.count(320, 16)];
    const runs = await eachRun(bench, 'memory-long', async () => {
      const office = await officeWith(await bench.folder('memory-long'), [['long.json', longAnnexDraft(chapters)]]);
      const { peakMb, ms } = await runRegesta(['run', office, '--once'], { watchesMemory: true });
      await proveFilled(office, 1);
      const [act] = await registerOf(office);
      if (act === undefined) throw new Error('nothing was registered');
      const pages = (await provePages(await filedFile(office, act, 'act.pdf'), least + 1, most + 1)) - 1;
      return { peakMb, pages, seconds: ms / 1000 };
    });
    return {
      figures: [
        { what: 'peak', unit: 'MB', values: runs.map(({ peakMb }) => peakMb).filter((peak) => peak !== null), bar: { atMost: 700 } },
        { what: 'time, start and settling included', unit: 's', values: runs.map(({ seconds }) => seconds) },
      ],
      notes: [`the annex has ${runs[0]?.pages} pages of paragraphs, lists and tables`],
    };
  },
};

/** As many as make three hundred pages. */
const CHAPTERS = 244;
