import { describe, expect, it } from 'vitest';
import { readJson } from '../../pipeline/intake/read-json.js';
import { LIMITS as BOUNDS } from './sample.js';

/** Each is judged by the engine's own parser: nothing here says which are JSON. */
const VALUES: readonly string[] = [
  '1',
  '-0',
  '-01',
  '01',
  '1.',
  '.5',
  '+1',
  '1e5',
  '1E+5',
  '1e',
  '1e400',
  '-',
  '0x10',
  '1_000',
  'NaN',
  'Infinity',
  '-Infinity',
  'true',
  'True',
  'tru',
  'truex',
  'null',
  'undefined',
  "'a'",
  '"a"',
  '"a',
  '"\\x"',
  '"\\u12"',
  '"\\u00e9"',
  '"\\ud800"',
  '"\\/"',
  '"\\\n"',
  '"a\tb"',
  '"a\nb"',
  '"a\u0000b"',
  '"a\u007Fb"',
  '"\u2028"',
  '[1,]',
  '[,1]',
  '[1 2]',
  '[1,2]',
  '[]',
  '[',
  '{}',
  '{,}',
  '{"a":1,}',
  '{"a" 1}',
  '{"a":}',
  '{a:1}',
  '{"a":1 "b":2}',
  '// примітка\n1',
  '1 /* примітка */',
  '# x\n1',
  '\u00A01',
  '\u000B1',
  '1\u2003',
  '\r\n\t 1',
  '1]',
  '1}',
  '1,',
  '1 2',
];

const wrapped = VALUES.map((value) => `{"x":${value}}`);
const whole = [...wrapped, '{} {}', '{}x', '{},', '{}\n', ' {}', '[{}]', '"a"', '{"a":1}{"b":2}', '\uFEFF{}', '{}\u0000'];

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

describe('reading JSON', () => {
  it('is as strict as the engine', () => {
    expect(whole.filter((text) => readJson(text, BOUNDS).readable !== isJsonObject(text))).toEqual([]);
    expect(whole.filter(isJsonObject).length).toBeGreaterThan(15);
  });

  it('is as strict as the engine on a draft cut or altered at random places', () => {
    const sound = JSON.stringify({ kind: 'decision', title: 'а"б\\в\n', points: [{ n: '1', due: null }, -1.5e3, true, [[]]] }, null, 1);
    const pieces = ['', '{', '}', '[', ']', ',', ':', '"', '\\', '\n', ' ', '/', '//', '/*', '0', '-', '.', 'e', 'null', "'", '\u0001'];
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const texts = Array.from({ length: 5000 }, () => {
      const at = random(sound.length);
      return sound.slice(0, at) + pieces[random(pieces.length)] + sound.slice(at + random(3));
    });
    expect(texts.filter((text) => readJson(text, BOUNDS).readable !== isJsonObject(text))).toEqual([]);
    expect(texts.filter(isJsonObject).length).toBeGreaterThan(300);
  });

  it('calls a draft that merely breaks off broken, wherever it is cut', () => {
    const sound = JSON.stringify(
      { kind: 'decision', title: 'а "б" \\ в', delegated: true, n: -1.5e3, x: null, body: [{ type: 'list', items: [[]] }] },
      null,
      1,
    );
    expect(readJson(sound, BOUNDS).readable).toBe(true);
    for (let end = 0; end < sound.length; end += 1) {
      expect(readJson(sound.slice(0, end), BOUNDS), sound.slice(0, end)).toMatchObject({
        readable: false,
        broken: true,
        flaw: { rule: 'T-broken-off' },
      });
    }
  });

  it('calls a mistake in the middle wrong, not broken off, even where the end is missing too', () => {
    for (const text of ['{"a":1,}', '{"a" 1, "b": [', '{"a":"б\nв", "c": {']) {
      expect(readJson(text, BOUNDS), text).toMatchObject({ readable: false, broken: false });
    }
  });

  it('names every key that is there twice, by its place', () => {
    const text = '{"kind":"decision",\n "title":"а",\n "title":"б", "operative":[{"n":"1"},{"n":"2",\n"n":"3"}]}';
    const result = readJson(text, BOUNDS);
    if (!result.readable) throw new Error(result.flaw.message);
    expect(result.flaws.map(({ rule, pointer, at }) => [rule, pointer, text.slice(at ?? 0, (at ?? 0) + 3)])).toEqual([
      ['T-duplicate', '/title', '"ti'],
      ['T-duplicate', '/operative/1/n', '"n"'],
    ]);
  });

  it('refuses nesting past the limit without exhausting the stack', () => {
    expect(readJson('['.repeat(1_000_000), BOUNDS)).toMatchObject({ flaw: { rule: 'T-depth', at: 40 } });
    expect(readJson(`{"a":${'['.repeat(39)}${']'.repeat(39)}}`, BOUNDS).readable).toBe(true);
  });
});
