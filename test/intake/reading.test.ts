import { describe, expect, it } from 'vitest';
import { type ReadOutcome, reading } from '../../pipeline/intake/reading.js';
import { EMPTY_CONTENT } from '../../pipeline/model/draft.js';
import type { Finding } from '../../pipeline/model/finding.js';
import { xmlOf } from '../../pipeline/skeleton/draft-xml.js';
import { FULL, KINDS, LIMITS } from './sample.js';

const { read } = reading(KINDS, LIMITS);
const NS = 'xmlns="urn:regesta:draft:1"';

const readJson = (value: unknown) =>
  read({ name: 'draft.json', bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value, null, 1)) });
const readXml = (text: string | Buffer) => read({ name: 'draft.xml', bytes: Buffer.from(text) });

function findingsOf(outcome: ReadOutcome): readonly Finding[] {
  return outcome.readable ? outcome.flaws : outcome.findings;
}

function contentOf(outcome: ReadOutcome) {
  if (!outcome.readable) throw new Error(JSON.stringify(outcome.findings));
  expect(outcome.flaws).toEqual([]);
  return outcome.draft.content;
}

const places = (outcome: ReadOutcome) => findingsOf(outcome).map(({ rule, at }) => `${rule} ${at.pointer} ${at.line}:${at.column}`);

describe('reading a draft', () => {
  it('gives every field of the contract, the same from JSON and XML', async () => {
    expect(contentOf(await readJson(FULL))).toEqual({ ...EMPTY_CONTENT, ...FULL });
    expect(contentOf(await readXml(xmlOf(FULL, KINDS[0].shape, 'decision')))).toEqual({ ...EMPTY_CONTENT, ...FULL });
  });

  it('fills in what a draft leaves out, and takes null, empty and absent for one thing', async () => {
    const empty = { kind: 'decision', ...EMPTY_CONTENT };
    const nulls = Object.fromEntries(Object.keys(FULL).map((key) => [key, key === 'kind' ? 'decision' : null]));
    const skeleton = `<decision ${NS} id="" stage="" delegated="" normative=""><title/><regulatory><analysis/><published/><conclusion/></regulatory>
      <stating/><operative/><control><post/><name/></control><effective on=""/><annexes/><changes/><visas/><speaker/><invited/><note/><submitted/>
      <published/><urgent><ground/><leaveBy/></urgent><mailing/><adoption date="" total="" present=""> </adoption><signing date=""/><signatory><post/></signatory></decision>`;
    for (const outcome of [
      await readJson({ kind: 'decision' }),
      await readJson(nulls),
      await readXml(`<decision ${NS}/>`),
      await readXml(skeleton),
    ]) {
      expect(contentOf(outcome)).toEqual(empty);
    }
    const change = await readXml(`<decision ${NS}><changes><change/></changes><annexes/></decision>`.replace('<annexes/>', ''));
    expect(contentOf(change).changes).toEqual([{ act: {}, edits: [] }]);
  });

  it('never retypes a value: 1.10, 007 and true stay text', async () => {
    for (const value of ['1.10', '007', 'true', '1e3', '0x10', 'null']) {
      expect(contentOf(await readJson({ kind: 'decision', title: value })).title).toBe(value);
      expect(contentOf(await readXml(`<decision ${NS}><title>${value}</title></decision>`)).title).toBe(value);
    }
    expect(places(await readJson({ kind: 'decision', title: 1.1 }))).toEqual(['T-type /title 3:11']);
  });

  it('makes runs of space one, trims ends and keeps no-break spaces, in both forms', async () => {
    const text = ' \t Про \n\r\n  надання\u00A0\u00A0дозволу\u00A0 ';
    const expected = 'Про надання\u00A0\u00A0дозволу\u00A0';
    expect(contentOf(await readJson({ kind: 'decision', title: text })).title).toBe(expected);
    expect(contentOf(await readXml(`<decision ${NS}><title>${text}</title></decision>`)).title).toBe(expected);
    expect(contentOf(await readXml(`<decision ${NS} id="${text}"/>`)).id).toBe(expected);
    expect(contentOf(await readXml(`<decision ${NS}><title>Про&#xA;&#x9;надання&#160;&#160;дозволу&#160;</title></decision>`)).title).toBe(
      expected,
    );
  });

  it('takes CDATA and text around comments as text, and prefixed names as an XML Schema does', async () => {
    const xml =
      '<d:decision xmlns:d="urn:regesta:draft:1"><d:title>Про <!-- а -->надання<![CDATA[ <дозволу> &amp;]]><?x?>.</d:title></d:decision>';
    expect(contentOf(await readXml(xml)).title).toBe('Про надання <дозволу> &amp;.');
  });

  it('is not polluted by keys of every object', async () => {
    const outcome = await readJson('{"kind":"decision","__proto__":{"title":"Про"},"constructor":{"prototype":{"x":1}},"toString":1}');
    expect(findingsOf(outcome).map(({ rule, at }) => [rule, at.pointer])).toEqual([
      ['T-unknown', '/__proto__'],
      ['T-unknown', '/constructor'],
      ['T-unknown', '/toString'],
    ]);
    expect(outcome.readable && outcome.draft.content.title).toBeUndefined();
    expect({}).not.toHaveProperty('x');
  });
});

