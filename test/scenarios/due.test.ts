import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDateAt } from '../../pipeline/model/date.js';
import { plainDraft, runOnce, tempOffice } from './temp-office.js';

interface Due {
  readonly what: string;
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
});
