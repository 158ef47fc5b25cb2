import { stem, words } from '../../language/stem.js';
import type { ActName, ActSort } from './act-name.js';
import { actDateAt } from './dates.js';
import { normChainAt } from './norm-chain.js';
import { type Token, tokens } from './tokens.js';

/** An act named in a text: tokens `start` … `end - 1`. `name` undefined: `цього Закону`, an act named before. */
export interface NamedAct {
  readonly is: 'act';
  readonly name: ActName | undefined;
  readonly sort: ActSort;
  readonly start: number;
  readonly end: number;
}

const LAW = /^закон(?:|у|ом|і|ові|а|и|ів|ам|ами|ах)$/u;
const CODE = /^кодекс(?:|у|ом|і|ові|а|и|ів|ам|ами|ах)$/u;
const CONSTITUTION = /^конституці(?:я|ї|ю|єю)$/u;
const TREATY = /^(?:харті(?:я|ї|ю|єю)|конвенці(?:я|ї|ю|єю))$/u;
const BYLAW =
  /^(?:постанов(?:а|и|і|у|ою|ам|ами|ах)?|указ(?:|у|ом|і|и|ів)|розпорядженн(?:я|і|ю|ям|ями|ях)|розпоряджень|наказ(?:|у|ом|і|и|ів)|рішенн(?:я|і|ю|ям|ями|ях)|рішень)$/u;
const ADJECTIVE = /(?:ого|ому|ий|им|ої|ій|ою|ська|ську)$/u;
const POINTING = /^(?:цього|цей|цим|цьому|того|тим|зазначен|вказан|даного|даним|вищезазначен|вищевказан|ж$|же$)/u;
/** Words with which the stating part goes on after an act's name that no quotes close. */
const GOES_ON =
  /^(?:з|із|зі|керуючись|керуючися|враховуючи|розглянувши|заслухавши|беручи|виконавчий|виконком|міська|міський|щодо|для|на|у|в|за|відповідно|згідно|який|яка|яким|якою)$/u;

/** Codes that are commonly cited by their initials. */
const CODE_INITIALS: Readonly<Record<string, string>> = {
  кзпп: 'кодекс законів про працю',
  купап: 'кодекс про адміністративні правопорушення',
  бк: 'бюджетний кодекс',
  бку: 'бюджетний кодекс',
  гк: 'господарський кодекс',
  гку: 'господарський кодекс',
  жк: 'житловий кодекс',
  зк: 'земельний кодекс',
  зку: 'земельний кодекс',
  пк: 'податковий кодекс',
  пку: 'податковий кодекс',
  ск: 'сімейний кодекс',
  ску: 'сімейний кодекс',
  цк: 'цивільний кодекс',
  цку: 'цивільний кодекс',
};
const ISSUER_INITIALS: Readonly<Record<string, string>> = {
  кму: 'кабінету міністрів',
  кабмін: 'кабінету міністрів',
  кабміну: 'кабінету міністрів',
  вру: 'верховної ради',
};
/** Initials with an ending of their own: `КЗпПУ`, `КУпАПу`. */
const INITIALS_WITH_ENDING = /^(кзпп|купап)\p{L}{0,2}$/u;
/** Words of a name between `постанова` and its date: a name any longer is no citation. */
const LONGEST_ISSUER = 14;

/** Reads the name of an act whose chief word (`Закону`, `кодексу`, `постанови`) is token `at`; adjectives before it may begin at token `from`. */
export function namedActAt(text: string, all: readonly Token[], at: number, from = at): NamedAct | undefined {
  const token = all[at];
  if (token?.is !== 'word') return undefined;
  if (LAW.test(token.text)) return law(text, all, at);
  if (CODE.test(token.text)) return code(text, all, at, from);
  const initials = codeInitials(token);
  if (initials !== undefined) return named(text, all, 'code', at, skipUkraine(all, at + 1), { stems: words(initials).map(stem) });
  if (CONSTITUTION.test(token.text)) return named(text, all, 'constitution', at, skipUkraine(all, at + 1), { stems: ['конституція'] });
  if (TREATY.test(token.text)) return treaty(text, all, at, from);
  if (BYLAW.test(token.text)) return bylaw(text, all, at);
  return undefined;
}

