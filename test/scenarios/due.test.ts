import { spawnSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDateAt } from '../../pipeline/model/date.js';
import { pdfWords } from '../rendering/pdf-text.js';
import { plainDraft, runOnce, tempOffice } from './temp-office.js';

interface Due {
  readonly what: string;
  readonly series: string;
  readonly number: string;
  readonly point: string | null;
  readonly executor: string | null;
  readonly due: string | null;
  readonly daysLeft: number | null;
}

describe('due', () => {
  let root: string;
  const today = localDateAt(new Date(), 'Europe/Kyiv');
  const due = (...options: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, ['dist/main.js', 'due', root, ...options], { encoding: 'utf8' });
    return { code: status, out: stdout };
  };
  const facts = (...options: string[]) => JSON.parse(due('--json', ...options).out) as Due[];
  const brief = (terms: readonly Due[]) => terms.map(({ number, point, daysLeft }) => `${number}/${point} ${daysLeft}`);

  beforeAll(async () => {
    root = await tempOffice();
    const { operative } = JSON.parse(await readFile('fixtures/kinds/decision/two-pages.json', 'utf8')) as { operative: { n: string }[] };
    const withTerms = async (id: string, terms: readonly number[]) => {
      const tasks = operative.map((point, index) => {
        const days = terms[index];
        return days === undefined
          ? { ...point, executor: null, due: null, points: [] }
          : { ...point, executor: 'Загальний відділ', due: addDays(today, days), points: [] };
      });
      await writeFile(join(root, 'inbox', `${id}.json`), await plainDraft({ id, operative: tasks, mailing: [] }));
    };
    await withTerms('1', [-10, 3]);
    await withTerms('2', [30]);
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2 });
  });

  test('names terms that are past and those of the next seven days, the earliest first', () => {
    expect(brief(facts())).toEqual(['27/1 -10', '27/2 3']);
    expect(facts()[0]).toMatchObject({
      ...{ what: 'task', series: 'decision', year: 2021, number: '27', point: '1', executor: 'Загальний відділ', due: addDays(today, -10) },
      path: 'archive/2021/decision/27',
    });
  });

  test('looks as far ahead as it is told', () => {
    expect(brief(facts('--within', '0d'))).toEqual(['27/1 -10']);
    expect(brief(facts('--within', '30d'))).toEqual(['27/1 -10', '27/2 3', '28/1 30']);
    expect(due('--within', 'soon').code).toBe(2);
  });

  test('says it in lines for people', () => {
    const { code, out } = due();
    expect(code).toBe(0);
    expect(out).toMatch(/^\d\d\.\d\d\.\d{4} {2}10 days past {4}decision\/2021\/27 п\. 1 +Загальний відділ {2}Про .*\n.* in 3 days .*\n$/);
  });

  test('follows a term that is extended and a task that is taken off control, each by a dropped document', async () => {
    const of = { series: 'errand', date: '2021-09-20', number: '1' };
    const head = { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' };
    const drop = (name: string, draft: object) => writeFile(join(root, 'inbox', name), JSON.stringify({ ...draft, signatory: head }));
    await copyFile('fixtures/kinds/errand/pidhotovka-ukryttiv.json', join(root, 'inbox', '1.json'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1 });
    const ofErrand = () => facts().filter(({ series }) => series === 'errand');
    expect(ofErrand().map(({ point, due: day }) => `${point} ${day}`)).toEqual(['1 2021-10-15', '2 2021-10-29']);

    const term = { due: addDays(today, 5), asked: '2021-10-11', reason: 'Триває дощовий період' };
    await drop('2.json', { kind: 'extension', of, points: ['1'], ...term, signing: { date: '2021-10-12' } });
    const body = [{ type: 'paragraph', text: 'Пропозиції щодо фінансування ремонту подано.' }];
    await drop('3.json', { kind: 'off-control', of, points: ['2'], body, signing: { date: '2021-10-28' } });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2 });
    expect(ofErrand().map(({ point, daysLeft }) => `${point} ${daysLeft}`)).toEqual(['1 5']);

    await drop('4.json', { kind: 'off-control', of, points: ['2'], body, signing: { date: '2021-10-29' } });
    expect((await runOnce(root)).settled).toMatchObject({ refused: 1 });
    await drop('5.json', { kind: 'off-control', of, body, signing: { date: '2021-11-01' } });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1 });
    expect(ofErrand()).toEqual([]);
    expect(spawnSync(process.execPath, ['dist/main.js', 'verify', root]).status).toBe(0);
  });

  test('tells the plan that comes after the last one on record, and sends a plan of a year out the day after its approval', async () => {
    await copyFile('fixtures/kinds/month-plan/plan-zakhodiv-berezen-2021.json', join(root, 'inbox', '6.json'));
    await copyFile('fixtures/kinds/year-plan/plan-roboty-2021.json', join(root, 'inbox', '7.json'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2 });
    const plans = facts().filter(({ what }) => what.endsWith('-plan'));
    expect(plans.map(({ what, due: day }) => `${what} ${day}`)).toEqual(['month-plan 2021-03-29', 'year-plan 2021-12-31']);
    const sheet = await pdfWords(await readFile(join(root, 'outbox/year-plan-2020-1/dispatch.pdf')));
    expect(sheet).toContain('Надіслати не пізніше ніж 16.12.2020 (п. 3.7 Регламенту).');
  });

  test('has a calendar of meetings beside it, with every last day by both readings', () => {
    const calendar = (...options: string[]) =>
      spawnSync(process.execPath, ['dist/main.js', 'calendar', root, ...options], { encoding: 'utf8' });
    const { meetings, plans } = JSON.parse(calendar('--year', '2021', '--json').stdout) as {
      meetings: { meeting: string; terms: { term: string; safe: string; loose: string }[] }[];
      plans: { of: string; due: string }[];
    };
    expect([meetings.length, meetings[4]?.meeting, plans.length]).toEqual([12, '2021-05-11', 13]);
    expect(meetings[4]?.terms[0]).toMatchObject({ term: 'submission', due: '2021-04-21', safe: '2021-04-21', loose: '2021-04-22' });
    expect(calendar('--meeting', '2021-03-09').stdout).toContain('05.03.2021 (08.03.2021)    R 5.17 ');
    expect(calendar('--meeting', 'soon').status).toBe(2);
  });
});
