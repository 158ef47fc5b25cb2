import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDateAt } from '../../pipeline/model/date.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { termsDue } from '../../pipeline/wiring/terms.js';
import { fixture } from '../fixtures/fixture-files.js';
import { pageWords } from '../rendering/pdf-text.js';
import { runOnce, tempOffice } from './temp-office.js';

type Json = Record<string, unknown>;

const parsed = async (path: string): Promise<Json> => JSON.parse(await readFile(fixture(path), 'utf8')) as Json;

describe('a meeting is called', () => {
  let root: string;
  let pack: Buffer;
  const drop = (name: string, draft: Json): Promise<void> => writeFile(join(root, 'inbox', name), JSON.stringify(draft));
  const outbox = (...path: string[]): string => join(root, 'outbox', ...path);

  beforeAll(async () => {
    root = await tempOffice();
    const project = await parsed('kinds/decision/proiekt-opalennia.json');
    const agenda = await parsed('clauses/4.8-meeting/pass-whole.json');
    const visas = (project['visas'] as Json[]).map((visa) =>
      visa['role'] === 'legal'
        ? {
            ...visa,
            remarks: 'Висновок додається',
            objection: { text: ['Не відповідає ст. 59 Закону України «Про місцеве самоврядування в Україні».'] },
          }
        : visa,
    );
    await drop('1.json', project);
    await drop('2.json', { ...project, id: 'alt-1', title: 'Про підготовку житлового фонду до зими' });
    await drop('3.json', { ...project, id: 'alt-2', title: 'Про підготовку житлових будинків до зими', visas });
    await drop('4.json', {
      ...agenda,
      items: [
        { projects: ['2021-09-opalennia-mista'] },
        { projects: ['alt-1', 'alt-2'] },
        { title: 'Про стан роботи зі зверненнями громадян', speaker: { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' } },
      ],
    });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 4, refused: 0, fault: 0 });
    pack = await readFile(outbox('agenda-2021-1', 'pack.pdf'));
  });

  test('and its projects say at which meeting, as question of which number', async () => {
    const opened = await openOffice(root);
    try {
      const steps = await opened.store.projects.steps('alt-2');
      expect(steps.map(({ how, date, item }) => [how, date, item])).toEqual([
        ['submits', '2021-09-16', undefined],
        ['tables', '2021-10-12', '2'],
      ]);
      expect((await opened.verify()).problems).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  test('and the members get one PDF with the agenda and all projects, each part under its bookmark', async () => {
    const document = await getDocument({ data: new Uint8Array(pack), verbosity: 0 }).promise;
    const outline = await document.getOutline();
    expect(outline.map(({ title }) => title)).toEqual([
      'Порядок денний',
      '1. Про підготовку господарства міста до опалювального сезону 2021–2022 років',
      '2. Про підготовку житлового фонду до зими',
    ]);
    expect(outline[2]?.items.map(({ title }) => title)).toEqual(['Альтернатива 1: alt-1', 'Альтернатива 2: alt-2']);
    const parts = (outline[2]?.items[1]?.items ?? []) as readonly { readonly title: string; readonly dest: unknown }[];
    expect(parts.map(({ title }) => title)).toEqual(['Довідка', 'Аркуш погодження']);
    const pages = await pageWords(pack);
    const pageOf = async (dest: unknown) => document.getPageIndex((dest as [{ num: number; gen: number }])[0]);
    const wordsAt = async (dest: unknown): Promise<string> => pages[await pageOf(dest)] ?? '';
    expect(await wordsAt(outline[0]?.dest)).toContain('ПОРЯДОК ДЕННИЙ');
    expect(await wordsAt(outline[2]?.items[1]?.dest)).toContain('Про підготовку житлових будинків до зими');
    expect(await wordsAt(parts[0]?.dest)).toContain('ДОВІДКА');
    expect(await wordsAt(parts[1]?.dest)).toContain('АРКУШ ПОГОДЖЕННЯ');
    expect(pages.map((words) => words.match(/(\d+) \/ \d+ *$/)?.[1])).toEqual(pages.map((_, index) => String(index + 1)));
  });

  test('and what a member may want to change lies beside it in Word', async () => {
    expect((await readdir(outbox('agenda-2021-1', 'pack'))).sort()).toEqual(['01-act.docx', '02.1-act.docx', '02.2-act.docx']);
  });

  test('and what is to be done with the agenda is told until then', async () => {
    const today = localDateAt(new Date(), 'Europe/Kyiv');
    const meeting = addDays(today, 21);
    const agenda = await parsed('clauses/4.8-meeting/pass-whole.json');
    const card = { ...(agenda['meeting'] as Json), date: meeting, extraordinary: true };
    const visas = (agenda['visas'] as Json[]).map((visa) => ({ ...visa, date: today }));
    await drop('6.json', { ...agenda, meeting: card, items: [{ title: 'Про стан доріг' }], visas, signing: { date: today } });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1 });
    const { terms } = await termsDue(root, 30);
    const told = terms.filter(({ row }) => row.series === 'agenda' && row.date === today).map(({ what, due }) => [what, due]);
    expect(told.map(([what]) => what)).toEqual(['publication', 'to-members', 'minutes']);
    const [publication, members] = told.map(([, due]) => due ?? '');
    expect(publication && publication > today && publication <= addDays(today, 21)).toBe(true);
    expect(members && members < meeting && members >= addDays(meeting, -14)).toBe(true);
  });

  test('and called again by a later agenda, which is another edition', async () => {
    const agenda = await parsed('clauses/4.8-meeting/pass-whole.json');
    await drop('5.json', { ...agenda, items: [{ projects: ['alt-1'] }], signing: { date: '2021-10-06' } });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1 });
    expect((await pageWords(await readFile(outbox('agenda-2021-2', 'pack.pdf')))).length).toBeLessThan((await pageWords(pack)).length);
    const opened = await openOffice(root);
    try {
      const [first, second] = await opened.store.projects.papersOf('committee', '2021-10-12' as never);
      expect([first?.by.number, second?.by.number]).toEqual(['1', '2']);
    } finally {
      await opened.close();
    }
  });
});