describe('the place of a finding', () => {
  it('is the line and column of the value in JSON, and of the nearest part where a field is missing', async () => {
    const text = `{ "kind": "decision",
  "title": 5,
  "operative": [
    { "n": "1", "text": "а", "points": [ { "n": "1.1", "due": "2021-02-30" },
      { "text": "без номера" } ] } ],
  "annexes": [ { "n": 2, "body": [ { "type": "picture" } ], "оригінал": true } ] }`;
    const outcome = await readJson(text);
    expect(places(outcome)).toEqual([
      'T-type /title 2:12',
      'T-date /operative/0/points/0/due 4:63',
      'T-missing /operative/0/points/1/n 5:7',
      'T-value /annexes/0/body/0/type 6:46',
      'T-unknown /annexes/0/оригінал 6:61',
    ]);
    expect(findingsOf(outcome).map(({ at }) => [at.point, at.annex])).toEqual([
      [undefined, undefined],
      ['1.1', undefined],
      ['1', undefined],
      [undefined, 2],
      [undefined, 2],
    ]);
  });

  it('is that of the attribute or element in XML, with the pointers of the JSON form', async () => {
    const text = `<decision ${NS}
   stage="draft"
   lang="uk">
 <title>а</title><title>б</title>
 <operative>
  <point n="1" due="завтра"><text>а</text></point>
  <point><text>б</text></point> зайве
 </operative>
 <stating/>
 <annexes><annex n="3"><body><p>а</p><picture/></body></annex></annexes>
</decision>`;
    const outcome = await readXml(text);
    expect(places(outcome).sort()).toEqual(
      [
        'T-value /stage 2:4',
        'T-unknown /lang 3:4',
        'T-duplicate /title 4:18',
        'T-date /operative/0/due 6:16',
        'T-missing /operative/1/n 7:3',
        'T-mixed /operative 7:33',
        'T-order /stating 9:2',
        'T-unknown /annexes/0/body/picture 10:38',
      ].sort(),
    );
  });

  it('is asked of the draft for any pointer', async () => {
    const outcome = await readXml(`<decision ${NS}>\n <changes>\n  <change how="repeals"\n   date="2011-01-18"/></changes></decision>`);
    if (!outcome.readable) throw new Error('not read');
    const { position } = outcome.draft.source;
    expect(position('/changes/0/act/date')).toEqual({ line: 4, column: 4 });
    expect(position('/changes/0/act/number')).toEqual({ line: 3, column: 3 });
    expect(position('/adoption/date')).toEqual({ line: 1, column: 1 });
    expect(position('')).toEqual({ line: 1, column: 1 });
  });

  it('counts lines by every kind of line break and leaves the byte order mark out', async () => {
    expect(places(await readJson('\uFEFF{ "kind": "decision",\r\n\r "x": 1 }'))).toEqual(['T-unknown /x 3:2']);
  });
});