/** A further law of a list `Законів України «…» та «…»`, whose title opens at token `at`. */
export function furtherLawAt(text: string, all: readonly Token[], at: number): NamedAct | undefined {
  const title = titleAt(all, at);
  return title?.title.startsWith('про ') ? named(text, all, 'law', at, title.next, { title: title.title }) : undefined;
}

function named(
  text: string,
  all: readonly Token[],
  sort: ActSort,
  start: number,
  end: number,
  facts: {
    readonly title?: string | undefined;
    readonly number?: string | undefined;
    readonly date?: string | undefined;
    readonly stems?: readonly string[];
  },
): NamedAct {
  const shown = text.slice(all[start]?.start, all[end - 1]?.end).replaceAll(/\s+/gu, ' ');
  return { is: 'act', name: { sort, stems: [], ...facts, text: shown }, sort, start, end };
}

function law(text: string, all: readonly Token[], at: number): NamedAct {
  const details = detailsAt(all, skipUkraine(all, at + 1));
  if (details.title !== undefined || details.number !== undefined || details.date !== undefined)
    return named(text, all, 'law', at, details.next, details);
  if (all[details.next]?.text !== 'про') return { is: 'act', name: undefined, sort: 'law', start: at, end: details.next };
  const end = unquotedEnd(all, details.next);
  return named(text, all, 'law', at, end, { title: plainWords(all.slice(details.next, end)) });
}

function code(text: string, all: readonly Token[], at: number, from: number): NamedAct {
  const start = adjectivesBefore(all, at, from);
  if (start < at) return named(text, all, 'code', start, skipUkraine(all, at + 1), { stems: nameStems(all.slice(start, at + 1)) });
  const afterCountry = skipUkraine(all, at + 1);
  const end = all[afterCountry]?.is === 'word' ? unquotedEnd(all, afterCountry) : afterCountry;
  if (end === afterCountry) return { is: 'act', name: undefined, sort: 'code', start: at, end: afterCountry };
  return named(text, all, 'code', at, end, { stems: nameStems(all.slice(at, end)) });
}

function codeInitials(token: Token): string | undefined {
  if (/^\p{Ll}/u.test(token.raw)) return undefined;
  return CODE_INITIALS[INITIALS_WITH_ENDING.exec(token.text)?.[1] ?? (token.raw === token.raw.toUpperCase() ? token.text : '')];
}

function treaty(text: string, all: readonly Token[], at: number, from: number): NamedAct {
  const start = adjectivesBefore(all, at, from);
  const end = unquotedEnd(all, at + 1);
  return named(text, all, 'treaty', start, end, { stems: nameStems(all.slice(start, end)) });
}

/** The words of a title, by which titles are compared: signs and capitals do not count. */
export function titleKey(title: string): string {
  return plainWords(tokens(title));
}

/** A by-law is cited by number, date or title; the bare word (`на виконання рішення ради`) cites nothing. */
function bylaw(text: string, all: readonly Token[], at: number): NamedAct | undefined {
  for (let next = at + 1; next <= at + LONGEST_ISSUER; next++) {
    const token = all[next];
    const details = detailsAt(all, next);
    if (details.next > next) {
      if (details.number === undefined && details.date === undefined && details.title === undefined) return undefined;
      const issuer = all.slice(at, next).map((word) => ISSUER_INITIALS[word.text] ?? word.text);
      return named(text, all, 'bylaw', at, details.next, { ...details, stems: words(issuer.join(' ')).map(stem).filter(isTelling) });
    }
    if (token?.is !== 'word' || LAW.test(token.text) || CODE.test(token.text) || normChainAt(all, next) !== undefined) return undefined;
  }
  return undefined;
}

interface Details {
  readonly title?: string | undefined;
  readonly number?: string | undefined;
  readonly date?: string | undefined;
  readonly next: number;
}

