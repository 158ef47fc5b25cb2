import { describe, expect, it } from 'vitest';
import { parseXml } from '../../pipeline/intake/read-xml.js';
import { actShape } from '../../pipeline/kinds/act-shape.js';
import { xsd } from '../../pipeline/schemas/xsd.js';
import { xmlVerdicts } from '../schemas/judges.js';
import { LIMITS as BOUNDS } from './sample.js';

const SCHEMA = xsd(actShape('decision'));
const NS = 'xmlns="urn:regesta:draft:1"';

/** Each is judged by libxml2 too: nothing here says which are well-formed. */
const FILES: readonly string[] = [
  `<decision ${NS}/>`,
  `<decision ${NS}></decision>`,
  `\uFEFF<decision ${NS}/>`,
  ` <decision ${NS}/>`,
  `<decision ${NS}/>\n<!-- кінець -->\n<?pi?>\n`,
  `<decision ${NS}/>x`,
  `<decision ${NS}/><decision ${NS}/>`,
  `x<decision ${NS}/>`,
  `<decision ${NS}/>&#32;`,
  `<decision ${NS}/><![CDATA[ ]]>`,
  `<?xml version="1.0"?><decision ${NS}/>`,
  `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?><decision ${NS}/>`,
  `<?xml version="1.1"?><decision ${NS}/>`,
  `<?xml version="2.0"?><decision ${NS}/>`,
  `<?xml encoding="UTF-8"?><decision ${NS}/>`,
  `<?xml version="1.0" standalone="yes" encoding="UTF-8"?><decision ${NS}/>`,
  `<?xml version="1.0" standalone="maybe"?><decision ${NS}/>`,
  `<?xml version="1.0"encoding="UTF-8"?><decision ${NS}/>`,
  `<?xml version="1.0" ><decision ${NS}/>`,
  `<?xml version=1.0?><decision ${NS}/>`,
  ` <?xml version="1.0"?><decision ${NS}/>`,
  `<decision ${NS}><?xml version="1.0"?></decision>`,
  `<decision ${NS}><?XML x?></decision>`,
  `<decision ${NS}><?xml-stylesheet href="a"?></decision>`,
  `<decision ${NS}><?pi:x y?></decision>`,
  `<decision ${NS}><? pi?></decision>`,
  `<decision ${NS}><?pi?></decision>`,
  `<decision ${NS}><?pi+?></decision>`,
  `<decision ${NS}><!-- a - b --></decision>`,
  `<decision ${NS}><!-- a -- b --></decision>`,
  `<decision ${NS}><!-- a ---></decision>`,
  `<decision ${NS}><!----></decision>`,
  `<decision ${NS}><!---></decision>`,
  `<decision ${NS}><!- a -></decision>`,
  `<decision ${NS}><!ELEMENT a></decision>`,
  `<decision ${NS}><title>a]]>b</title></decision>`,
  `<decision ${NS}><title>a]] >b</title></decision>`,
  `<decision ${NS}><title><![CDATA[a]]]]><![CDATA[>b]]></title></decision>`,
  `<decision ${NS}><title><![cdata[a]]></title></decision>`,
  `<decision ${NS}><title><![CDATA[<&]]></title></decision>`,
  `<decision ${NS}><title>a & b</title></decision>`,
  `<decision ${NS}><title>a &amp b</title></decision>`,
  `<decision ${NS}><title>a &amp; &lt; &gt; &quot; &apos; b</title></decision>`,
  `<decision ${NS}><title>&nbsp;</title></decision>`,
  `<decision ${NS}><title>&Amp;</title></decision>`,
  `<decision ${NS}><title>&#1;</title></decision>`,
  `<decision ${NS}><title>&#0;</title></decision>`,
  `<decision ${NS}><title>&#x9;&#10;&#13;</title></decision>`,
  `<decision ${NS}><title>&#X41;</title></decision>`,
  `<decision ${NS}><title>&#x41;</title></decision>`,
  `<decision ${NS}><title>&#xD800;</title></decision>`,
  `<decision ${NS}><title>&#xFFFE;</title></decision>`,
  `<decision ${NS}><title>&#x10FFFF;</title></decision>`,
  `<decision ${NS}><title>&#x110000;</title></decision>`,
  `<decision ${NS}><title>&#99999999999999999999;</title></decision>`,
  `<decision ${NS}><title>&#;</title></decision>`,
  `<decision ${NS}><title>&#x;</title></decision>`,
  `<decision ${NS}><title>&;</title></decision>`,
  `<decision ${NS}><title>&# 65;</title></decision>`,
  `<decision ${NS}><title>a\u0001b</title></decision>`,
  `<decision ${NS}><title>a\u0000b</title></decision>`,
  `<decision ${NS}><title>a\u007F\u0085b</title></decision>`,
  `<decision ${NS}><title>a\uFFFEb</title></decision>`,
  `<decision ${NS}><!-- \u0002 --></decision>`,
  `<decision ${NS} id="a" id="b"/>`,
  `<decision ${NS} id="a"stage="b"/>`,
  `<decision ${NS} id=a/>`,
  `<decision ${NS} id/>`,
  `<decision ${NS} id=/>`,
  `<decision ${NS} id="a/>`,
  `<decision ${NS} id="a<b"/>`,
  `<decision ${NS} id="a&lt;b>"/>`,
  `<decision ${NS} id="a&b"/>`,
  `<decision ${NS} id='a"b'/>`,
  `<decision ${NS} id = "a" />`,
  `<decision ${NS}\tid="a"\n/>`,
  `<decision ${NS} 1d="a"/>`,
  `<decision ${NS} -="a"/>`,
  `<decision ${NS} id="a" =""/>`,
  `<decision ${NS} / >`,
  `<decision ${NS}/`,
  `< decision ${NS}/>`,
  `<decision ${NS}></ decision>`,
  `<decision ${NS}></decision >`,
  `<decision ${NS}></decision x="1">`,
  `<decision ${NS}></Decision>`,
  `<decision ${NS}><title></decision></title>`,
  `<decision ${NS}></title></decision>`,
  `<decision ${NS}><title/></decision></decision>`,
  `<decision ${NS}><title`,
  `<decision ${NS}><title>`,
  `<decision ${NS}><title>текст`,
  `<decision ${NS}><title></title`,
  `<decision ${NS}><!-- `,
  `<decision ${NS}><![CDATA[`,
  `<decision ${NS}><![CDA`,
  `<decision ${NS}><?pi`,
  `<decision ${NS}><`,
  `<decision ${NS}>&am`,
  '',
  '   \n',
  '<!-- лише примітка -->',
  '<?xml version="1.0"?>',
  '{"kind":"decision"}',
  `<!DOCTYPE decision><decision ${NS}/>`,
  `<!DOCTYPE decision [<!ENTITY x "y">]><decision ${NS}>&x;</decision>`,
  `<!doctype decision><decision ${NS}/>`,
  '<рішення/>',
  '<a:b:c xmlns:a="u"/>',
  '<:a/>',
  '<a:/>',
  '<x:decision/>',
  `<x:decision xmlns:x="urn:regesta:draft:1"/>`,
  `<x:decision xmlns:x="urn:regesta:draft:1"></decision>`,
  `<decision ${NS} x:id="1"/>`,
  `<decision ${NS} xmlns:x="urn:regesta:draft:1" x:id="1" id="2"/>`,
  `<decision ${NS} xmlns:x="u" xmlns:y="u" x:id="1" y:id="2"/>`,
  `<decision ${NS} xmlns:x=""/>`,
  `<decision ${NS} xmlns:xmlns="u"/>`,
  `<decision ${NS} xmlns:xml="u"/>`,
  `<decision ${NS} xmlns:xml="http://www.w3.org/XML/1998/namespace"/>`,
  `<decision xmlns="http://www.w3.org/XML/1998/namespace"/>`,
  `<decision xmlns="http://www.w3.org/2000/xmlns/"/>`,
  `<decision ${NS} xmlns:x="http://www.w3.org/2000/xmlns/"/>`,
  `<decision ${NS} xml:lang="uk"/>`,
  `<decision ${NS} ${NS}/>`,
  `<decision ${NS}><x:title xmlns:x="urn:regesta:draft:1">a</x:title></decision>`,
  `<decision ${NS}><title xmlns:x="u"/><x:title/></decision>`,
  `<a\u00B7b/>`,
  '<\u00B7a/>',
  '<a.b-c_d/>',
  '<-a/>',
  '<a><b/><a/></a>',
];