describe('what cannot be read', () => {
  const only = async (outcome: Promise<ReadOutcome>) => {
    const result = await outcome;
    if (result.readable) throw new Error('read');
    const [{ rule, at, message, expected, hint }] = result.findings;
    expect([message, expected, hint].every((text) => typeof text === 'string' && text.length > 0)).toBe(true);
    return { rule, line: at.line, broken: result.broken };
  };

  it('is refused by name', async () => {
    expect(await only(readJson('{"kind":"reshennya"}'))).toEqual({ rule: 'T-kind', line: 1, broken: false });
    expect(await only(readJson('{"title":"а"}'))).toMatchObject({ rule: 'T-kind' });
    expect(await only(readJson('{"kind":["decision"]}'))).toMatchObject({ rule: 'T-kind' });
    expect(await only(readJson('["decision"]'))).toMatchObject({ rule: 'T-type' });
    expect(await only(readXml(`<order ${NS}/>`))).toMatchObject({ rule: 'T-kind' });
    expect(
      await only(readXml(`<!DOCTYPE decision [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<decision ${NS}><title>&a;</title></decision>`)),
    ).toMatchObject({ rule: 'T-doctype' });
    expect(await only(readXml(`<decision ${NS}>\n<title>&nbsp;</title></decision>`))).toEqual({ rule: 'T-xml', line: 2, broken: false });
    expect(await only(readXml(`<decision ${NS}>\n<title>&#7;</title></decision>`))).toMatchObject({ rule: 'T-xml', line: 2 });
    expect(await only(read({ name: 'draft.docx', bytes: Buffer.from('PK') }))).toMatchObject({ rule: 'T-extension', broken: false });
    expect(await only(read({ name: 'draft', bytes: Buffer.from('{}') }))).toMatchObject({ rule: 'T-extension' });
  });

  it('names the kinds that there are', async () => {
    expect(findingsOf(await readJson('{"kind":"x"}'))[0]?.expected).toBe('decision');
  });

  it('is broken off when it is empty, only space, or filled up with zeros', async () => {
    for (const name of ['a.json', 'a.xml', 'a.zip']) {
      expect(await only(read({ name, bytes: Buffer.alloc(0) }))).toMatchObject({ rule: 'T-broken-off', broken: true });
    }
    expect(await only(readJson(' \n'))).toMatchObject({ broken: true });
    expect(
      await only(read({ name: 'a.json', bytes: Buffer.concat([Buffer.from('{"kind":"decision"}'), Buffer.alloc(100)]) })),
    ).toMatchObject({ broken: true });
  });

  it('is refused past the limits', async () => {
    const small = reading(KINDS, { ...LIMITS, fileBytes: 100 });
    expect(findingsOf(await small.read({ name: 'a.json', bytes: Buffer.alloc(101, ' ') }))[0]?.rule).toBe('T-size');
  });
});

describe('a flaw of the form', () => {
  it('is told with all others at once, in Ukrainian, naming field and key, and how to mend it', async () => {
    const outcome = await readJson({
      kind: 'decision',
      title: 27,
      delegated: 'так',
      adoption: { total: '30', for: 24.5 },
      visas: { role: 'legal' },
      stage: 'ready',
    });
    expect(
      findingsOf(outcome).map(({ rule, message, hint, clause, severity }) => ({ rule, message, hint, clause, severity })),
    ).toMatchInlineSnapshot(`
      [
        {
          "clause": null,
          "hint": "Виберіть одне з допустимих значень.",
          "message": "Поле «стадія» (stage) має недопустиме значення «ready»",
          "rule": "T-value",
          "severity": "refuse",
        },
        {
          "clause": null,
          "hint": "Візьміть значення в лапки: "27".",
          "message": "Поле «заголовок» (title) записано числом",
          "rule": "T-type",
          "severity": "refuse",
        },
        {
          "clause": null,
          "hint": "Запишіть true (так) або false (ні), без лапок.",
          "message": "Поле «делеговані повноваження» (delegated) записано текстом",
          "rule": "T-type",
          "severity": "refuse",
        },
        {
          "clause": null,
          "hint": "Візьміть значення у квадратні дужки, навіть якщо воно одне.",
          "message": "Поле «візи» (visas) записано обʼєктом",
          "rule": "T-type",
          "severity": "refuse",
        },
        {
          "clause": null,
          "hint": "Приберіть лапки: 30.",
          "message": "Поле «загальний склад» (total) записано текстом",
          "rule": "T-type",
          "severity": "refuse",
        },
        {
          "clause": null,
          "hint": "Запишіть ціле число від 0 до 999999, без лапок.",
          "message": "Поле «за» (for) має недопустиме значення «24.5»",
          "rule": "T-value",
          "severity": "refuse",
        },
      ]
    `);
  });

  it('leaves the value out and keeps the rest, places by index included', async () => {
    const outcome = await readJson({
      kind: 'decision',
      operative: [5, { n: '2', due: 'завтра', text: 'Текст' }],
      stating: { text: [1, 'абзац'] },
    });
    if (!outcome.readable) throw new Error('not read');
    expect(outcome.flaws).toHaveLength(3);
    expect(outcome.draft.content.operative).toEqual([
      { n: '', points: [] },
      { n: '2', text: 'Текст', points: [] },
    ]);
    expect(outcome.draft.content.stating.text).toEqual(['', 'абзац']);
  });

  it('is a soft hyphen and, in JSON, a character that XML could not hold', async () => {
    expect(findingsOf(await readJson({ kind: 'decision', title: 'ко\u00ADмі\u0002тет' })).map(({ rule }) => rule)).toEqual([
      'T-soft-hyphen',
      'T-character',
    ]);
    expect(findingsOf(await readXml(`<decision ${NS}><title>ко&#173;мітет</title></decision>`)).map(({ rule }) => rule)).toEqual([
      'T-soft-hyphen',
    ]);
  });

  it('is a namespace that is missing or another, once, and the draft is read on', async () => {
    for (const xml of ['<decision><title>а</title></decision>', '<decision xmlns="urn:x"><title>а</title></decision>']) {
      const outcome = await readXml(xml);
      expect(findingsOf(outcome).map(({ rule }) => rule)).toEqual(['T-namespace']);
      expect(outcome.readable && outcome.draft.content.title).toBe('а');
    }
  });

  it('is an annex file that a single file cannot bring', async () => {
    const outcome = await readJson({ kind: 'decision', annexes: [{ n: 1, file: 'план.xlsx' }] });
    expect(places(outcome)).toEqual(['T-zip-missing /annexes/0/file 6:12']);
  });
});

