import { jsonFile, type Makers, soundDraft, xmlFile } from './made.js';
import { soundXml } from './text-makers.js';

const json = (id: string) => JSON.stringify(soundDraft(id), null, 1);
/** XML that declares an encoding, whatever its bytes are. */
const declaring = (id: string, encoding: string) => soundXml(id).replace('UTF-8', encoding);
const undeclared = (id: string) => soundXml(id).replace(/^<\?xml.*\?>\n/, '');
const MARK = '\uFEFF';

const CP1251 = new Map(
  Array.from(new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, n) => n)), (sign, n) => [sign, n]),
);
/** Text in windows-1251; a sign it lacks becomes a question mark, as editors save it. */
const inCp1251 = (text: string) => Buffer.from(Array.from(text.replaceAll('ʼ', '’'), (sign) => CP1251.get(sign) ?? 0x3f));
const inUtf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const inUtf32 = (text: string) => {
  const bytes = Buffer.alloc(4 * text.length);
  for (const [index, sign] of Array.from(text).entries()) bytes.writeUInt32LE(sign.codePointAt(0) ?? 0, 4 * index);
  return bytes;
};
/** Non-ASCII as UTF-7 writes it (RFC 2152). */
const inUtf7 = (text: string) =>
  text.replaceAll(/[^\u0000-\u007F]+/g, (run) => `+${inUtf16be(run).toString('base64').replace(/=+$/, '')}-`);
/** Text whose UTF-8 bytes were taken for another encoding and saved again. */
const mistaken = (text: string, encoding: 'windows-1251' | 'latin1') =>
  encoding === 'latin1' ? Buffer.from(text).toString('latin1') : new TextDecoder('windows-1251').decode(Buffer.from(text));
/** Bytes put into the first word of the title. */
const spoilt = (text: string, bytes: readonly number[]) => {
  const whole = Buffer.from(text);
  const at = whole.indexOf('Про ') + 7;
  return Buffer.concat([whole.subarray(0, at), Buffer.from(bytes), whole.subarray(at)]);
};

export const encodingMakers: Makers = {
  'enc-xml-mark': () => xmlFile('enc-xml-mark', MARK + soundXml('enc-xml-mark')),
  'enc-xml-undeclared': () => xmlFile('enc-xml-undeclared', undeclared('enc-xml-undeclared')),
  'enc-invalid': () => jsonFile('enc-invalid', spoilt(json('enc-invalid'), [0xff])),
  'enc-overlong': () => jsonFile('enc-overlong', spoilt(json('enc-overlong'), [0xc0, 0xaf])),
  'enc-surrogate': () => jsonFile('enc-surrogate', spoilt(json('enc-surrogate'), [0xed, 0xa0, 0x80])),
  'enc-past-unicode': () => xmlFile('enc-past-unicode', spoilt(soundXml('enc-past-unicode'), [0xf4, 0x90, 0x80, 0x80])),
  'enc-1251': () => xmlFile('enc-1251', inCp1251(declaring('enc-1251', 'windows-1251'))),
  'enc-1251-undeclared': () => xmlFile('enc-1251-undeclared', inCp1251(undeclared('enc-1251-undeclared'))),
  'enc-1251-as-utf8': () => xmlFile('enc-1251-as-utf8', inCp1251(soundXml('enc-1251-as-utf8'))),
  'enc-1251-json': () => jsonFile('enc-1251-json', inCp1251(json('enc-1251-json'))),
  'enc-1251-hole': () => xmlFile('enc-1251-hole', Buffer.concat([inCp1251(declaring('enc-1251-hole', 'windows-1251')), Buffer.of(0x98)])),
  'enc-1251-marked': () => xmlFile('enc-1251-marked', MARK + declaring('enc-1251-marked', 'windows-1251')),
  'enc-utf8-as-1251': () => xmlFile('enc-utf8-as-1251', declaring('enc-utf8-as-1251', 'windows-1251').replaceAll('И', 'Й')),
  'enc-utf16': () => xmlFile('enc-utf16', Buffer.from(MARK + declaring('enc-utf16', 'UTF-16'), 'utf16le')),
  'enc-utf16be': () => xmlFile('enc-utf16be', inUtf16be(MARK + declaring('enc-utf16be', 'UTF-16'))),
  'enc-utf16-unmarked': () => xmlFile('enc-utf16-unmarked', Buffer.from(declaring('enc-utf16-unmarked', 'UTF-16LE'), 'utf16le')),
  'enc-utf16-undeclared': () => xmlFile('enc-utf16-undeclared', Buffer.from(undeclared('enc-utf16-undeclared'), 'utf16le')),
  'enc-utf16-as-utf8': () => xmlFile('enc-utf16-as-utf8', Buffer.from(MARK + soundXml('enc-utf16-as-utf8'), 'utf16le')),
  'enc-utf8-as-utf16': () => xmlFile('enc-utf8-as-utf16', declaring('enc-utf8-as-utf16', 'UTF-16')),
  'enc-utf16-json': () => jsonFile('enc-utf16-json', Buffer.from(MARK + json('enc-utf16-json'), 'utf16le')),
  'enc-utf16-json-unmarked': () => jsonFile('enc-utf16-json-unmarked', Buffer.from(json('enc-utf16-json-unmarked'), 'utf16le')),
  'enc-utf16-odd': () => xmlFile('enc-utf16-odd', Buffer.from(MARK + declaring('enc-utf16-odd', 'UTF-16'), 'utf16le').subarray(0, -1)),
  'enc-utf16-surrogate': () => {
    const text = (MARK + declaring('enc-utf16-surrogate', 'UTF-16')).replace('Про ', 'Про \uD800');
    return xmlFile('enc-utf16-surrogate', Buffer.from(text, 'utf16le'));
  },
  'enc-utf32': () => xmlFile('enc-utf32', inUtf32(MARK + declaring('enc-utf32', 'UTF-32'))),
  'enc-utf7': () => xmlFile('enc-utf7', inUtf7(declaring('enc-utf7', 'UTF-7'))),
  'enc-utf7-undeclared': () => jsonFile('enc-utf7-undeclared', inUtf7(json('enc-utf7-undeclared'))),
  'enc-koi8': () => xmlFile('enc-koi8', declaring('enc-koi8', 'KOI8-U')),
  'enc-nonsense': () => xmlFile('enc-nonsense', declaring('enc-nonsense', 'file:///etc/passwd')),
  'enc-mojibake': () => jsonFile('enc-mojibake', mistaken(json('enc-mojibake'), 'windows-1251')),
  'enc-mojibake-xml': () => xmlFile('enc-mojibake-xml', mistaken(soundXml('enc-mojibake-xml'), 'windows-1251')),
  'enc-mojibake-latin': () => jsonFile('enc-mojibake-latin', mistaken(json('enc-mojibake-latin'), 'latin1')),
  'enc-mojibake-field': () => {
    const note = { text: [`Довідка ${mistaken('відділу освіти', 'windows-1251')}`] };
    return jsonFile('enc-mojibake-field', JSON.stringify(soundDraft('enc-mojibake-field', { note })));
  },
  'enc-1251-as-latin': () => jsonFile('enc-1251-as-latin', inCp1251(json('enc-1251-as-latin')).toString('latin1')),
  'enc-lost': () => jsonFile('enc-lost', json('enc-lost').replaceAll(/[а-яіїєґ]/giu, '?')),
  'enc-replaced': () => jsonFile('enc-replaced', json('enc-replaced').replace('підготовку', 'підгот\uFFFDвку')),
};
