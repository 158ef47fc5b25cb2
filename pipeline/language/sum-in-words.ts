import { cardinal } from './cardinal.js';
import { nounFor } from './counted.js';

/** A sum of so many kopiikas as contracts write it: `Сто дванадцять тисяч гривень 50 копійок`. */
export function sumInWords(kopiikas: bigint): string {
  const [hryvnias, rest] = [kopiikas / 100n, Number(kopiikas % 100n)];
  const noun = nounFor(Number(hryvnias % 100n), 'гривня', 'гривні', 'гривень');
  const words = `${cardinal(hryvnias, 'feminine')} ${noun} ${String(rest).padStart(2, '0')} ${nounFor(rest, 'копійка', 'копійки', 'копійок')}`;
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/**
 * Whether words say a sum of so many kopiikas. Kopiikas may be in figures, in words or left out where there are none; nouns may be cut (`грн`, `коп.`) or, of
 * hryvnias, left out; capitals, apostrophes, hyphens, brackets and what is said of taxes after the sum do not count.
 */
export function saysSum(words: string, kopiikas: bigint): boolean {
  const tokens = tokensOf(words);
  const afterHryvnias = tokens.findIndex((token) => HRYVNIAS.test(token)) + 1;
  const tail = tokens.slice(afterHryvnias);
  const kopiikaNoun = tail.findIndex((token) => KOPIIKAS.test(token));
  const said = kopiikaNoun < 0 ? [] : tail.slice(0, kopiikaNoun);
  const rest = tail.slice(kopiikaNoun + 1);
  if (rest.length > 0 && !(kopiikaNoun < 0 && afterHryvnias === 0) && !ADDITION.test(rest[0] ?? '')) return false;
  if (afterHryvnias > 0)
    return saysNumber(tokens.slice(0, afterHryvnias - 1), kopiikas / 100n) && saysKopiikas(said, kopiikas % 100n, kopiikaNoun >= 0);
  if (kopiikaNoun < 0) return kopiikas % 100n === 0n && saysNumber(tokens, kopiikas / 100n);
  // «сто двадцять, 50 коп.» and «пʼятдесят копійок»: figures before the noun are kopiikas beside whole hryvnias, words are all there is.
  const last = said.at(-1) ?? '';
  if (/^\d+$/.test(last) && said.length > 1)
    return saysNumber(said.slice(0, -1), kopiikas / 100n) && saysKopiikas([last], kopiikas % 100n, true);
  return kopiikas < 100n && saysKopiikas(said, kopiikas, true);
}

const HRYVNIAS = /^(?:гривн(?:я|і|ю|ею|ям|ями|ях)|гривень|грн)$/u;
const KOPIIKAS = /^(?:копійк(?:а|и|у|ою|ам|ами|ах)|копійок|коп)$/u;
/** What may follow a sum: `без ПДВ`, `у тому числі ПДВ 20 %`, `на місяць`. */
const ADDITION = /^(?:без|з|із|у|в|на|за|разом|крім|включно|включаючи|щомісяця|щороку|пдв)$/u;

function saysKopiikas(tokens: readonly string[], kopiikas: bigint, isNamed: boolean): boolean {
  if (!isNamed) return kopiikas === 0n;
  const [only] = tokens;
  if (only !== undefined && tokens.length === 1 && /^\d{1,2}$/.test(only)) return BigInt(only) === kopiikas;
  return saysNumber(tokens, kopiikas);
}

function saysNumber(tokens: readonly string[], number: bigint): boolean {
  return withoutOne(tokens).join(' ') === withoutOne(tokensOf(cardinal(number, 'feminine'))).join(' ');
}

/** «одна тисяча» and «тисяча», «один мільйон» and «мільйон» are one number. */
function withoutOne(tokens: readonly string[]): readonly string[] {
  const [first, second] = tokens;
  return second !== undefined && /^(?:одна|один)$/u.test(first ?? '') && /^(?:тисяча|мільйон|мільярд|трильйон)$/u.test(second)
    ? tokens.slice(1)
    : tokens;
}

function tokensOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('i', 'і')
    .replaceAll(/['’‘`´ʼ]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
}
