import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Log } from '../../pipeline/model/ports.js';
import { documentText } from '../../pipeline/rendering/docx/docx-template.js';
import { plainDraft, registerOf, runOnce, tempOffice } from './temp-office.js';

const FIXTURES = 'fixtures/templates';

describe("an office's own templates", () => {
  let root: string;
  const own = (name: string) => join(root, 'templates', name);
  const check = () => {
    const { status, stdout } = spawnSync(process.execPath, ['dist/main.js', 'template', 'check', root, '--json'], { encoding: 'utf8' });
    return { code: status, flaws: JSON.parse(stdout) as unknown };
  };

  beforeEach(async () => {
    root = await tempOffice();
    await mkdir(own(''), { recursive: true });
    await writeFile(join(root, 'inbox', '1.json'), await plainDraft());
  });

  test('are sound where there are none', () => {
    expect(check()).toEqual({ code: 0, flaws: [] });
  });

  test('stand over ours: an act carries what the office has added', async () => {
    await copyFile(`${FIXTURES}/decision.docx`, own('decision.docx'));
    await writeFile(own('~$decision.docx'), 'what Word leaves while it is open');
    expect(check()).toEqual({ code: 0, flaws: [] });
    await runOnce(root);
    const paragraphs = documentText(await readFile(join(root, 'archive/2021/decision/27/act.docx')));
    expect(paragraphs).toContain('вул. Соборності, 1, тел. (00000) 0-00-00');
    expect(paragraphs).toContain('РІШЕННЯ');
  });

  test('are named with every tag that is wrong, and so is a file that no kind uses', async () => {
    await copyFile(`${FIXTURES}/broken/decision.docx`, own('decision.docx'));
    await copyFile(`${FIXTURES}/decision.docx`, own('Рішення.docx'));
    const { code, flaws } = check();
    expect(code).toBe(1);
    expect(flaws).toEqual([
      { file: 'templates/decision.docx', message: '{mayor} is not known to this program' },
      { file: 'templates/decision.docx', message: '{nomer} is not known to this program' },
      { file: 'templates/Рішення.docx', message: expect.stringContaining('decision.docx') },
    ]);
  });

  test('that are broken are told at the start, keep the act with its number, and are used as soon as they are mended', async () => {
    await copyFile(`${FIXTURES}/broken/decision.docx`, own('decision.docx'));
    const told: string[] = [];
    const log: Log = { info: () => undefined, warn: (message) => told.push(message), error: (message) => told.push(message) };
    expect((await runOnce(root, log)).settled).toMatchObject({ fault: 1, filed: 0 });
    expect(told[0]).toBe('templates/decision.docx: {mayor} is not known to this program');
    expect(told.at(-1)).toMatch(/^The template decision\.docx is broken: \{mayor\}/);
    expect(await registerOf(root)).toMatchObject([{ number: '27', state: 'registered' }]);

    await rm(own('decision.docx'));
    expect((await runOnce(root)).settled).toMatchObject({ fault: 0, filed: 1 });
    expect(await registerOf(root)).toMatchObject([{ number: '27', state: 'filed' }]);
  });
});
