import { describe, expect, it } from 'vitest';
import { isSameAct } from '../../../pipeline/clauses/references/act-name.js';
import { type Norm, normKey, normText } from '../../../pipeline/clauses/references/norm.js';
import { actNamed, citationsIn, normsNamed } from '../../../pipeline/clauses/references/references.js';
import { seeded } from '../seeded.js';
import { PHRASES } from './phrases.js';

/** What a text cites of the acts that a phrase expects, and under `?` of any other. */
function cited(text: string, names: readonly string[]): string[][] {
  const acts = new Map<string, string[]>();
  for (const { act, norms } of citationsIn(text)) {
    const name = names.find((expected) => act !== undefined && isSameAct(actNamed(expected), act)) ?? `? ${act?.text}`;
    acts.set(name, [...(acts.get(name) ?? []), ...norms.map(normText)]);
  }
  return [...acts].map(([name, norms]) => [name, ...norms]);
}

describe('references in a stating part', () => {
  it.each(PHRASES)('reads: $text', ({ text, cites }) => {
    expect(
      cited(
        text,
        cites.map(([name]) => name),
      ),
    ).toEqual(cites);
  });
});

describe('names of acts', () => {
  it.each([
    ['Закон України «Про місцеве самоврядування в Україні»', 'Закону України "Про місцеве самоврядування в Україні"'],
    ['Закон України «Про місцеве самоврядування в Україні»', 'Законом України „Про\u00A0місцеве самоврядування в Україні“'],
    [
      'Закон України «Про місцеве самоврядування в Україні»',
      'Закону України від 21.05.1997 № 280/97-ВР «Про місцеве самоврядування в Україні»',
    ],
    ['Закон України "Про обʼєднання громадян"', "Закону України «Про об'єднання громадян»"],
    ['Земельний кодекс України', 'Земельним кодексом'],
    ['Кодекс законів про працю України', 'КЗпП України'],
    ['Постанова КМУ від 01.01.2020 № 5', 'постановою Кабінету Міністрів України № 5 від 1 січня 2020 р.'],
    ['Постанова КМУ від 01.01.2020 № 5 «Про питання»', 'постанови Кабінету Міністрів України від 01.01.2020 № 5'],
    ['Конституція України', 'Конституції'],
  ])('takes «%s» and «%s» for one act', (one, other) => {
    expect(isSameAct(actNamed(one), actNamed(other))).toBe(true);
    expect(isSameAct(actNamed(other), actNamed(one))).toBe(true);
  });

  it.each([
    ['Закон України «Про освіту»', 'Закон України «Про вищу освіту»'],
    ['Земельний кодекс України', 'Лісовий кодекс України'],
    ['Постанова КМУ від 01.01.2020 № 5', 'Постанова КМУ від 01.01.2021 № 5'],
    ['Постанова КМУ від 01.01.2020 № 5', 'Наказ Мінʼюсту від 01.01.2020 № 5/5'],
    ['Постанова Кабінету Міністрів України', 'Постанова Кабінету Міністрів України від 01.01.2020 № 5'],
    ['Конституція України', 'Закон України «Про Конституційний Суд України»'],
  ])('tells «%s» from «%s»', (one, other) => {
    expect(isSameAct(actNamed(one), actNamed(other))).toBe(false);
  });
});

describe('a norm of a basis', () => {
  it.each(['', 'стаття', 'ст. 5 та інші', 'див. ст. 5', 'частина', 'ст.', 'ст. 5 Закону', '59'])('is not read from «%s»', (text) => {
    expect(normsNamed(text)).toEqual([]);
  });
});

const LETTERS = 'абвгґдеєжз';
const WRITTEN: Readonly<Record<string, readonly [short: string, full: string]>> = {
  article: ['ст.', 'статті'],
  part: ['ч.', 'частини'],
  point: ['п.', 'пункту'],
  subpoint: ['пп.', 'підпункту'],
  paragraph: ['абз.', 'абзацу'],
};