describe('an encoding', () => {
  const xml = (encoding: string | null) =>
    `<?xml version="1.0"${encoding === null ? '' : ` encoding="${encoding}"`}?><decision ${NS}><title>Їжак єднає ґанок</title></decision>`;
  const utf16 = (text: string, mark: boolean) => Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  const cp1251 = (text: string) =>
    Buffer.from(
      Array.from(
        text,
        (letter) =>
          ({ Ї: 0xaf, є: 0xba, ґ: 0xb4, і: 0xb3 })[letter] ??
          (letter < '\u0080' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x410 + 0xc0),
      ),
    );
  const titleOf = async (bytes: Buffer) => {
    const outcome = await readXml(bytes);
    return outcome.readable ? outcome.draft.content.title : outcome.findings[0].rule;
  };

  it('is UTF-8 unless the file says UTF-16 or windows-1251', async () => {
    const title = 'Їжак єднає ґанок';
    expect(await titleOf(Buffer.from(xml(null)))).toBe(title);
    expect(await titleOf(Buffer.from(`\uFEFF${xml('utf-8')}`))).toBe(title);
    expect(await titleOf(cp1251(xml('windows-1251')))).toBe(title);
    expect(await titleOf(utf16(xml('UTF-16'), true))).toBe(title);
    expect(await titleOf(utf16(xml(null), true))).toBe(title);
    expect(await titleOf(utf16(xml('UTF-16LE'), false))).toBe(title);
    expect(await titleOf(utf16(xml('UTF-16'), true).swap16())).toBe(title);
    const json = Buffer.from('\uFEFF{"kind":"decision","title":"ї"}', 'utf16le');
    expect(contentOf(await read({ name: 'a.json', bytes: json })).title).toBe('ї');
  });

  it('is never guessed and never disagrees with the bytes', async () => {
    expect(await titleOf(cp1251(xml(null)))).toBe('T-encoding');
    expect(await titleOf(cp1251(xml('UTF-8')))).toBe('T-encoding');
    expect(await titleOf(Buffer.from(xml('koi8-u')))).toBe('T-encoding');
    expect(await titleOf(Buffer.from(xml('UTF-16')))).toBe('T-encoding');
    expect(await titleOf(utf16(xml('UTF-8'), true))).toBe('T-encoding');
    expect(await titleOf(utf16(xml(null), false))).toBe('T-encoding');
    expect(await titleOf(Buffer.concat([Buffer.from('\uFEFF'), cp1251(xml('windows-1251'))]))).toBe('T-encoding');
    expect((await read({ name: 'a.json', bytes: cp1251('{"kind":"decision","title":"ї"}') })).readable).toBe(false);
  });

  it('names the line of the first byte that is none of it', async () => {
    const outcome = await readXml(
      Buffer.concat([Buffer.from(`<decision ${NS}>\n<title>ї`), Buffer.from([0xff]), Buffer.from('</title></decision>')]),
    );
    expect(findingsOf(outcome)[0]?.message).toContain('рядок 2');
  });

  it('cut in the middle of a character breaks off', async () => {
    const bytes = Buffer.from('{"kind":"decision","title":"ї').subarray(0, -1);
    expect(await read({ name: 'a.json', bytes })).toMatchObject({ readable: false, broken: true });
  });
});
