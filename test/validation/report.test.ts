import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import { type Finding, ruleId } from '../../pipeline/model/finding.js';
import type { ReportFacts } from '../../pipeline/model/report.js';
import { reportPrinter } from '../../pipeline/validation/validation.js';
import { day } from '../clauses/fixture-office.js';
import { judged } from '../clauses/judged.js';

const print = reportPrinter('Europe/Kyiv');

const FINDING: Finding = {
  file: 'draft.json',
  rule: ruleId('5.6-title'),
  clause: '5.6',
  severity: 'refuse',
  message: 'Немає заголовка (title)',
  expected: 'заголовок',
  hint: 'Додайте заголовок.',
  at: { pointer: '/title', line: 2, column: 3 },
};

function facts(findings: readonly Finding[], more: Partial<ReportFacts> = {}): ReportFacts {
  return {
    name: 'draft.json',
    sha256: sha256('draft'),
    receivedAt: '2021-09-14T07:05:00Z',
    droppedBy: null,
    verdict: 'refused',
    findings,
    ...more,
  };
}

/** What a reader sees of a page. */
function textOf(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/su, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');
}

describe('the report for a machine', () => {
  it('says name, digest, time, clerk, verdict and findings, and nothing else', () => {
    const { json } = print(facts([FINDING], { droppedBy: 'Іваненко', source: Buffer.from('{}') }));
    expect(JSON.parse(json)).toEqual({
      name: 'draft.json',
      sha256: sha256('draft'),
      receivedAt: '2021-09-14T07:05:00Z',
      droppedBy: 'Іваненко',
      verdict: 'refused',
      findings: [FINDING],
    });
    expect(Object.keys(JSON.parse(json) as object)).toEqual(['name', 'sha256', 'receivedAt', 'droppedBy', 'verdict', 'findings']);
  });
});

describe('the report for a clerk', () => {
  it('says what is wrong, where, by which clause, what is expected and how to mend it', () => {
    const found: Finding = { ...FINDING, at: { pointer: '/operative/1', line: 12, column: 5, point: '3.1', annex: 2, page: 4 } };
    const text = textOf(print(facts([found])).html);
    for (const part of [
      'Документ повернуто',
      'draft.json',
      'Треба виправити: 1',
      'рядок 12, стовпець 5',
      'пункт 3.1',
      'додаток 2',
      'сторінка 4',
    ])
      expect(text).toContain(part);
    for (const part of [
      'п. 5.6 Регламенту',
      'Немає заголовка (title).',
      'Має бути заголовок',
      'Як виправити Додайте заголовок.',
      '14.09.2021, 10:05',
    ])
      expect(text).toContain(part);
  });

  it('tells a refusal from a warning in words and signs, not by colour alone', () => {
    const text = textOf(print(facts([FINDING, { ...FINDING, severity: 'warn' }])).html);
    expect(text).toContain('✕ Виправити');
    expect(text).toContain('! Попередження');
    expect(text).toContain('Треба виправити: 1 · Попередження: 1');
  });

  it('names the act that warnings belong to', () => {
    const act = { series: 'decision', year: 2021, number: '27', date: day('2021-01-19') };
    const text = textOf(print(facts([{ ...FINDING, severity: 'warn' }], { verdict: 'accepted', act })).html);
    expect(text).toContain('Документ зареєстровано № 27 від 19.01.2021');
    expect(text).not.toContain('Виправте все');
  });

  it('escapes everything that comes from outside', () => {
    const evil = '<script>alert("1")</script>&';
    const found = { ...FINDING, message: evil, expected: evil, hint: evil, at: { pointer: '', line: 1, column: 1, point: evil } };
    const { html } = print(facts([found], { name: evil, droppedBy: evil, source: Buffer.from(evil) }));
    expect(html).not.toContain('<script');
    expect(html.match(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;&amp;/gu)?.length).toBe(8);
  });

  it('shows signs that turn the line round, or are not seen, as dots', () => {
    const { html } = print(facts([FINDING], { name: 'a\u202Efdp.json\u0000' }));
    expect(html).not.toMatch(/[\u202E\u0000]/u);
    expect(html).toContain('a·fdp.json·');
  });

  it('needs no script and no other file', () => {
    const { html } = print(facts([FINDING]));
    expect(html).not.toMatch(/<script|<link|<img|src=|href=|@import|url\(/iu);
  });

  it('shows the line of the file a finding stands at', () => {
    const source = Buffer.from('{\n  "title": "",\n  "kind": "decision"\n}');
    expect(textOf(print(facts([FINDING], { source })).html)).toContain('У файлі &quot;title&quot;: &quot;&quot;,');
  });

  it('shows of a long line the part about the column', () => {
    const source = Buffer.from(`{"stating":${' '.repeat(300)}"title": "${'я'.repeat(300)}"}`);
    const found = { ...FINDING, at: { pointer: '/title', line: 1, column: 312 } };
    expect(textOf(print(facts([found], { source })).html)).toMatch(/У файлі …\s*&quot;title&quot;: &quot;я{50,119}…/u);
  });

  it.each([
    ['a ZIP', Buffer.from('PK\u0003\u0004\ntitle\n')],
    ['a text in another encoding', Buffer.from([0x0a, 0xcf, 0xf0, 0xee, 0x0a])],
    ['a line of brackets', Buffer.from('{\n  [{\n')],
    ['a file shorter than the place says', Buffer.from('{}')],
  ])('shows no line of %s', (_, source) => {
    expect(textOf(print(facts([FINDING], { source })).html)).not.toContain('У файлі');
  });

  it('names by their lines alone the remarks of one rule that only repeat each other', () => {
    const many = Array.from({ length: 30 }, (_, index): Finding => ({ ...FINDING, at: { pointer: '', line: index + 100, column: 1 } }));
    const { html, json } = print(facts(many));
    const text = textOf(html);
    expect(text.match(/Немає заголовка/gu)?.length).toBe(12);
    expect(text).toContain('Ще 18 таких самих зауважень');
    expect(text).toContain('Рядки: 112, 113');
    expect((JSON.parse(json) as { findings: unknown[] }).findings).toHaveLength(30);
  });
});

/** What the secret draft says. */
const SAID = /опалювальн|теплопостачання|котел|НЕМЕРЕЦЬ|ЗРАЗОК|Для службового користування/iu;

describe('the report of a secret draft', () => {
  it('gives name, digest and clause and no excerpt', async () => {
    const path = fileURLToPath(new URL('../../fixtures/clauses/15-secrecy/fail-mark-in-stating.xml', import.meta.url));
    const source = readFileSync(path);
    const found = await judged('draft.xml', source);
    const { html, json } = print(facts([...found, FINDING], { name: 'draft.xml', source }));
    expect(source.toString('utf8')).toMatch(SAID);
    expect(`${html}${json}`).not.toMatch(SAID);
    expect(textOf(html)).toContain('п. 15 Регламенту');
    expect((JSON.parse(json) as { findings: Finding[] }).findings.map(({ rule, at }) => [rule, at])).toEqual([
      ['15-secrecy', { pointer: '', line: null, column: null }],
    ]);
    expect(html).not.toContain('рядок');
  });
});
