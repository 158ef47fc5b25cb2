import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FormedYear } from '../../pipeline/model/case-files.js';
import { localDateAt } from '../../pipeline/model/date.js';
import { nameOf } from '../../pipeline/model/effect.js';
import { archiveView } from '../../pipeline/wiring/archive-view.js';
import { closeYear } from '../../pipeline/wiring/closing.js';
import { filedDrafts } from '../../pipeline/wiring/filed-drafts.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { officeBeforeDestruction } from '../crash/destruction-plan.js';
import { SERVERS } from '../store/scratch-store.js';
import { newDatabase, onDatabase } from './office-engines.js';
import { filesIn, problemsOf, registerOf, runOnce, tempOffice } from './temp-office.js';

const YEAR = 2021;
const GENERAL = { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' };
const ARCHIVE = { post: 'Начальник архівного відділу', name: 'Марія ДАВИДЕНКО' };
const TODAY = localDateAt(new Date(), 'Europe/Kyiv');
const LETTERS = { year: YEAR, index: '02-05' };

const nomenclature = {
  ...{ kind: 'nomenclature', year: YEAR, signing: { date: '2021-01-11' }, signatory: GENERAL },
  plannedCases: [
    { ...{ index: '02-05', unit: 'general', article: '122', heading: 'Листи' }, takes: [{ kind: 'letter' }] },
    { ...{ index: '02-06', unit: 'general', article: '122', heading: 'Номенклатура' }, takes: [{ kind: 'nomenclature' }] },
    { ...{ index: '02-07', unit: 'general', article: '122', heading: 'Листи про укриття' }, takes: [] },
  ],
};

/** The documents of each case as an office forms them. */
async function formedBy(root: string): Promise<unknown> {
  const opened = await openOffice(root);
  try {
    const view = archiveView(opened.office, opened.store, filedDrafts(opened.office));
    const { cases, unplaced } = (await view.formed(YEAR)) as FormedYear;
    const held = cases.map(({ planned, volumes }) => [
      planned.index,
      volumes.flatMap(({ items }) => items.map(({ row, from, to }) => `${nameOf(row)} ${from}-${to}`)),
    ]);
    return { ...Object.fromEntries(held), unplaced: unplaced.map(nameOf) };
  } finally {
    await opened.close();
  }
}

test.skipIf(SERVERS.length > 0)('needs a database on a server', ({ skip }) => skip());

describe.each(SERVERS)('cases of two folders on one register on $name', (engine) => {
  let north: string;
  let south: string;

  const take = async (root: string, name: string, paper: object): Promise<void> => {
    await writeFile(join(root, 'inbox', name), JSON.stringify(paper));
    expect((await runOnce(root)).settled, name).toMatchObject({ filed: 1, refused: 0, fault: 0 });
  };

  beforeAll(async () => {
    const toServer = onDatabase(await newDatabase(engine));
    [north = '', south = ''] = await Promise.all(
      ['north', 'south'].map((id) => tempOffice((settings) => `${toServer(settings)}id: ${id}\n`)),
    );
    const letter = JSON.parse(await readFile('fixtures/kinds/letter/vidpovid-oda.json', 'utf8')) as object;
    await take(north, 'nomenclature.json', nomenclature);
    for (const [index, root] of [north, south, south].entries()) await take(root, `${index}.json`, { ...letter, id: `letter-${index}` });
    return () => Promise.all([rm(north, { recursive: true }), rm(south, { recursive: true })]);
  }, 120_000);

  test('are formed alike in both, by the nomenclature of the one and of what the other moves', async () => {
    const letters = (await registerOf(south)).filter(({ series }) => series === 'letter');
    const [, , third] = letters;
    const of = { series: third?.series, date: third?.date, number: third?.number };
    const refile = { kind: 'refile', of, caseFiles: [{ index: '02-07' }], reason: 'За змістом', signatory: GENERAL };
    await take(south, 'refile.json', { ...refile, signing: { date: '2022-01-20' } });
    const formed = await formedBy(north);
    expect(formed).toMatchObject({
      '02-05': [expect.stringMatching(/^letter\/2021\/1 /), expect.stringMatching(/^letter\/2021\/2 /)],
      '02-06': [expect.stringMatching(/^nomenclature\/2021\/1 /)],
      '02-07': [expect.stringMatching(/^letter\/2021\/3 /)],
      unplaced: [],
    });
    expect(await formedBy(south)).toEqual(formed);
  });

  test('are destroyed by each as far as their files lie with it, and the register says of no file that stays that it is gone', async () => {
    const dropped = await closeYear(north, YEAR);
    expect(dropped).toMatchObject({ done: true });
    expect((await runOnce(north)).settled).toMatchObject({ filed: 3, refused: 0 });
    const signed = { signing: { date: TODAY }, signatory: ARCHIVE };
    await take(south, 'minutes.json', {
      kind: 'appraisal',
      members: [GENERAL],
      caseFiles: [{ ...LETTERS, decision: 'destroy' }],
      ...signed,
    });
    const visas = [{ role: 'archive', date: TODAY, ...ARCHIVE }];
    await take(north, 'act.json', { kind: 'destruction', caseFiles: [LETTERS], visas, ...signed, signatory: GENERAL });
    const states = async (): Promise<unknown> =>
      (await registerOf(south)).filter(({ series }) => series === 'letter').map(({ number, office, state }) => [number, office, state]);
    expect(await states()).toEqual([
      ['1', 'north', 'destroyed'],
      ['2', 'south', 'filed'],
      ['3', 'south', 'filed'],
    ]);
    expect(await filesIn(join(north, 'archive/2021/letter/1'))).toEqual(['record.json']);
    expect(await filesIn(join(south, 'archive/2021/letter/2'))).toContain('act.pdf');
    expect([await problemsOf(north), await problemsOf(south)]).toEqual([[], []]);
    await runOnce(south);
    expect(await states()).toEqual([
      ['1', 'north', 'destroyed'],
      ['2', 'south', 'destroyed'],
      ['3', 'south', 'filed'],
    ]);
    expect(await filesIn(join(south, 'archive/2021/letter/2'))).toEqual(['record.json']);
    expect([await problemsOf(north), await problemsOf(south)]).toEqual([[], []]);
  });

  test('are formed the same by a register that is made again from both folders', async () => {
    const before = await formedBy(north);
    const toNew = onDatabase(await newDatabase(engine));
    for (const root of [north, south]) {
      const settings = join(root, 'office.yaml');
      await writeFile(settings, toNew(await readFile(settings, 'utf8')));
    }
    expect((await rebuildOffices([north, south])).problems).toEqual([]);
    expect([await formedBy(north), await formedBy(south)]).toEqual([before, before]);
  });
});

describe.each(SERVERS)('an act of destruction and a hold taken at one moment by two runners on $name', (engine) => {
  test.each(['2-заборона.json', '0-заборона.json'])(
    'leave a case that is held, or a hold that comes back, never both (%s)',
    async (name) => {
      const { office } = await officeBeforeDestruction(onDatabase(await newDatabase(engine)));
      const inbox = join(office, 'inbox');
      await rename(join(inbox, '2-заборона.json'), join(inbox, name));
      await Promise.all([runOnce(office), runOnce(office)]);
      const kinds = (await registerOf(office)).map(({ kind }) => kind);
      const gone = (await registerOf(office)).filter(({ state, series }) => state === 'destroyed' && series === 'letter');
      const refused = (await filesIn(join(office, 'refused'))).filter((path) => path.endsWith('/report.json'));
      const rules = await Promise.all(
        refused.map(async (path) => {
          const { findings } = JSON.parse(await readFile(join(office, 'refused', path), 'utf8')) as { findings: { rule: string }[] };
          return findings.map(({ rule }) => rule);
        }),
      );
      // A hold comes in time until the act of destruction is filed.
      if (kinds.includes('hold')) expect([gone.length, ...rules]).toEqual([0, ...(kinds.includes('destruction') ? [] : [['28.2-held']])]);
      else expect([gone.length, ...rules]).toEqual([2, ['T-case-destroyed']]);
      expect(await problemsOf(office)).toEqual([]);
      await rm(office, { recursive: true });
    },
    120_000,
  );
});