function randomNorm(random: (below: number) => number): Norm {
  const has = (): boolean => random(2) === 0;
  const point = has() ? (has() ? (LETTERS[random(LETTERS.length)] ?? 'а') : String(1 + random(40))) : undefined;
  return {
    article: `${1 + random(200)}${random(5) === 0 ? `-1` : ''}`,
    ...(has() ? { part: String(1 + random(12)) } : {}),
    ...(point === undefined ? {} : { point }),
    ...(point !== undefined && has() ? { subpoint: String(1 + random(20)) } : {}),
    ...(has() ? { paragraph: String(1 + random(6)) } : {}),
  };
}

/** A norm written in one of the ways people write it. */
function written(norm: Norm, random: (below: number) => number): string {
  const units = Object.entries(norm);
  const ordered = random(2) === 0 ? units : [...units].reverse();
  const form = random(2);
  const space = [' ', '\u00A0', form === 0 ? '' : ' '][random(3)] ?? ' ';
  const quotes = ['«»', '""', '„“', '“”'][random(4)] ?? '«»';
  const letter = (value: string): string => (/^\p{L}$/u.test(value) ? `${quotes[0]}${value}${quotes[1]}` : value);
  return ordered.map(([unit, value]) => `${WRITTEN[unit]?.[form]}${space}${letter(value ?? '')}`).join(' ');
}

describe('any reference', () => {
  it('is read the same in both word orders, in full and short words, with any space and any quotes', () => {
    const random = seeded(20210119);
    for (let round = 0; round < 3000; round++) {
      const norm = randomNorm(random);
      const text = written(norm, random);
      expect(normsNamed(text).map(normKey), text).toEqual([normKey(norm)]);
      expect(normsNamed(normText(norm)).map(normKey), normText(norm)).toEqual([normKey(norm)]);
    }
  });

  it('is found in a sentence with its act, whatever stands around it', () => {
    const random = seeded(59);
    const openings = [
      'З метою впорядкування',
      'Розглянувши звернення від 01.02.2021 № 7,',
      'На виконання доручення',
      'Враховуючи потреби громади',
    ];
    for (let round = 0; round < 1000; round++) {
      const norms = Array.from({ length: 1 + random(4) }, () => randomNorm(random));
      // Written small unit first each reference is closed by its own article, so that a comma cannot join two of them.
      const list = norms.map((norm) => normText(norm)).join(random(2) === 0 ? ', ' : ' та ');
      const text = `${openings[random(openings.length)]} відповідно до ${list} Закону України «Про освіту», з урахуванням пропозицій`;
      const found = citationsIn(text);
      expect(
        found.flatMap(({ norms: read }) => read.map(normKey)),
        text,
      ).toEqual(norms.map(normKey));
      expect(
        found.every(({ act }) => act?.title === 'про освіту'),
        text,
      ).toBe(true);
    }
  });

  it('never fails on words in any order', () => {
    const random = seeded(7);
    const pieces = [
      'ст.',
      'ч.',
      'п.',
      'пп.',
      'статті',
      'частини',
      '5',
      '59-1',
      '«а»',
      ',',
      'та',
      '—',
      '-',
      '«',
      '»',
      '"',
      '(',
      ')',
      'Закону',
      'України',
    ];
    const more = [
      '«Про освіту»',
      'кодексу',
      'Земельного',
      'постанови',
      'КМУ',
      '№',
      'від',
      '01.01.2020',
      'цього',
      'шостої',
      '.',
      ';',
      '¹',
      'розділу',
      'IV',
    ];
    const all = [...pieces, ...more];
    for (let round = 0; round < 5000; round++) {
      const text = Array.from({ length: random(25) }, () => all[random(all.length)]).join(random(4) === 0 ? '' : ' ');
      expect(() => citationsIn(text), text).not.toThrow();
      expect(() => isSameAct(actNamed(text), actNamed(text)), text).not.toThrow();
    }
  });
});
