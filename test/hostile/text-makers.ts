import { actShape } from '../../pipeline/kinds/act-shape.js';
import { xmlOf } from '../../pipeline/skeleton/draft-xml.js';
import { draftWithFile, jsonFile, type Made, type Makers, soundDraft, xmlFile } from './made.js';

const NS = 'xmlns="urn:regesta:draft:1"';
const SHAPE = actShape('decision');

/** A sound decision in XML. */
export const soundXml = (id: string, change: Readonly<Record<string, unknown>> = {}): string =>
  xmlOf(soundDraft(id, change), SHAPE, 'decision');
const soundJson = (id: string, change: Readonly<Record<string, unknown>> = {}): string => JSON.stringify(soundDraft(id, change), null, 1);

/** A sound decision in XML, changed as a text. */
const xml = (id: string, change: (text: string) => string): Made => xmlFile(id, change(soundXml(id)));
const json = (id: string, change: (text: string) => string): Made => jsonFile(id, change(soundJson(id)));
const beforeRoot = (id: string, what: string) => xml(id, (text) => text.replace('<decision', `${what}\n<decision`));
const inTitle = (id: string, what: string) => xml(id, (text) => text.replace('<title>Про ', `<title>Про ${what}`));
const inRoot = (id: string, what: string) => xml(id, (text) => text.replace('</title>', `</title>${what}`));
const withKey = (id: string, member: string) => json(id, (text) => text.replace('{', `{${member},`));

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a0 "ха">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]>`;
const LONG = 'слово '.repeat(800_000);

export const xmlMakers: Makers = {
  'xml-sound': () => xml('xml-sound', (text) => text),
  'xml-doctype': () => beforeRoot('xml-doctype', '<!DOCTYPE decision>'),
  'xml-entity': () => beforeRoot('xml-entity', '<!DOCTYPE decision [<!ENTITY a "Про">]>'),
  'xml-entity-file': () => beforeRoot('xml-entity-file', '<!DOCTYPE decision [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  'xml-entity-web': () => beforeRoot('xml-entity-web', '<!DOCTYPE decision SYSTEM "http://127.0.0.1:9/a.dtd">'),
  'xml-entity-parameter': () => beforeRoot('xml-entity-parameter', '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p">%p;]>'),
  'xml-entity-laughs': () => beforeRoot('xml-entity-laughs', LAUGHS),
  'xml-entity-undeclared': () => inTitle('xml-entity-undeclared', '&nbsp;'),
  'xml-depth': () => xmlFile('xml-depth', `<decision ${NS}>${'<point>'.repeat(100_000)}`),
  'xml-parts': () => xmlFile('xml-parts', `<decision ${NS}>${'<p/>'.repeat(400_000)}</decision>`),
  'xml-attributes': () => xmlFile('xml-attributes', `<decision ${NS} ${Array.from({ length: 400_000 }, (_, n) => `a${n}=""`).join(' ')}/>`),
  'xml-text': () => xmlFile('xml-text', soundXml('xml-text', { note: { text: [LONG] } })),
  'xml-name': () => xmlFile('xml-name', `<decision ${NS}><${'п'.repeat(500_000)}/></decision>`),
  'xml-unknowns': () => xmlFile('xml-unknowns', `<decision ${NS}>${'<a/>'.repeat(100_000)}</decision>`),
  'xml-namespace': () => xml('xml-namespace', (text) => text.replace('urn:regesta:draft:1', 'urn:regesta:draft:2')),
  'xml-no-namespace': () => xml('xml-no-namespace', (text) => text.replace(` ${NS}`, '')),
  'xml-foreign': () => inRoot('xml-foreign', '<x:title xmlns:x="urn:other">Інше</x:title>'),
  'xml-prefix': () => xml('xml-prefix', (text) => text.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1r:').replace('xmlns=', 'xmlns:r=')),
  'xml-base': () => xml('xml-base', (text) => text.replace('<decision ', '<decision xml:base="file:///etc/" ')),
  'xml-include': () => inRoot('xml-include', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
  'xml-schema-hint': () =>
    xml('xml-schema-hint', (text) =>
      text.replace(
        '<decision ',
        '<decision xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x http://127.0.0.1:9/x.xsd" ',
      ),
    ),
  'xml-mixed': () => inRoot('xml-mixed', ' зайве '),
  'xml-mixed-cdata': () => inRoot('xml-mixed-cdata', '<![CDATA[зайве]]>'),
  'xml-element-twice': () => inRoot('xml-element-twice', '<title>Про інше</title>'),
  'xml-order': () => xml('xml-order', (text) => text.replace(/(<title>.*?<\/title>)(.*?)(<operative>)/s, '$2$1$3')),
  'xml-markup-in-text': () => inTitle('xml-markup-in-text', '<b>дуже</b> '),
  'xml-cdata': () => xml('xml-cdata', (text) => text.replace('<title>Про ', '<title><![CDATA[Про <важливе> & ]]>')),
  'xml-cdata-control': () => inTitle('xml-cdata-control', '<![CDATA[\u0001]]>'),
  'xml-comments': () => inTitle('xml-comments', '<!-- <!DOCTYPE a> -->'),
  'xml-comment-dashes': () => inTitle('xml-comment-dashes', '<!-- a -- b -->'),
  'xml-instruction': () => beforeRoot('xml-instruction', '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>'),
  'xml-control-reference': () => inTitle('xml-control-reference', '&#7;'),
  'xml-delete-reference': () => inTitle('xml-delete-reference', '&#x7F;'),
  'xml-space-references': () => xml('xml-space-references', (text) => text.replace('<title>Про ', '<title>Про&#9;&#10;&#13;&#32;')),
  'xml-nul-reference': () => inTitle('xml-nul-reference', '&#0;'),
  'xml-surrogate-reference': () => inTitle('xml-surrogate-reference', '&#xD800;'),
  'xml-noncharacter-reference': () => inTitle('xml-noncharacter-reference', '&#xFFFE;'),
  'xml-huge-reference': () => inTitle('xml-huge-reference', '&#99999999999999;'),
  'xml-control': () => inTitle('xml-control', '\u0007'),
  'xml-control-1.1': () => xml('xml-control-1.1', (text) => text.replace('version="1.0"', 'version="1.1"').replace('Про ', 'Про &#1;')),
  'xml-bidi': () => inTitle('xml-bidi', '\u202E'),
  'xml-cdata-end': () => inTitle('xml-cdata-end', ']]>'),
  'xml-two-roots': () => xml('xml-two-roots', (text) => `${text}<decision/>`),
  'xml-after-root': () => xml('xml-after-root', (text) => `${text}зайве`),
  'xml-attribute-twice': () => xml('xml-attribute-twice', (text) => text.replace('<decision ', '<decision id="a" ')),
  'xml-cut': () => xml('xml-cut', (text) => text.slice(0, text.length / 2)),
  'xml-other-kind': () => xmlFile('xml-other-kind', `<constructor ${NS}/>`),
  'xml-html': () => xmlFile('xml-html', '<html><body><script>alert(1)</script></body></html>'),
};

export const jsonMakers: Makers = {
  'json-sound': () => json('json-sound', (text) => text),
  'json-depth': () => jsonFile('json-depth', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  'json-depth-inside': () => withKey('json-depth-inside', `"x":${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`),
  'json-parts': () => withKey('json-parts', `"x":[${'[],'.repeat(200_000)}[]]`),
  'json-text': () => jsonFile('json-text', soundJson('json-text', { note: { text: [LONG] } })),
  'json-spaces': () => json('json-spaces', (text) => `${'\n'.repeat(6_000_000)}${text}`),
  'json-field': () => jsonFile('json-field', soundJson('json-field', { title: `Про ${LONG.slice(0, 500_000)}` })),
  'json-key': () => withKey('json-key', `"${'ж'.repeat(2_000_000)}":1`),
  'json-key-twice': () => withKey('json-key-twice', `"${'ж'.repeat(500_000)}":1,"${'ж'.repeat(500_000)}":2`),
  'json-unknowns': () => withKey('json-unknowns', Array.from({ length: 60_000 }, (_, n) => `"x${n}":1`).join(',')),
  'json-columns': () => jsonFile('json-columns', soundJson('json-columns', { annexes: [wideTable(20_000)] })),
  'json-rows': () =>
    jsonFile(
      'json-rows',
      soundJson('json-rows', { annexes: [{ ...wideTable(1), body: [{ type: 'table', rows: Array(60_000).fill([]) }] }] }),
    ),
  'json-proto': () => withKey('json-proto', '"__proto__":{"access":"open","title":"Про інше"}'),
  'json-proto-inside': () => json('json-proto-inside', (text) => text.replace('"total": 30', '"__proto__": {"total": 30}')),
  'json-proto-escaped': () => withKey('json-proto-escaped', '"\\u005f_proto__":{"access":"open"}'),
  'json-constructor': () => withKey('json-constructor', '"constructor":{"prototype":{"x":1}}'),
  'json-proto-kind': () => jsonFile('json-proto-kind', '{"kind":"__proto__"}'),
  'json-two': () => json('json-two', (text) => `${text}\n${text}`),
  'json-lines': () => jsonFile('json-lines', '{"kind":"decision"}\n{"kind":"decision"}\n'),
  'json-after': () => json('json-after', (text) => `${text} зайве`),
  'json-bom': () => json('json-bom', (text) => `\uFEFF${text}`),
  'json-two-boms': () => json('json-two-boms', (text) => `\uFEFF\uFEFF${text}`),
  'json-number-for-text': () => jsonFile('json-number-for-text', soundJson('json-number-for-text', { title: 5 })),
  'json-text-for-number': () => json('json-text-for-number', (text) => text.replace('"total": 30', '"total": "30"')),
  'json-surrogate': () => json('json-surrogate', (text) => text.replace('"Про ', '"Про \\ud800')),
  'json-nul': () => json('json-nul', (text) => text.replace('"Про ', '"Про \\u0000')),
  'json-nfd': () => json('json-nfd', (text) => text.normalize('NFD')),
  'json-heap': () => json('json-heap', (text) => text.replace('"Про ', `"Про а${'\u0301'.repeat(500)} `)),
  'json-zero-width': () => json('json-zero-width', (text) => text.replace('"Про ', '"Про \u200B')),
  'json-two-alphabets': () => json('json-two-alphabets', (text) => text.replace('"Про ', '"Прo ')),
  'json-digits': () => json('json-digits', (text) => text.replace(/"date": "2021-/, '"date": "٢٠٢١-')),
  'json-file': () => jsonFile('json-file', JSON.stringify(draftWithFile('json-file', '/etc/passwd'))),
  'json-noncharacter': () => json('json-noncharacter', (text) => text.replace('"Про ', '"Про \\uffff')),
  'json-control': () => json('json-control', (text) => text.replace('"Про ', '"Про \u0001')),
  'json-huge-number': () => json('json-huge-number', (text) => text.replace('"total": 30', '"total": 1e999')),
  'json-long-number': () => json('json-long-number', (text) => text.replace('"total": 30', `"total": ${'9'.repeat(100_000)}`)),
  'json-minus-zero': () => json('json-minus-zero', (text) => text.replace('"against": 0', '"against": -0')),
  'json-twice': () => withKey('json-twice', '"title":"Про інше"'),
  'json-twice-escaped': () => withKey('json-twice-escaped', '"\\u0074itle":"Про інше"'),
  'json-comment': () => json('json-comment', (text) => text.replace('{', '{ // примітка\n')),
  'json-comma': () => json('json-comma', (text) => text.replace(/\}$/, ',}')),
  'json-nan': () => json('json-nan', (text) => text.replace('"total": 30', '"total": NaN')),
  'json-quotes': () => jsonFile('json-quotes', "{'kind':'decision'}"),
  'json-array': () => json('json-array', (text) => `[${text}]`),
  'json-string': () => jsonFile('json-string', '"decision"'),
  'json-nothing': () => jsonFile('json-nothing', '{}'),
  'json-pointer-signs': () => withKey('json-pointer-signs', '"a/b~c":1,"":2,"#":3'),
  'json-html': () => withKey('json-html', '"<script>alert(1)</script>\\" onload=x":1'),
  'json-cut': () => json('json-cut', (text) => text.slice(0, text.length / 2)),
};

function wideTable(columns: number) {
  const row = Array.from({ length: columns }, () => 'а');
  const preparedBy = { post: 'Начальник відділу освіти', name: 'Любов КОВАЛЬЧУК' };
  return { n: 1, title: 'План', toPoint: '1', preparedBy, body: [{ type: 'table', head: [row], rows: [row], widths: row.map(() => 1) }] };
}
