import { X509Certificate } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { verifyPdf } from '../../pipeline/signing/signing.js';
import { fixture } from '../fixtures/fixture-files.js';
import { pageWords, pdfLines, pdfWords, words } from '../rendering/pdf-text.js';
import { filesIn, registerOf, runOnce, tempOffice } from './temp-office.js';

const DROPPED = [
  'samples/01-reglament.xml',
  'kinds/order/inventaryzatsiia.json',
  'kinds/administrative-order/perebuvannia-transportu.json',
  'kinds/personnel-order/sumishchennia.json',
  'kinds/personnel-order/vidpustka.json',
  'kinds/letter/rozsylka-chotyrom.json',
  'kinds/extract/vytiah-z-rehlamentu.json',
  'kinds/unit-order/reiestratsiia-dohovoriv.json',
  'kinds/errand/pidhotovka-ukryttiv.json',
  'clauses/5.12-objection/pass-reasoned.json',
  'clauses/10.4-opinion/pass-opinion.json',
];
const ADDRESSEES = [
  'Комунальному підприємству «Водоканал»',
  'Комунальному підприємству «Міський парк»',
  'Комунальному некомерційному підприємству «Міська лікарня»',
  'Комунальному закладу «Міська бібліотека»',
];

describe('papers that come out of the office', () => {
  let root: string;
  const archive = (path: string): string => join(root, 'archive/2021', path);
  const wordsOf = async (path: string): Promise<string> => pdfWords(await readFile(path));
  /** Who signed a file and in what role, if the file is sound. */
  const signers = async (path: string): Promise<string[]> => {
    const trust = [new X509Certificate(await readFile(join(root, 'keys/root.crt'))).raw];
    const { signatures, problems } = verifyPdf(await readFile(path), { file: path, trust });
    expect(problems).toEqual([]);
    expect(signatures.every(({ trusted }) => trusted === true)).toBe(true);
    return signatures.map(({ role, signer }) => `${role}: ${signer}`);
  };
  const recordOf = async (path: string): Promise<ArchiveRecord> =>
    JSON.parse(await readFile(archive(`${path}/record.json`), 'utf8')) as ArchiveRecord;

  beforeAll(async () => {
    root = await tempOffice();
    for (const [index, path] of DROPPED.entries()) await copyFile(fixture(path), join(root, 'inbox', `${index}-${basename(path)}`));
    expect((await runOnce(root)).settled).toMatchObject({ filed: DROPPED.length, refused: 0, fault: 0 });
  });

  test('bear the requisites of R 5.1: the set blank, date, number, place, signature and seal', async () => {
    const [first] = await pageWords(await readFile(archive('decision/27/act.pdf')));
    expect(first).toMatch(
      /^КАХОВСЬКА МІСЬКА РАДА ХЕРСОНСЬКОЇ ОБЛАСТІ ВИКОНАВЧИЙ КОМІТЕТ РІШЕННЯ 19\.01\.2021 м\. Каховка № 27 Про регламент /,
    );
    expect(first).toContain('Міський голова Віталій НЕМЕРЕЦЬ');
    const [order] = await pageWords(await readFile(archive('order/1-р/act.pdf')));
    expect(order).toMatch(/^КАХОВСЬКА МІСЬКА РАДА ХЕРСОНСЬКОЇ ОБЛАСТІ МІСЬКИЙ ГОЛОВА РОЗПОРЯДЖЕННЯ 20\.08\.2021 м\. Каховка № 1-р Про /);
    expect(first).toContain('виконавчий комітет міської ради ВИРІШИВ: 1. ');
    expect(order).toContain('ЗОБОВʼЯЗУЮ: 1. ');
    const [errand] = await pageWords(await readFile(archive('errand/1/act.pdf')));
    expect(errand).toMatch(/^КАХОВСЬКА МІСЬКА РАДА ХЕРСОНСЬКОЇ ОБЛАСТІ МІСЬКИЙ ГОЛОВА ДОРУЧЕННЯ 20\.09\.2021 м\. Каховка № 1 /);
  });

  test('are sealed after the head has signed, decisions and orders alike (R 24.3, 8.5); an extract is certified and sealed (R 6.5)', async () => {
    const acts = ['decision/27', 'order/1-р', 'administrative-order/1-аг', 'personnel-order/1-к', 'personnel-order-short/1-в'];
    for (const act of acts) {
      const [head, seal, ...more] = await signers(archive(`${act}/act.pdf`));
      expect([head, more], act).toEqual([expect.stringMatching(/^signatory: .*НЕМЕРЕЦЬ/), []]);
      expect(seal, act).toMatch(/^seal: .*(иконавчий комітет|ВИКОНАВЧИЙ КОМІТЕТ|рада)/);
    }
    expect(await signers(archive('extract/1/act.pdf'))).toEqual([
      expect.stringMatching(/^signatory: .*ЯВОРСЬКА/),
      expect.stringMatching(/^seal: /),
    ]);
  });

  test('have every page numbered from the second, the act and its annex each for itself (R 5.6)', async () => {
    const { runs } = (await recordOf('decision/27')).pdf;
    const expected = runs.flatMap(({ pages }) => Array.from({ length: pages }, (_, index) => (index === 0 ? null : String(index + 1))));
    expect(runs.map(({ annex }) => annex)).toEqual([null, 1]);
    expect(runs[1]?.pages).toBeGreaterThan(10);
    expect((await pdfLines(await readFile(archive('decision/27/act.pdf')))).map(({ number }) => number)).toEqual(expected);
  });

  test('bear date and number of the act on the first sheet of an annex (R 6.3)', async () => {
    for (const [act, reference] of [
      ['decision/27', 'Додаток до п. 1 рішення виконавчого комітету Каховської міської ради від 19.01.2021 № 27'],
      ['order/1-р', 'Додаток до п. 1 розпорядження міського голови від 20.08.2021 № 1-р'],
    ] as const) {
      const [run] = (await recordOf(act)).pdf.runs;
      const pages = await pdfLines(await readFile(archive(`${act}/act.pdf`)));
      expect(words((pages[run?.pages ?? 0]?.lines ?? []).slice(0, 5).join(' '))).toContain(reference);
    }
  });

  test('have a sheet of visas that says how many pages were visaed: those that were printed (R 10.6)', async () => {
    for (const act of ['decision/27', 'order/1-р']) {
      const { length } = await pdfLines(await readFile(archive(`${act}/act.pdf`)));
      expect(await wordsOf(archive(`${act}/visas.pdf`))).toContain(
        `Завізовано кожну сторінку проєкту з додатками, усього сторінок: ${length}.`,
      );
    }
  });

  test('have on the sheet of visas every objection and opinion, and the remark that refers to it once (R 5.12, 10.4)', async () => {
    for (const [act, remark, opinion] of [
      [
        'decision/28',
        'Висновок додається',
        'Пункт 2 покладає на управління те, що за ст. 13 Закону України «Про теплопостачання» належить',
      ],
      ['decision/29', 'Висновок додається – начальник', 'Пункт 1 не відповідає ч. 6 ст. 59 Закону України «Про місцеве самоврядування'],
    ] as const) {
      const sheet = await wordsOf(archive(`${act}/visas.pdf`));
      expect(sheet).toContain(opinion);
      expect(sheet).toContain(remark);
      expect(sheet.match(/Висновок\s+додається/g)).toHaveLength(1);
    }
  });

  test('of a unit are signed by its head and bear its own seal (R 14.5)', async () => {
    expect(await wordsOf(archive('unit-order/1/act.pdf'))).toContain('ФІНАНСОВЕ УПРАВЛІННЯ НАКАЗ 23.09.2021 м. Каховка № 1');
    expect(await signers(archive('unit-order/1/act.pdf'))).toEqual([
      expect.stringMatching(/^signatory: .*ГРАБ/),
      expect.stringMatching(/^seal: .*інансове управління/),
    ]);
  });

  test('have a list of dispatch with its term, three days for a decision, two for an order, and a copy for each addressee (R 6.4, 8.7)', async () => {
    for (const [act, term] of [
      ['decision/27', 'Надіслати не пізніше ніж 22.01.2021 (п. 6.4 Регламенту).'],
      // The second day, 22 August 2021, is a Sunday.
      ['order/1-р', 'Надіслати не пізніше ніж 23.08.2021 (п. 8.7 Регламенту).'],
    ] as const) {
      const { series, year, number, copies = [] } = await recordOf(act);
      const sheet = await wordsOf(archive(`${act}/dispatch.pdf`));
      expect(sheet).toContain(term);
      for (const { to } of copies) expect(sheet).toContain(to);
      const given = join(root, 'outbox', `${series}-${year}-${number}`, 'copies');
      const files = await filesIn(given);
      expect(files).toHaveLength(copies.length);
      const signed = await readFile(archive(`${act}/act.pdf`));
      for (const file of files) expect((await readFile(join(given, file))).equals(signed)).toBe(true);
    }
    expect((await filesIn(join(root, 'outbox/order-2021-1-р/copies'))).sort()).toEqual([
      '01-Загальний-відділ.pdf',
      '02-Відділ-бухгалтерського-обліку-та-звітності.pdf',
    ]);
  });

  test('name one addressee a copy where there are more than three, each copy signed and sealed, with a list of all (R 13.11)', async () => {
    const letter = await wordsOf(archive('letter/1/act.pdf'));
    expect(letter).toContain('За списком розсилання');
    const given = join(root, 'outbox/letter-2021-1');
    const sheet = await wordsOf(join(given, 'dispatch.pdf'));
    const original = await signers(archive('letter/1/act.pdf'));
    expect(original).toHaveLength(2);
    const copies = await filesIn(join(given, 'copies'));
    expect(copies).toHaveLength(ADDRESSEES.length);
    for (const [index, to] of ADDRESSEES.entries()) {
      expect(sheet).toContain(to);
      expect(letter).not.toContain(to);
      const copy = join(given, 'copies', copies[index] ?? '');
      const text = await wordsOf(copy);
      expect(ADDRESSEES.filter((addressee) => text.includes(addressee))).toEqual([to]);
      expect(text).not.toContain('За списком');
      expect(text).toContain('Сокіл Н. О. (05536) 0-00-01');
      expect(await signers(copy)).toEqual(original);
    }
  });

  test('are numbered apart: orders on main activity, on administrative matters, on personnel kept long and kept briefly, and those of units (R 8.6)', async () => {
    const orders = (await registerOf(root)).filter(({ series }) => series.includes('order'));
    expect(orders.map(({ series, number, date }) => [series, number, date])).toEqual([
      ['administrative-order', '1-аг', '2021-08-30'],
      ['order', '1-р', '2021-08-20'],
      ['personnel-order', '1-к', '2021-09-03'],
      ['personnel-order-short', '1-в', '2021-09-07'],
      ['unit-order', '1', '2021-09-23'],
    ]);
  });
});
