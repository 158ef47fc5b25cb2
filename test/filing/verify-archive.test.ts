import { appendFile, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../pipeline/model/ports.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { filesIn, plainDraft, runOnce, tempOffice } from '../scenarios/temp-office.js';

/** One way to tamper with an archive: changes something at a path of it and gives that path. `pick` chooses one of many. */
type Way = (archive: string, pick: <T>(from: readonly T[]) => T, number: number) => Promise<string>;

const fileOf = async (archive: string, pick: Parameters<Way>[1], ending = ''): Promise<string> =>
  pick((await filesIn(archive)).filter((name) => name.endsWith(ending)));

const foldersIn = async (archive: string): Promise<string[]> =>
  (await readdir(archive, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(archive.length + 1));

/** Changes the lines of a yearly file. */
const linesOf =
  (change: (lines: string[], at: number) => void): Way =>
  async (archive, pick, number) => {
    const name = await fileOf(archive, pick, '.jsonl');
    const lines = (await readFile(join(archive, name), 'utf8')).split('\n').slice(0, -1);
    change(lines, number % (lines.length - 1));
    await writeFile(join(archive, name), lines.map((line) => `${line}\n`).join(''));
    return name;
  };

const WAYS: Readonly<Record<string, Way>> = {
  async 'a byte changed'(archive, pick, number) {
    const name = await fileOf(archive, pick);
    const bytes = await readFile(join(archive, name));
    const at = number % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (number % 8));
    await writeFile(join(archive, name), bytes);
    return name;
  },
  async 'a byte appended'(archive, pick, number) {
    const name = await fileOf(archive, pick);
    await appendFile(join(archive, name), Buffer.from([number % 256]));
    return name;
  },
  async 'an end cut off'(archive, pick, number) {
    const name = await fileOf(archive, pick);
    const { length } = await readFile(join(archive, name));
    await truncate(join(archive, name), number % length);
    return name;
  },
  async 'a file gone'(archive, pick) {
    const name = await fileOf(archive, pick);
    await rm(join(archive, name));
    return name;
  },
  async 'a file renamed'(archive, pick) {
    const name = await fileOf(archive, pick);
    await rename(join(archive, name), join(archive, `${name}.bak`));
    return name;
  },
  async 'a file added'(archive, pick, number) {
    const name = join(pick(['', ...(await foldersIn(archive))]), pick(['readme', 'act2.pdf', '.hidden', '2020.json', `${number}.txt`]));
    await writeFile(join(archive, name), 'x');
    return name;
  },
  async 'a folder added'(archive, pick) {
    const name = join(pick(['', ...(await foldersIn(archive))]), pick(['added', '.hidden', '1999']));
    await mkdir(join(archive, name));
    return name;
  },
  async 'a link added'(archive, pick) {
    const name = join(pick(['', ...(await foldersIn(archive))]), 'link');
    await symlink('/etc', join(archive, name));
    return name;
  },
  async 'a link in place of a file, to the same bytes'(archive, pick) {
    const name = await fileOf(archive, pick);
    const aside = join(dirname(archive), 'aside');
    await copyFile(join(archive, name), aside);
    await rm(join(archive, name));
    await symlink(aside, join(archive, name));
    return name;
  },
  async 'a folder in place of a file'(archive, pick) {
    const name = await fileOf(archive, pick);
    await rm(join(archive, name));
    await mkdir(join(archive, name));
    return name;
  },
  async 'a folder gone'(archive, pick) {
    const name = pick(await foldersIn(archive));
    await rm(join(archive, name), { recursive: true });
    return name;
  },
  async 'a folder renamed'(archive, pick) {
    const name = pick(await foldersIn(archive));
    await rename(join(archive, name), join(archive, `${name}0`));
    return name;
  },
  async 'an act copied to another number'(archive) {
    await cp(join(archive, '2021/decision/27'), join(archive, '2021/decision/99'), { recursive: true });
    return '2021/decision/99';
  },
  async 'two acts that changed places'(archive) {
    const series = join(archive, '2021/decision');
    await rename(join(series, '27'), join(series, 'x'));
    await rename(join(series, '28'), join(series, '27'));
    await rename(join(series, 'x'), join(series, '28'));
    return '2021/decision/27';
  },
  'a line of the journal gone': linesOf((lines, at) => lines.splice(at, 1)),
  'a line of the journal twice': linesOf((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  // Of one claim: those of claims that were on their way together may stand either way.
  'two lines of a claim in the journal that changed places': linesOf((lines, at) => {
    const claims = lines.map((line) => /"claim":"[^"]*"/.exec(line)?.[0]);
    const order = [...lines.keys()].map((index) => (index + at) % lines.length);
    const one = order.find((index) => claims[index] !== undefined && claims.indexOf(claims[index], index + 1) > index) ?? 0;
    const other = claims.indexOf(claims[one], one + 1);
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  }),
  'a line of the journal written in another way': linesOf((lines, at) => {
    lines[at] = (lines[at] ?? '').replace('{"seq":', '{ "seq":');
  }),
  'an empty line in the journal': linesOf((lines, at) => lines.splice(at, 0, '')),
  async 'a line of the journal gone from a record'(archive, pick) {
    const name = await fileOf(archive, pick, 'record.json');
    const record = JSON.parse(await readFile(join(archive, name), 'utf8')) as { journal: { step: string }[] };
    const journal = record.journal.filter(({ step }) => step !== 'checked');
    await writeFile(join(archive, name), `${JSON.stringify({ ...record, journal }, null, 2)}\n`);
    return name;
  },
  async 'lines of a record in another order'(archive, pick) {
    const name = await fileOf(archive, pick, 'record.json');
    const record = JSON.parse(await readFile(join(archive, name), 'utf8')) as { journal: unknown[] };
    await writeFile(join(archive, name), `${JSON.stringify({ ...record, journal: record.journal.reverse() }, null, 2)}\n`);
    return name;
  },
  async 'a detail of a record said in another order'(archive, pick) {
    const name = await fileOf(archive, pick, 'record.json');
    const record = JSON.parse(await readFile(join(archive, name), 'utf8')) as { journal: { detail: Record<string, unknown> }[] };
    const journal = record.journal.map((line) => ({ ...line, detail: Object.fromEntries(Object.entries(line.detail).reverse()) }));
    await writeFile(join(archive, name), `${JSON.stringify({ ...record, journal }, null, 2)}\n`);
    return name;
  },
};

describe('verify', () => {
  let sound: string;
  let root: string;
  const archive = () => join(root, 'archive');
  const problems = async (): Promise<readonly Problem[]> => {
    const opened = await openOffice(root);
    try {
      return (await opened.verify()).problems;
    } finally {
      await opened.close();
    }
  };

  beforeAll(async () => {
    root = await tempOffice();
    for (const name of ['02-pro-orendu.json', '04-zakhody-z-blahoustroiu.zip'])
      await copyFile(join(root, 'samples', name), join(root, 'inbox', name));
    await writeFile(join(root, 'inbox', 'bad.json'), await plainDraft({ title: null }));
    await writeFile(join(root, 'inbox', 'worse.json'), '{"kind":');
    await runOnce(root);
    await copyFile(join(root, 'samples', '02-pro-orendu.json'), join(root, 'inbox', 'again.json'));
    await runOnce(root);
    expect(await problems()).toEqual([]);
    sound = join(await mkdtemp(join(tmpdir(), 'regesta-sound-')), 'archive');
    await cp(archive(), sound, { recursive: true });
  });

  const tampered = async (way: Way, pick: Parameters<Way>[1], number: number): Promise<{ path: string; named: readonly string[] }> => {
    await rm(archive(), { recursive: true, force: true });
    await cp(sound, archive(), { recursive: true });
    const path = `archive/${await way(archive(), pick, number)}`;
    return { path, named: (await problems()).map((problem) => problem.path) };
  };
  /** Named itself, with something in it, or as part of something that is not there any more. */
  const isNamed = (path: string, named: readonly string[]): boolean =>
    named.some((name) => name === path || name.startsWith(`${path}/`) || path.startsWith(`${name}/`));

  test.each(Object.keys(WAYS))('names the path of %s', async (name) => {
    for (const number of [0, 7, 1234]) {
      const { path, named } = await tampered(WAYS[name] as Way, (from) => from[number % from.length] as (typeof from)[number], number);
      expect(isNamed(path, named), `${name}: ${path} not in ${named.join(', ')}`).toBe(true);
    }
  });

  test('names the path of whatever was changed at random', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(WAYS)), fc.nat(), fc.nat(1_000_000), async (name, choice, number) => {
        const { path, named } = await tampered(WAYS[name] as Way, (from) => from[choice % from.length] as (typeof from)[number], number);
        expect(isNamed(path, named), `${name}: ${path} not in ${named.join(', ')}`).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
