import { INDIVISIBLE, IRREGULAR } from './irregular.js';

const APOSTROPHES = /['ʼ’‘`´ʹʻ′＇]/gu;
const APOSTROPHE = 'ʼ';
/** In lower case; `ʼ` itself is a modifier letter and no part of a word but between its letters. */
const WORD = /[\p{Ll}\p{Lo}\p{N}]+(?:[ʼ-][\p{Ll}\p{Lo}\p{N}]+)*/gu;

const LATIN_ALIKE: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  ï: 'ї',
};
const ROMAN_ALIKE: Readonly<Record<string, string>> = { і: 'i', х: 'x', с: 'c', м: 'm', ѵ: 'v' };

/**
 * The words of a text, lower-case, in order: every apostrophe is `ʼ`, every hyphen `-`, a hyphenated word is one word, digits are words,
 * stress marks and soft hyphens are gone. Letters of the other script that look alike are read as the writer meant them (`VІІІ`, `рaда`).
 */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\u0300|\u0301|[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replaceAll(/[\u2010\u2011]/gu, '-')
    .replaceAll(APOSTROPHES, APOSTROPHE);
  return Array.from(plain.matchAll(WORD), ([word]) => inOneScript(word));
}

/** Reads a word written partly with letters of the other script; a Roman numeral becomes wholly Latin, anything else wholly Cyrillic. */
function inOneScript(word: string): string {
  const latin = /[a-zï]/u.test(word);
  if (/^[ivxlcdmіхсм]+$/u.test(word) && (latin || /^[іх]{2,}$/u.test(word)))
    return word.replaceAll(/[іхсм]/gu, (letter) => ROMAN_ALIKE[letter] ?? letter);
  if (!latin || !/[а-яґєії]/u.test(word)) return word;
  const read = word.replaceAll(/[a-zï]/gu, (letter) => LATIN_ALIKE[letter] ?? letter);
  return /[a-z]/u.test(read) ? word : read;
}

/** What an index keeps of a text: the stem of each word, of a hyphenated word the whole and its parts. Plain letters and digits, `-` within. */
export function searchTokens(text: string): string[] {
  return words(text).flatMap((word) => (word.includes('-') ? [stem(word), ...word.split('-').map(stem)] : [stem(word)]));
}

/** What must all be among the `searchTokens` of a text for it to answer a query; each token once, in order. */
export function queryTokens(query: string): string[] {
  return [...new Set(words(query).flatMap((word) => (word.includes('-') && !/\d/u.test(word) ? word.split('-').map(stem) : [stem(word)])))];
}

const CONSONANT = '[бвгґджзклмнпрстфхцчшщ]';
const VOWEL = '[аеєиіїоуюя]';
const ENDINGS = [
  ...['ього', 'ьому', 'ьої', 'ьою', 'ого', 'ому', 'ими', 'іми', 'їми', 'ою', 'ої', 'ий', 'ій', 'їй', 'ім', 'їм', 'им', 'их', 'іх', 'їх'],
  ...['ами', 'ями', 'ьми', 'ах', 'ях', 'ам', 'ям', 'ом', 'ем', 'єм', 'ею', 'єю', 'ей', 'ів', 'їв'],
  ...['а', 'я', 'о', 'е', 'є', 'у', 'ю', 'и', 'і', 'ї', 'й', 'ь'],
].join('|');

const HAS_VOWEL = new RegExp(VOWEL, 'u');
const ENDING = new RegExp(`(?:${ENDINGS})$`, 'u');
const LAST_VOWELS = new RegExp(`(?:${VOWEL}|[ьй])+$`, 'u');
const REFLEXIVE = new RegExp(`(?<=${VOWEL}|[втш])(?:ся|сь)$|(?<=${VOWEL})ться$`, 'u');
const VERB = /[ую]ва(?:ти|в|ла|ло|ли|вши)$|[уюая](?:ють|є|ємо|ючи)$/u;
/** Nouns in `-ія`: their consonant never alternates and `ій` is their genitive plural. */
const IA = /(?<=[цсз])і(?:я|ї|ю|й|є|єю|єм|єві|їв|ям|ями|ях)$/u;
/** Dative `-ові`, genitive `-ів` and adjectives in `-овий`, which nothing but a dictionary tells apart: `порядкові`. */
const OV = /[оеєії]в$/u;
/** One of a people or a place: `громадянин`, `громадяни`. */
const ONE_OF = /(?<=[ая]н)ин$/u;
/** Never declined: `радіо`, `відео`. */
const UNDECLINED = /[іе]о$/u;
const UNDIVIDED = new RegExp(`^(${INDIVISIBLE.join('|')})(?:${ENDINGS}|ові|еві|єві)?$`, 'u');

/** What changes inside a stem from form to form, made even. */
const ALTERNATIONS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(${CONSONANT})\\1$`, 'u'), '$1'],
  [new RegExp(`(?<=${VOWEL}.*)іст$`, 'u'), 'ост'],
  [new RegExp(`(?<=${VOWEL}.*${CONSONANT})ь?[оеі](?=${CONSONANT}$)`, 'u'), ''],
  [new RegExp(`^(${CONSONANT}+)і(?=${CONSONANT}$)`, 'u'), '$1о'],
  [/ждн$/u, 'жн'],
  [new RegExp(`(?<![сц])ь(?=${CONSONANT}$)`, 'u'), ''],
  [/ц$/u, 'к'],
  [/з$/u, 'г'],
  [/с$/u, 'х'],
];

/**
 * The common part of a Ukrainian word's forms: equal for all cases and both numbers of a noun or adjective and for the forms of most verbs
 * in `-увати`, alternations of vowels and consonants included (`рік`, `року`; `книга`, `книзі`; `ділянка`, `ділянок`). Not itself a word.
 * Takes one of `words`; one that is not Ukrainian comes back as it is.
 */
export function stem(word: string): string {
  let known = STEMS.get(word);
  if (known === undefined) {
    known = stemOf(word);
    if (STEMS.size >= MOST_STEMS) STEMS.clear();
    STEMS.set(word, known);
  }
  return known;
}

/** Acts say the same words over and over. */
const STEMS = new Map<string, string>();
const MOST_STEMS = 20_000;

function stemOf(word: string): string {
  if (!/[а-яґєії]/u.test(word)) return word;
  const plain = word.replaceAll(APOSTROPHE, '');
  const irregular = IRREGULAR.get(plain);
  if (irregular !== undefined || plain.length < 2) return irregular ?? plain;
  const rest = UNDIVIDED.exec(plain)?.[1] ?? bared(plain);
  return ALTERNATIONS.reduce((text, [pattern, even]) => text.replace(pattern, even), rest);
}

/** A word without its endings, as long as something with a vowel is left. */
function bared(word: string): string {
  if (UNDECLINED.test(word)) return word;
  const active = without(word, REFLEXIVE);
  const verb = without(active, VERB);
  if (verb !== active) return verb;
  const name = active.replace(IA, 'і');
  if (name !== active) return name;
  return without(without(without(without(without(active, ENDING), LAST_VOWELS), OV), LAST_VOWELS), ONE_OF);
}

function without(word: string, ending: RegExp): string {
  const rest = word.replace(ending, '');
  return rest.length >= 2 && HAS_VOWEL.test(rest) ? rest : word;
}
