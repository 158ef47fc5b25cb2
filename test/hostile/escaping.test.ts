import { readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PizZip from 'pizzip';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { verify } from '../../pipeline/commands/verify.js';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { documentText } from '../../pipeline/rendering/docx/docx-template.js';
import { terminalLog } from '../../pipeline/wiring/log.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { pdfWords, words } from '../rendering/pdf-text.js';
import { registerOf, runOnce, tempOffice } from '../scenarios/temp-office.js';
import { draftWithFile, soundDraft } from './made.js';
import { rawZip } from './raw-zip.js';

/** Signs that mean something to templates, XML, HTML, formats, shells, SQL and search. */
const TRICK = `{#x}{/x} {{y}} {@z} </w:t><w:p/> <script>alert(1)</script> & &amp &#x41 "a" 'b' ]]> <!-- \${1} %s %n *^ OR 1=1 --`;
/** Remarks beside a visa must rest on the law (R 5.12). */
const REASON = 'Проєкт не відповідає ст. 59 Закону України «Про місцеве самоврядування в Україні».';
const person = { post: `Директор ${TRICK}`, name: `Петро ${TRICK}` };
const paragraph = (text: string) => ({ type: 'paragraph', text });

function trickyDraft(): Readonly<Record<string, unknown>> {
  const draft = draftWithFile("../../{#x}'; DROP TABLE entry; --", 'x');
  const [{ file: _, ...annex }] = draft['annexes'] as readonly [Readonly<Record<string, unknown>>];
  const [first, second, ...others] = draft['operative'] as readonly Readonly<Record<string, unknown>>[];
  const [visa, ...visas] = draft['visas'] as readonly object[];
  const stating = draft['stating'] as { readonly text: readonly [string]; readonly basis: unknown };
  const body = [
    { type: 'heading', level: 1, text: `Розділ ${TRICK}` },
    paragraph(`Абзац ${TRICK}`),
    { type: 'list', mark: 'dash', items: [[paragraph(`пункт ${TRICK}`)]] },
    { type: 'table', head: [[`шапка ${TRICK}`]], rows: [[`клітинка ${TRICK}`]] },
  ];
  return {
    ...draft,
    title: 'Про {#x} {{y}} </w:t> & "a" \'b\' ]]> <script> %s $' + '{1}',
    stating: { ...stating, text: [stating.text[0].replace(', з метою', `, «${TRICK}», з метою`)] },
    operative: [first, { ...second, text: `Відділу освіти ${TRICK}:` }, ...others],
    annexes: [{ ...annex, title: `План ${TRICK}`, preparedBy: person, body }],
    visas: [{ ...visa, ...person, remarks: TRICK, objection: { text: [TRICK, REASON] } }, ...visas],
    speaker: person,
    invited: [person],
    note: { text: [TRICK] },
    mailing: [{ to: `Школа ${TRICK}`, copies: 1 }],
  };
}

describe('an act whose every text is full of signs that mean something elsewhere', () => {
  const draft = trickyDraft();
  const printed = [
    `«${TRICK}»`,
    `Відділу освіти ${TRICK}:`,
    ...['Розділ', 'Абзац', 'пункт', 'шапка', 'клітинка'].map((word) => `${word} ${TRICK}`),
  ];
  let folder: string;
  let root: string;

  beforeAll(async () => {
    root = await tempOffice();
    await writeFile(join(root, 'inbox', 'tricky.json'), JSON.stringify(draft));
    const { settled } = await runOnce(root);
    expect(settled.filed, reportIn(root)).toBe(1);
    folder = join(root, 'archive/2021/decision/27');
  });

  test('says them all in the Word document, whose every part is well-formed', async () => {
    const docx = await readFile(join(folder, 'act.docx'));
    const text = words(documentText(docx).join(' '));
    for (const part of [draft['title'] as string, ...printed]) expect(text).toContain(words(part));
    const zip = new PizZip(docx);
    const parts = Object.keys(zip.files).filter((name) => /\.(?:xml|rels)$/.test(name));
    expect(parts.length).toBeGreaterThan(5);
    for (const name of parts) expect(XMLValidator.validate(zip.file(name)?.asText() ?? ''), name).toBe(true);
    expect(zip.file('word/document.xml')?.asText()).not.toMatch(/<script|<w:p\/> /);
  });

  test('says them all in the PDF, and its title in well-formed XMP', async () => {
    const pdf = await readFile(join(folder, 'act.pdf'));
    const text = (await pdfWords(pdf)).replaceAll(' ', '');
    for (const part of [draft['title'] as string, ...printed]) expect(text).toContain(words(part).replaceAll(' ', ''));
    const raw = pdf.toString('utf8');
    const packet = raw.slice(raw.indexOf('<?xpacket begin'), raw.indexOf('<?xpacket end'));
    expect(XMLValidator.validate(packet.replace(/<\?xpacket.*?\?>/g, ''))).toBe(true);
    expect(packet).toContain('&lt;script&gt;');
    const { info } = await (await getDocument({ data: new Uint8Array(pdf) }).promise).getMetadata();
    expect((info as { readonly Title?: string }).Title).toContain(draft['title']);
  });

  test('keeps them in record and register as they are', async () => {
    const record = JSON.parse(await readFile(join(folder, 'record.json'), 'utf8')) as ArchiveRecord;
    const [row] = await registerOf(root);
    expect([record.title, row?.title]).toEqual([draft['title'], draft['title']]);
  });

  test('is found by its words, and no query is taken for SQL or the language of the index', async () => {
    const opened = await openOffice(root);
    const found = async (query: string) => (await opened.store.index.search(query)).map(({ number }) => number);
    expect(await found('script alert')).toEqual(['27']);
    const queries = [
      '"',
      "'",
      '" OR 1=1 --',
      "'; DROP TABLE entry; --",
      'a* NEAR(b',
      'title:про',
      '^про',
      '(про',
      'AND',
      'NOT про',
      '{}',
      '%',
      '\u0000',
      '\uD800',
      '😀',
      '-',
      '*',
    ];
    for (const query of queries) for (const number of await found(query)) expect(number, query).toBe('27');
    expect(await found('OR синхрофазотрон')).toEqual([]);
    expect(await opened.store.register.find('decision', 2021, "27' OR '1'='1")).toBeUndefined();
    expect(await opened.store.register.list({ series: "decision' --" })).toEqual([]);
    await opened.close();
    expect(await registerOf(root)).toHaveLength(1);
  });
});

/** No tag but ours, no handler of events, no sign that is not seen. */
function expectPlainPage(html: string): void {
  const tags = new Set(Array.from(html.matchAll(/<\/?([a-z0-9]+)[^>]*>/gi), ([, tag]) => tag?.toLowerCase()));
  expect([...tags]).toEqual(expect.arrayContaining(['html', 'body']));
  expect([...tags].filter((tag) => ['script', 'img', 'svg', 'b', 'i', 'u', 'a', 'w'].includes(tag ?? ''))).toEqual([]);
  expect(html).not.toMatch(/[\u0000-\u0008\u001B\u202A-\u202E]|\son\w+=[^&]*>/);
}

test('a receipt is text, whatever the title and the names of files say', async () => {
  const root = await tempOffice();
  const text = JSON.stringify(trickyDraft());
  for (const name of ['1.json', '2 <img src=x onerror=alert(1)>"&\u202E\u001B[2J.json']) await writeFile(join(root, 'inbox', name), text);
  expect((await runOnce(root)).settled).toMatchObject({ filed: 1, receipt: 1 });
  const receipts = readdirSync(join(root, 'outbox/receipts')).filter((name) => name.endsWith('.html'));
  expect(receipts).toHaveLength(1);
  const page = readFileSync(join(root, 'outbox/receipts', receipts[0] ?? ''), 'utf8');
  expectPlainPage(page);
  expect(page).toContain('&lt;img src=x');
});

describe('what a report shows of a refused draft', () => {
  test('is text, whatever the draft and the names of files say', async () => {
    const root = await tempOffice();
    const evil = {
      ...soundDraft('x'),
      title: `Про;\u202E${TRICK}`,
      [`<img src=x>${TRICK}`]: 1,
      visas: [{ role: '"><svg onload=alert(1)>' }],
    };
    await writeFile(join(root, 'inbox', '<b>"&amp;\u202E\u001B[2J.json'), JSON.stringify(evil));
    const zip = rawZip([
      { name: 'a.json', bytes: JSON.stringify(draftWithFile('y', '<i>x</i>\u0007.txt')) },
      { name: '<u>y</u>.txt', bytes: 'x' },
    ]);
    await writeFile(join(root, 'inbox', 'b.zip'), zip);
    await runOnce(root);
    const reports = filesNamed(root, 'report.html').map((path) => readFileSync(path, 'utf8'));
    expect(reports).toHaveLength(2);
    for (const html of reports) {
      expectPlainPage(html);
      expect(html).toContain("default-src 'none'");
    }
  });
});

test('a line for the terminal stays one line and moves no cursor', () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  terminalLog().info('refused', { file: 'a\n✗ filed\u001B[2J\u202Enosj.json' });
  const said = String(write.mock.calls[0]?.[0]);
  write.mockRestore();
  expect(said).toBe('  refused  file=a·✗ filed·[2J·nosj.json\n');
});

