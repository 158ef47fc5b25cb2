import { describe, expect, it } from 'vitest';
import { cardinal } from '../../pipeline/language/cardinal.js';
import { dateInWords } from '../../pipeline/language/date-in-words.js';
import { figuresAndWords, fromNumberTo, NOUNS, numberRanges } from '../../pipeline/language/figures-and-words.js';

/** Number; nominative with «справа»; what «внесено» wants; with «аркуш»; neuter in words. */
const NUMBERS: readonly (readonly [number, string, string, string, string])[] = [
  [0, '0 (нуль) справ', '0 (нуль) справ', '0 (нуль) аркушів', 'нуль'],
  [1, '1 (одна) справа', '1 (одну) справу', '1 (один) аркуш', 'одне'],
  [2, '2 (дві) справи', '2 (дві) справи', '2 (два) аркуші', 'два'],
  [5, '5 (пʼять) справ', '5 (пʼять) справ', '5 (пʼять) аркушів', 'пʼять'],
  [11, '11 (одинадцять) справ', '11 (одинадцять) справ', '11 (одинадцять) аркушів', 'одинадцять'],
  [12, '12 (дванадцять) справ', '12 (дванадцять) справ', '12 (дванадцять) аркушів', 'дванадцять'],
  [21, '21 (двадцять одна) справа', '21 (двадцять одну) справу', '21 (двадцять один) аркуш', 'двадцять одне'],
  [22, '22 (двадцять дві) справи', '22 (двадцять дві) справи', '22 (двадцять два) аркуші', 'двадцять два'],
  [40, '40 (сорок) справ', '40 (сорок) справ', '40 (сорок) аркушів', 'сорок'],
  [90, '90 (девʼяносто) справ', '90 (девʼяносто) справ', '90 (девʼяносто) аркушів', 'девʼяносто'],
  [101, '101 (сто одна) справа', '101 (сто одну) справу', '101 (сто один) аркуш', 'сто одне'],
  [111, '111 (сто одинадцять) справ', '111 (сто одинадцять) справ', '111 (сто одинадцять) аркушів', 'сто одинадцять'],
  [112, '112 (сто дванадцять) справ', '112 (сто дванадцять) справ', '112 (сто дванадцять) аркушів', 'сто дванадцять'],
  [200, '200 (двісті) справ', '200 (двісті) справ', '200 (двісті) аркушів', 'двісті'],
  [248, '248 (двісті сорок вісім) справ', '248 (двісті сорок вісім) справ', '248 (двісті сорок вісім) аркушів', 'двісті сорок вісім'],
  [250, '250 (двісті пʼятдесят) справ', '250 (двісті пʼятдесят) справ', '250 (двісті пʼятдесят) аркушів', 'двісті пʼятдесят'],
  [1000, '1000 (одна тисяча) справ', '1000 (одну тисячу) справ', '1000 (одна тисяча) аркушів', 'одна тисяча'],
  [1001, '1001 (одна тисяча одна) справа', '1001 (одну тисячу одну) справу', '1001 (одна тисяча один) аркуш', 'одна тисяча одне'],
  [
    2012,
    '2012 (дві тисячі дванадцять) справ',
    '2012 (дві тисячі дванадцять) справ',
    '2012 (дві тисячі дванадцять) аркушів',
    'дві тисячі дванадцять',
  ],
  [
    9999,
    '9999 (девʼять тисяч девʼятсот девʼяносто девʼять) справ',
    '9999 (девʼять тисяч девʼятсот девʼяносто девʼять) справ',
    '9999 (девʼять тисяч девʼятсот девʼяносто девʼять) аркушів',
    'девʼять тисяч девʼятсот девʼяносто девʼять',
  ],
];

describe('a number in figures and words', () => {
  it.each(NUMBERS)('%i agrees with its noun in gender, number and case', (number, are, entered, sheets, neuter) => {
    expect(figuresAndWords(number, NOUNS.case)).toBe(are);
    expect(figuresAndWords(number, NOUNS.case, 'accusative')).toBe(entered);
    expect(figuresAndWords(number, NOUNS.sheet)).toBe(sheets);
    expect(figuresAndWords(number, NOUNS.sheet, 'accusative').replace(/одну тисячу/u, 'одна тисяча')).toBe(sheets);
    expect(cardinal(BigInt(number), 'neuter')).toBe(neuter);
  });

  it('puts the thousand into the accusative, whatever is counted', () => {
    expect(figuresAndWords(21_001, NOUNS.sheet, 'accusative')).toBe('21001 (двадцять одну тисячу один) аркуш');
  });

  it('has no sign but letters of the Ukrainian alphabet, spaces and the apostrophe ʼ in any number of cases up to 9999', () => {
    const foreign = [];
    for (let number = 0; number <= 9999; number++)
      for (const gender of ['masculine', 'feminine', 'neuter'] as const) {
        const words = cardinal(BigInt(number), gender, 'accusative');
        if (!/^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ]+(?: [абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ]+)*$/u.test(words)) foreign.push(words);
      }
    expect(foreign).toEqual([]);
  });

  it('has the forms of every noun that forms count', () => {
    const forms = Object.values(NOUNS).map((noun) => [1, 3, 7].map((count) => figuresAndWords(count, noun, 'accusative')));
    expect(forms).toEqual([
      ['1 (один) аркуш', '3 (три) аркуші', '7 (сім) аркушів'],
      ['1 (одну) справу', '3 (три) справи', '7 (сім) справ'],
      ['1 (один) документ', '3 (три) документи', '7 (сім) документів'],
      ['1 (один) том', '3 (три) томи', '7 (сім) томів'],
      ['1 (один) примірник', '3 (три) примірники', '7 (сім) примірників'],
      ['1 (один) опис', '3 (три) описи', '7 (сім) описів'],
      ['1 (один) рік', '3 (три) роки', '7 (сім) років'],
    ]);
  });
});

describe('ranges and dates', () => {
  it('joins neighbours into ranges', () => {
    expect(numberRanges([])).toBe('');
    expect(numberRanges([1, 2, 3, 5, 8, 9])).toBe('1–3, 5, 8–9');
  });

  it('names first and last number, a single one alone', () => {
    expect(fromNumberTo('1', '25')).toBe('з № 1 по № 25');
    expect(fromNumberTo('7', '7')).toBe('№ 7');
  });

  it('writes the month of a date in words, with two figures for the day', () => {
    expect(dateInWords('2021-01-09')).toBe('09 січня 2021 року');
    expect(dateInWords('2024-11-30')).toBe('30 листопада 2024 року');
  });
});
