import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { draftWithFile } from '../drafts.js';
import { officeWith, proveFilled, sizeOf } from '../offices.js';
import { runProgram, runRegesta } from '../processes.js';
import { type Bench, eachRun, type Figure, type FilledOffice, type Row } from '../row.js';
import { runOnce } from '../run-once.js';

/** Whether an archive can be verified about as fast as its bytes can be read and hashed. */
export const verify: Row = {
  name: 'verify',
  title: '`regesta verify` in turn with `sha256sum` of the same files, whole processes, the files in the memory of the system',
  async measure(bench) {
    const small = await bench.filledOffice(() => runOnce(bench, bench.count(1000, 20)));
    const large = await fillWithFiles(bench);
    const [ofSmall, ofLarge] = [
      await compared(bench, 'decisions of two pages', small),
      await compared(bench, 'acts with a large annex', large),
    ];
    return { figures: [...ofSmall.figures, ...ofLarge.figures], notes: [ofSmall.note, ofLarge.note] };
  },
};

async function compared(bench: Bench, what: string, { root, acts }: FilledOffice): Promise<{ figures: Figure[]; note: string }> {
  const archive = join(root, 'archive');
  const { files, bytes } = await sizeOf(archive);
  const megabytes = bytes / 1e6;
  const hash = () => runProgram('sh', ['-c', 'find "$1" -type f -print0 | xargs -0 sha256sum >/dev/null', 'sh', archive]);
  await hash();
  const runs = await eachRun(bench, `verify, ${what}`, async () => {
    const ours = (await runRegesta(['verify', root])).ms;
    const theirs = (await hash()).ms;
    return { ours: (megabytes * 1000) / ours, theirs: (megabytes * 1000) / theirs };
  });
  return {
    figures: [
      { what: `${what}: \`regesta verify\``, unit: 'MB/s', values: runs.map(({ ours }) => ours) },
      { what: `${what}: sha256sum`, unit: 'MB/s', values: runs.map(({ theirs }) => theirs) },
      { what: `${what}: the one : the other`, unit: '×', values: runs.map(({ ours, theirs }) => ours / theirs), bar: { atLeast: 0.5 } },
    ],
    note: `${what}: ${acts} acts, ${files} files, ${megabytes.toFixed(0)} MB`,
  };
}

async function fillWithFiles(bench: Bench): Promise<FilledOffice> {
  const [acts, megabytes] = [bench.count(60, 3), bench.count(5, 2)];
  const drops = Array.from(
    { length: acts },
    (_, index) => [`${index + 1}.zip`, draftWithFile(index + 1, randomBytes(megabytes * 1e6))] as const,
  );
  const root = await officeWith(await bench.folder('verify'), drops);
  await runRegesta(['run', root, '--once']);
  await proveFilled(root, acts);
  return { root, acts };
}