describe('well-formedness of XML', () => {
  it('is judged as libxml2 judges it', async () => {
    const verdicts = await xmlVerdicts(SCHEMA, FILES);
    const ours = FILES.map((file) => parseXml(file.replace(/^\uFEFF/, ''), BOUNDS).readable);
    // A document type is well-formed XML, but no draft has one.
    const theirs = verdicts.map(({ isWellFormed }, index) => isWellFormed && !FILES[index]?.startsWith('<!DOCTYPE'));
    expect(FILES.filter((_, index) => ours[index] !== theirs[index])).toEqual([]);
    expect(theirs.filter((isSound) => isSound).length).toBeGreaterThan(30);
    expect(theirs.filter((isSound) => !isSound).length).toBeGreaterThan(60);
  });

  it('is judged as libxml2 judges it on a draft cut or altered at random places', async () => {
    const sound = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- п --><r:decision xmlns:r="urn:regesta:draft:1" id="a&amp;b" stage='adopted'><r:title>а &#x41; <![CDATA[<б>]]></r:title><?pi x?><r:effective on="signing"/></r:decision>\n`;
    const pieces = [
      '',
      '<',
      '>',
      '/',
      '"',
      "'",
      '&',
      ';',
      '=',
      ' ',
      '-',
      '--',
      ']]>',
      '<!',
      '?',
      ':',
      'a',
      '&#',
      '<a>',
      '</a>',
      'xmlns:q="u" ',
    ];
    const random = numbers(20210119);
    // libxml2 also judges the namespace's name and the encoding's, which is not a matter of this reader: those stay as they are.
    const from = sound.indexOf(' id=');
    const files = Array.from({ length: 1200 }, () => {
      const at = from + random(sound.length - from);
      return sound.slice(0, at) + pieces[random(pieces.length)] + sound.slice(at + random(3));
    });
    const verdicts = await xmlVerdicts(SCHEMA, files);
    const differ = files.filter(
      (file, index) => parseXml(file, BOUNDS).readable !== (verdicts[index]?.isWellFormed && !file.includes('<!DOCTYPE')),
    );
    expect(differ).toEqual([]);
    expect(verdicts.filter(({ isWellFormed }) => isWellFormed).length).toBeGreaterThan(20);
  });

  it('calls a draft that merely breaks off broken, wherever it is cut', () => {
    const sound = `<?xml version="1.0" encoding="UTF-8"?><!-- п --><decision ${NS} id="a&amp;b"><title>а &lt; <![CDATA[<б>]]></title><?pi x?></decision>`;
    expect(parseXml(sound, BOUNDS).readable).toBe(true);
    for (let end = 0; end < sound.length; end += 1) {
      const cut = parseXml(sound.slice(0, end), BOUNDS);
      expect(cut, sound.slice(0, end)).toMatchObject({ readable: false, broken: true, flaw: { rule: 'T-broken-off' } });
    }
  });

  it('calls a complete but malformed file wrong, not broken off', () => {
    for (const file of [`<decision ${NS}></title>`, `<decision ${NS}>&nbsp;</decision>`, `<!DOCTYPE decision><decision ${NS}/>`]) {
      expect(parseXml(file, BOUNDS), file).toMatchObject({ readable: false, broken: false });
    }
  });

  it('refuses nesting past the limit without exhausting the stack', () => {
    expect(parseXml('<a>'.repeat(100_000), BOUNDS)).toMatchObject({ flaw: { rule: 'T-depth' } });
    expect(parseXml(`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`, BOUNDS).readable).toBe(true);
  });
});

/** Whole numbers below a bound, the same every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
