import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { fixture } from '../fixtures/fixture-files.js';
import { pageWords } from '../rendering/pdf-text.js';
import { adopted, agenda, CARRIED, drop, type Json, minutes, project, question } from './meeting-papers.js';
import { filesIn, registerOf, runOnce, tempOffice } from './temp-office.js';

const MEETING = '2021-10-12';
const GENERAL = { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' };
const URGENT = {
  ground: 'Прорив тепломережі: відповідно до ст. 13 Закону України «Про теплопостачання» подачу тепла треба відновити за добу.',
  leaveBy: 'Андрій ЛОЗОВИЙ',
};
const REGULATORY = {
  analysis: 'Аналіз регуляторного впливу від 30.08.2021',
  published: 'Сайт міської ради, 30.08.2021',
  conclusion: 'Позитивний',
};
const REPEALED = { series: 'decision', date: '2021-07-13', number: '27' };

const named = (n: number, title: string, change: Json = {}): Json => project(`p${String(n).padStart(2, '0')}`, `Про ${title}`, change);
const visas = project('', '')['visas'] as readonly Json[];
const [firstPoint, ...otherPoints] = project('', '')['operative'] as readonly Json[];

const LATE = named(2, 'утримання доріг узимку', { submitted: '2021-10-04' });
const UNVISAED = named(3, 'режим роботи ринку', { visas: visas.filter(({ role }) => role !== 'legal') });
const UNANALYSED = named(4, 'розміщення літніх майданчиків', { regulatory: { published: REGULATORY.published, conclusion: 'Позитивний' } });
const CHANGED = named(9, 'графік вивезення відходів');

/** Twelve: one late, one without the legal visa, one regulatory without its analysis, two alternatives, one urgent, one that fails, one that is changed, one that repeals, one put off. */
const TWELVE: readonly Json[] = [
  named(1, 'ремонт котельні'),
  LATE,
  UNVISAED,
  UNANALYSED,
  named(5, 'режим роботи парку влітку'),
  named(6, 'режим роботи парку цілий рік'),
  named(7, 'усунення прориву тепломережі', { urgent: URGENT, submitted: '2021-10-05' }),
  named(8, 'перейменування площі'),
  CHANGED,
  named(10, 'визнання таким, що втратило чинність, рішення про підготовку закладів освіти', {
    changes: [{ how: 'repeals', act: REPEALED, explanation: 'Строк дії рішення закінчився.' }],
  }),
  named(11, 'облаштування скверу'),
  named(12, 'підготовку житлового фонду до зими'),
];

const ON_AGENDA = [['p01'], ['p03'], ['p04'], ['p05', 'p06'], ['p07'], ['p08'], ['p09'], ['p10'], ['p11'], ['p12']];
const items = (questions: readonly (readonly string[])[]): Json[] =>
  questions.map((projects, index) => ({ n: String(index + 1), projects, ...(projects[0] === 'p07' ? { urgent: true } : {}) }));

const MINUTES = minutes(
  MEETING,
  '2021-10-15',
  ON_AGENDA.map((projects, index) => {
    const n = index + 1;
    if (projects[0] === 'p05') return question(n, projects, 'adopted', { chosen: 'p06' });
    if (projects[0] === 'p07') return question(n, projects, 'adopted', { urgent: true });
    if (projects[0] === 'p08') return question(n, projects, 'rejected');
    if (projects[0] === 'p09') return question(n, projects, 'adopted-changed', { changed: ['пункт 1 доповнити словами «і садиб»'] });
    if (projects[0] === 'p11') return question(n, projects, 'postponed', { until: '2021-11-09' });
    return question(n, projects, 'adopted');
  }),
);

describe('a meeting played from the folder alone', () => {
  let root: string;
  const seen = new Set<string>();

  /** Rules by which files were refused since the last time, by the name of the file. */
  const refused = async (): Promise<Record<string, string[]>> => {
    const reports = (await filesIn(join(root, 'refused'))).filter((name) => name.endsWith('/report.json') && !seen.has(name));
    const rules: Record<string, string[]> = {};
    for (const report of reports) {
      seen.add(report);
      const { name, findings } = JSON.parse(await readFile(join(root, 'refused', report), 'utf8')) as {
        name: string;
        findings: { rule: string; severity: string }[];
      };
      rules[name] = findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule);
    }
    return rules;
  };
  const rows = async (series: string): Promise<string[]> =>
    (await registerOf(root)).filter((row) => row.series === series).map(({ number, title, state }) => `${number} ${title} ${state}`);
  const wordsOf = async (path: string): Promise<string> => (await pageWords(await readFile(join(root, 'archive/2021', path)))).join(' ');

  beforeAll(async () => {
    root = await tempOffice();
    await copyFile(fixture('kinds/decision/two-pages.json'), join(root, 'inbox', 'older.json'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1 });
  });

  test('sends back the projects without a visa or an analysis; mended, they come again, and no number of the acts is taken', async () => {
    for (const one of TWELVE) await drop(root, `${String(one['id'])}.json`, one);
    expect((await runOnce(root)).settled).toMatchObject({ filed: 10, refused: 2, fault: 0 });
    expect(await refused()).toEqual({ 'p03.json': ['5.10-visas'], 'p04.json': ['5.19-regulatory'] });
    await drop(root, 'p03.json', { ...UNVISAED, visas });
    await drop(root, 'p04.json', { ...UNANALYSED, regulatory: REGULATORY });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2, refused: 0 });
    expect(await rows('project')).toHaveLength(12);
    expect(await rows('decision')).toHaveLength(1);
  });

  test('has an agenda that does not take what came late, and takes it to the next meeting', async () => {
    await drop(root, 'agenda.json', agenda(MEETING, '2021-10-06', items([...ON_AGENDA, ['p02']])));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 0, refused: 1 });
    expect(await refused()).toEqual({ 'agenda.json': ['5.14-tabled'] });
    await drop(root, 'agenda.json', agenda(MEETING, '2021-10-06', items(ON_AGENDA)));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
    await drop(root, 'agenda-2.json', agenda('2021-11-09', '2021-11-02', items([['p02']])));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
  });

  test('has minutes by which the decisions get their numbers, one after another; the vote that failed adopts nothing', async () => {
    await drop(root, 'minutes.json', MINUTES);
    expect((await runOnce(root)).settled).toEqual({ filed: 8, awaiting: 0, receipt: 0, refused: 0, fault: 0 });
    expect((await rows('decision')).slice(1)).toEqual([
      '28 Про ремонт котельні filed',
      '29 Про режим роботи ринку filed',
      '30 Про розміщення літніх майданчиків filed',
      '31 Про режим роботи парку цілий рік filed',
      '32 Про усунення прориву тепломережі filed',
      '33 Про визнання таким, що втратило чинність, рішення про підготовку закладів освіти filed',
      '34 Про підготовку житлового фонду до зими filed',
    ]);
    const states = (await rows('project')).map((row) => row.split(' ').at(-1)).sort();
    expect(states).toEqual([...Array(8).fill('adopted'), 'filed', 'postponed', 'rejected', 'rejected']);
    const words = await wordsOf('minutes/1/act.pdf');
    expect(words).toContain('Рішення «Про перейменування площі» не прийнято.');
    expect(words).toContain('Альтернативний проєкт p05 відхилити.');
    expect(words).toContain('Розгляд питання відкласти до засідання 09.11.2021.');
  });

  test('has a decision with changes, whose text comes after the minutes and gets the next number', async () => {
    const operative = [{ ...firstPoint, text: 'Затвердити заходи з підготовки господарства міста і садиб (додаються).' }, ...otherPoints];
    await drop(root, 'p09.json', adopted(CHANGED, MEETING, CARRIED, { operative }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
    expect((await rows('decision')).at(-1)).toBe('35 Про графік вивезення відходів filed');
  });

  test('has repealed the older act, and an extract of a new one says its point word for word', async () => {
    expect((await rows('decision'))[0]).toMatch(/^27 .* repealed$/);
    const of = { series: 'decision', date: MEETING, number: '34' };
    const recipient = 'Комунальне підприємство «Тепломережі»';
    await drop(root, 'extract.json', {
      kind: 'extract',
      of,
      points: ['2.1'],
      recipient,
      signing: { date: '2021-10-18' },
      signatory: GENERAL,
    });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
    expect(await wordsOf('extract/1/act.pdf')).toContain('Забезпечити перевірку готовності котелень.');
  });

  test('leaves an archive in which nothing is amiss', async () => {
    const opened = await openOffice(root);
    expect((await opened.verify().finally(() => opened.close())).problems).toEqual([]);
    expect(await filesIn(join(root, 'inbox'))).toEqual([]);
  });
});