test('what commands print for people stays one line each and moves no cursor, whatever names lie in the archive', async () => {
  const root = await tempOffice();
  await writeFile(join(root, 'archive', 'a\nvalid: 2 signatures, 0 problems\n\u001B[2J\u009B1m\u202E'), '');
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await verify(root, undefined, false);
  const said = write.mock.calls.map(([text]) => String(text)).join('');
  write.mockRestore();
  expect(said.split('\n')).toEqual([expect.stringMatching(/^PROBLEM file-added .*a·valid: 2 /), 'NOT VALID: 0 signatures, 1 problems', '']);
  expect(said).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
});

test('no command prints but by the ways that keep lines whole, or are for machines', () => {
  const folder = 'pipeline/commands';
  for (const name of readdirSync(folder).filter((one) => one !== 'say.ts')) {
    expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/process\.std(?:out|err)\.write|console\./);
  }
  const says = /\bsay(?:Error|Json)?\(|\bsayFile\((.*)\);/g;
  const files = readdirSync(folder).flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(says)].map(([, what]) => what));
  expect(files.filter((what) => what !== undefined && !what.includes(': string')).sort()).toEqual([
    'await serviceUnit(directory, user)',
    'begun.text',
  ]);
});

function filesNamed(root: string, name: string): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name === name)
    .map((entry) => join(entry.parentPath, entry.name));
}

function reportIn(root: string): string {
  return filesNamed(join(root, 'refused'), 'report.json')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}