/** Date, number and quoted title in any order. */
function detailsAt(all: readonly Token[], at: number): Details {
  let found: Details = { next: at };
  for (;;) {
    const { next } = found;
    const token = all[next];
    const date = actDateAt(all, token?.text === 'від' ? next + 1 : next);
    const title = titleAt(all, next);
    if (date !== undefined && found.date === undefined && token?.text === 'від') found = { ...found, date: date.date, next: date.next };
    else if (token?.text === '№' && found.number === undefined) found = { ...found, ...numberAfter(all, next + 1) };
    else if (title !== undefined && found.title === undefined) found = { ...found, title: title.title, next: title.next };
    else return found;
  }
}

/** `280/97-ВР`, `3005-IX`, `27-р`: everything joined without a space. */
function numberAfter(all: readonly Token[], at: number): { readonly number: string; readonly next: number } {
  let next = at + 1;
  let number = all[at]?.text ?? '';
  while (all[next] !== undefined && all[next]?.start === all[next - 1]?.end && isOfNumber(all, next)) {
    number += all[next]?.text;
    next += 1;
  }
  return { number, next };
}

function isOfNumber(all: readonly Token[], at: number): boolean {
  const token = all[at];
  if (token?.is === 'word' || token?.is === 'number') return true;
  const joins = token?.text === '-' || token?.text === '/' || token?.text === '–';
  return joins && all[at + 1]?.start === token?.end && (all[at + 1]?.is === 'word' || all[at + 1]?.is === 'number');
}

/** A title in quotes that opens at token `at`, quotes within it included. */
function titleAt(all: readonly Token[], at: number): { readonly title: string; readonly next: number } | undefined {
  if (all[at]?.is !== 'open') return undefined;
  let depth = 0;
  for (let next = at; next < all.length; next++) {
    const is = all[next]?.is;
    if (is === 'open') depth += 1;
    if (is === 'close') depth -= 1;
    if (depth === 0) return { title: plainWords(all.slice(at, next)), next: next + 1 };
  }
  return undefined;
}

function plainWords(title: readonly Token[]): string {
  return title
    .filter((token) => token.is === 'word' || token.is === 'number')
    .map((token) => token.text)
    .join(' ');
}

/** Where a name that no quotes close ends: at a sign, after its `України`, or where the sentence plainly goes on. */
function unquotedEnd(all: readonly Token[], at: number): number {
  let next = at;
  for (; next < all.length; next++) {
    const token = all[next];
    if (token?.is !== 'word' && token?.is !== 'number' && token?.text !== '-') break;
    if (normChainAt(all, next) !== undefined) break;
    if (next > at && GOES_ON.test(token.text)) {
      const before = all[next - 1]?.text;
      if (before === 'україни' || !/^(?:з|із|у|в|на)$/u.test(token.text)) break;
    }
    if (/^(?:та|і|й)$/u.test(token.text) && beginsSomethingElse(all, next + 1)) break;
    if (next > at && token.text === 'україни' && all[next + 1]?.text !== 'про') return next + 1;
  }
  return next;
}

function beginsSomethingElse(all: readonly Token[], at: number): boolean {
  const token = all[at];
  if (token === undefined || normChainAt(all, at) !== undefined || GOES_ON.test(token.text) || isChiefWord(token)) return true;
  return isAdjective(token) && CODE.test(all[at + 1]?.text ?? '');
}

function isChiefWord({ text }: Token): boolean {
  return [LAW, CODE, CONSTITUTION, TREATY, BYLAW].some((word) => word.test(text));
}

/** First of at most three adjectives before token `at`: `Кримінального процесуального кодексу`. */
function adjectivesBefore(all: readonly Token[], at: number, from: number): number {
  let start = at;
  while (at - start < 3 && start > from && isAdjective(all[start - 1])) start -= 1;
  return start;
}

function isAdjective(token: Token | undefined): boolean {
  return token?.is === 'word' && token.text.length > 4 && ADJECTIVE.test(token.text) && !POINTING.test(token.text);
}

function skipUkraine(all: readonly Token[], at: number): number {
  return all[at]?.text === 'україни' ? at + 1 : at;
}

function nameStems(name: readonly Token[]): string[] {
  return words(name.map((token) => token.text).join(' '))
    .map(stem)
    .filter(isTelling);
}

/** The country's name is put or left out at will. */
function isTelling(stemOfWord: string): boolean {
  return stemOfWord !== UKRAINE;
}

const UKRAINE = stem('україни');
