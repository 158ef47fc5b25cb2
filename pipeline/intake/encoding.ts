import { isUtf8 } from 'node:buffer';
import { type Unreadable, unreadable } from './raw.js';

export type Decoding = { readonly readable: true; readonly text: string } | Unreadable;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

const SAVE_AS_UTF8 = 'Збережіть файл у кодуванні UTF-8 і подайте його ще раз.';

/** UTF-32 by its mark, which begins or ends like that of UTF-16: it is never taken for that, nor its zeros for room not yet written. */
export function isUtf32(bytes: Buffer): boolean {
  const mark = bytes.toString('hex', 0, 4);
  return mark === 'fffe0000' || mark === '0000feff';
}

export function refusedUtf32(): Unreadable {
  return unreadable({
    rule: 'T-encoding',
    at: 0,
    message: 'Файл записано в UTF-32, а це кодування не приймається',
    expected: 'UTF-8, UTF-16 або windows-1251',
    hint: SAVE_AS_UTF8,
  });
}

/** Text of a JSON file: UTF-8, or UTF-16 with its byte order mark (RFC 8259 knows no other sign of an encoding). */
export function decodeJson(bytes: Buffer): Decoding {
  return decode(bytes, markOf(bytes) ?? 'utf-8');
}

/**
 * Text of an XML file: UTF-8 unless a byte order mark or the XML declaration says UTF-16, or the declaration windows-1251; the two must not
 * disagree. Nothing is guessed.
 */
export function decodeXml(bytes: Buffer): Decoding {
  const mark = markOf(bytes);
  const family = mark ?? wideWithoutMark(bytes);
  const head = family?.startsWith('utf-16') ? new TextDecoder(family).decode(bytes.subarray(0, 400)) : bytes.toString('latin1', 0, 200);
  const declared = /^(?:\uFEFF|\u00EF\u00BB\u00BF)?<\?xml[ \t\r\n][^>]*?encoding[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["']/.exec(head)?.[1];
  if (declared === undefined) {
    if (family !== undefined && mark === undefined) return undeclared();
    return decode(bytes, family ?? 'utf-8');
  }
  const encoding = encodingNamed(declared, family);
  if (encoding === undefined) {
    return unreadable({
      rule: 'T-encoding',
      at: 0,
      message: `Файл оголошує кодування «${declared.slice(0, 40)}», яке не приймається або не відповідає його вмісту`,
      expected: 'UTF-8, UTF-16 або windows-1251',
      hint: SAVE_AS_UTF8,
    });
  }
  return decode(bytes, encoding);
}

function encodingNamed(name: string, family: Encoding | undefined): Encoding | undefined {
  const wide = family?.startsWith('utf-16') ? family : undefined;
  switch (name.toLowerCase()) {
    case 'utf-8':
    case 'utf8':
      return wide ? undefined : 'utf-8';
    case 'windows-1251':
      return family ? undefined : 'windows-1251';
    case 'utf-16':
      return wide;
    case 'utf-16le':
    case 'utf-16be':
      return wide === name.toLowerCase() ? wide : undefined;
    default:
      return undefined;
  }
}

function markOf(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** `<?` in UTF-16 without a mark: then the declaration must say so (XML 1.0, appendix F). */
function wideWithoutMark(bytes: Buffer): Encoding | undefined {
  const start = bytes.toString('hex', 0, 4);
  if (start === '3c003f00') return 'utf-16le';
  if (start === '003c003f') return 'utf-16be';
  return undefined;
}

function undeclared(): Unreadable {
  return unreadable({
    rule: 'T-encoding',
    at: 0,
    message: 'Файл записано в UTF-16, але цього не оголошено',
    expected: 'UTF-8, або кодування, оголошене на початку файлу',
    hint: SAVE_AS_UTF8,
  });
}

function decode(bytes: Buffer, encoding: Encoding): Decoding {
  const bad = encoding === 'utf-8' ? invalidUtf8At(bytes) : encoding === 'windows-1251' ? bytes.indexOf(0x98) : -1;
  if (bad < 0) {
    try {
      return { readable: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  // A character cut in two at the very end is a file still being copied, not a wrong encoding.
  const broken = encoding === 'utf-8' ? bad >= bytes.length - 3 : encoding !== 'windows-1251' && bytes.length % 2 === 1;
  return unreadable(
    {
      rule: broken ? 'T-broken-off' : 'T-encoding',
      at: null,
      message: broken
        ? 'Файл обривається посеред знака'
        : `Файл містить байти, яких немає в кодуванні ${encoding.toUpperCase()}${lineOf(bytes, bad)}`,
      expected: 'текст у кодуванні UTF-8 (UTF-16 або windows-1251 — лише якщо файл це оголошує)',
      hint: SAVE_AS_UTF8,
    },
    broken,
  );
}

function lineOf(bytes: Buffer, at: number): string {
  return at < 0 ? '' : `, рядок ${bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1}`;
}

/** Offset of the first byte that begins no UTF-8 character, -1 if there is none. */
function invalidUtf8At(bytes: Buffer): number {
  if (isUtf8(bytes)) return -1;
  let sound = 0;
  let end = bytes.length;
  while (end - sound > 4) {
    let middle = sound + Math.floor((end - sound) / 2);
    while (middle > sound && ((bytes[middle] ?? 0) & 0xc0) === 0x80) middle -= 1;
    if (middle === sound) break;
    if (isUtf8(bytes.subarray(sound, middle))) sound = middle;
    else end = middle;
  }
  for (let next = sound + 1; next <= end; next += 1) if (isUtf8(bytes.subarray(sound, next))) sound = next;
  return sound;
}
