import { describe, expect, it } from 'vitest';
import { parseXml } from '../../pipeline/intake/read-xml.js';
import type { XmlElement } from '../../pipeline/intake/xml-tree.js';
import { LIMITS as BOUNDS } from './sample.js';

function treeOf(text: string, depth = 40): XmlElement {
  const xml = parseXml(text, { ...BOUNDS, depth });
  if (!xml.readable) throw new Error(JSON.stringify(xml.flaw));
  return xml.root;
}

/** Every element of a tree, the root first. */
function elementsOf(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap((child) => (child.is === 'element' ? elementsOf(child) : []))];
}

/** What stands directly in an element, at its places; texts that touch one another as one. */
function textsOf(element: XmlElement): readonly (readonly [at: number, value: string])[] {
  return element.children.flatMap((child) => (child.is === 'text' ? [[child.at, child.value] as const] : []));
}

describe('the tree of an XML document', () => {
  it('places every element, attribute and text where it is written, whatever stands before it', () => {
    const text = [
      '<?xml version="1.0"?>\r\n<!-- перша\r\nпримітка -->\r\n<?pi it\'s "odd ?>',
      '<a\r\n x = "1>2"\tid=\'/\' >слово\r\n<!-- тут\r\nй там -->ще<?pi?>й <b/>після<![CDATA[ <b>\r\n]]>кінець\r<c y="&lt;&#10;"\n/>',
      '<d ></d\r\n>хвіст</a >\r\n<!-- по всьому -->',
    ].join('');
    const root = treeOf(text);
    expect(elementsOf(root).map(({ written }) => written)).toEqual(['a', 'b', 'c', 'd']);
    for (const { written, at } of elementsOf(root)) expect(text.slice(at, at + written.length + 1)).toBe(`<${written}`);
    const attributes = elementsOf(root).flatMap((element) => element.attributes);
    expect(attributes.map(({ written, value }) => [written, value])).toEqual([
      ['x', '1>2'],
      ['id', '/'],
      ['y', '<\n'],
    ]);
    for (const { written, at } of attributes) expect(text.slice(at).startsWith(written) && /\s/.test(text[at - 1] ?? '')).toBe(true);
    const texts = textsOf(root);
    expect(texts.map(([, value]) => value)).toEqual(['слово \n', 'ще', 'й ', 'після', ' <b> \n', 'кінець ', 'хвіст']);
    for (const [at, value] of texts) {
      const from = text.startsWith('<![CDATA[', at) ? at + '<![CDATA['.length : at;
      expect(text.slice(from, from + value.length).replaceAll('\r', ' ')).toBe(value);
    }
  });

  it('keeps a very long text and what stands after it', () => {
    const long = 'Слово &amp; слово.\n'.repeat(20_000);
    const text = `<a>${long}<b/>${long}<!-- ${long} --><c n="1">x</c></a>`;
    const root = treeOf(text);
    const plain = long.replaceAll('&amp;', '&');
    expect(textsOf(root)).toEqual([
      [3, plain],
      [3 + long.length + 4, plain],
    ]);
    for (const { written, at } of elementsOf(root)) expect(text.slice(at, at + 2)).toBe(`<${written}`);
  });

  it('keeps names that every JavaScript object has', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];
    const text = `<a>${names.map((name) => `<${name} ${name}="${name}"/><${name}></${name}>`).join('')}</a>`;
    const children = elementsOf(treeOf(text)).slice(1);
    expect(children.map(({ name }) => name)).toEqual(names.flatMap((name) => [name, name]));
    expect(children.map(({ attributes }) => attributes.map(({ name, value }) => [name, value]))).toEqual(
      names.flatMap((name) => [[[name, name]], []]),
    );
    expect({}).not.toHaveProperty('a');
  });

  it('is as deep as the limit allows, not as the library would', () => {
    expect(elementsOf(treeOf('<a>'.repeat(300) + '</a>'.repeat(300), 300))).toHaveLength(300);
  });

  it('resolves prefixes in their scope', () => {
    const root = treeOf('<a xmlns="u" xmlns:p="v"><p:b p:x="1" x="2"><c xmlns="" xmlns:p="w"><p:d/></c></p:b><p:e/></a>');
    expect(elementsOf(root).map(({ name, namespace }) => `{${namespace}}${name}`)).toEqual(['{u}a', '{v}b', '{}c', '{w}d', '{v}e']);
    expect(elementsOf(root)[1]?.attributes.map(({ name, namespace }) => `{${namespace}}${name}`)).toEqual(['{v}x', '{}x']);
  });
});

describe('a file that breaks off', () => {
  it('is broken wherever a prefixed name or an instruction is cut', () => {
    const sound = `<p:a xmlns:p="u" p:x='1'><?pi it's "odd?>\r\n<p:b/><!-- - --> </p:a>`;
    expect(parseXml(sound, BOUNDS).readable).toBe(true);
    for (let end = 0; end < sound.length; end += 1) {
      expect(parseXml(sound.slice(0, end), BOUNDS), sound.slice(0, end)).toMatchObject({ broken: true, flaw: { rule: 'T-broken-off' } });
    }
  });
});

describe('a very large file', () => {
  it('takes some hundred megabytes of memory at most while one long text is read', () => {
    const text = `<a>${'слово '.repeat(5_000_000)}</a>`;
    const before = process.resourceUsage().maxRSS;
    expect(parseXml(text, BOUNDS).readable).toBe(true);
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(500);
  });

  it.each([
    ['one text of 20 million characters', () => `<a>${'слово '.repeat(3_333_333)}</a>`],
    ['one value of 20 million characters', () => `<a x="${'x'.repeat(20_000_000)}"/>`],
    ['one comment of 20 million characters', () => `<a><!--${'x'.repeat(20_000_000)}--></a>`],
    ['100,000 elements', () => `<a>${'<p n="1">x</p>'.repeat(100_000)}</a>`],
    ['100,000 attributes', () => `<a ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`],
    ['20,000 prefixes and as many that add to them', () => `<a ${prefixes(20_000)}>${'<b xmlns:z="q"/>'.repeat(20_000)}</a>`],
  ])('is read, in time that grows as its size does: %s', (_, write) => {
    const text = write();
    expect(parseXml(text, BOUNDS).readable).toBe(true);
  });

  it.each([
    ['elements', `<a>${'<p/>'.repeat(600_000)}</a>`],
    ['attributes', `<a ${Array.from({ length: 600_000 }, (_, index) => `a${index}=""`).join(' ')}/>`],
    ['comments', `<a>${'<!---->'.repeat(600_000)}</a>`],
    ['instructions', `<a>${'<?x?>'.repeat(600_000)}</a>`],
    ['CDATA sections', `<a>${'<![CDATA[]]>'.repeat(600_000)}</a>`],
  ])('is refused before it is built when it has too many %s', (_, text) => {
    expect(parseXml(text, BOUNDS)).toMatchObject({ readable: false, broken: false, flaw: { rule: 'T-size' } });
  });
});

function prefixes(count: number): string {
  return Array.from({ length: count }, (_, index) => `xmlns:a${index}="u"`).join(' ');
}
