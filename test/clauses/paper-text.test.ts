import { describe, expect, it } from 'vitest';
import { daysIn, hasSigns, moneyIn, nearestPassage, squeezed, sumsIn, wordsMissing } from '../../pipeline/clauses/draft/paper-text.js';
import { defaultNorms } from '../../pipeline/norms/norms.js';

const has = (text: string, phrase: string): boolean =>
  squeezed(text, defaultNorms.legalForms).includes(squeezed(phrase, defaultNorms.legalForms));

describe('words of a card in a paper', () => {
  it.each([
    ['Товариство з обмеженою\nвідповідальністю «Степ»', 'ТОВ "Степ"'],
    ["ПП «П'ята стихія»", 'Приватне підприємство „Пʼята стихія“'],
    ['Комунальне під-\nприємство «Водо-\nканал»', 'КП «Водоканал»'],
    ['Фізична особа-підприємець Вигадана Ганна', 'ФОП Вигадана  Ганна'],
  ])('are there whatever the line ends, quotes, apostrophes and forms: %j', (text, phrase) => {
    expect(has(text, phrase)).toBe(true);
  });

  it('are not there when a letter is another', () => {
    expect(has('ТОВ «Степ»', 'ТОВ «Стіп»')).toBe(false);
    expect(has('ПП «Степ»', 'ТОВ «Степ»')).toBe(false);
  });

  it('are missed each, in any form', () => {
    const text = 'передає нежитлового приміщен-\nня площею 84,5 кв. м';
    expect(wordsMissing('нежитлове приміщення площею 84,5 кв. м', text)).toEqual([]);
    expect(wordsMissing('житлове приміщення площею 640 кв. м', text)).toEqual(['житлове', '640']);
  });

  it('are shown where most of them stand', () => {
    const text = `${'інше слово '.repeat(50)}оренда нежитлового приміщення на площі ${'далі '.repeat(50)}`;
    expect(nearestPassage('нежитлове приміщення', text)).toMatch(/^нежитлового приміщення на площі/);
    expect(nearestPassage('літак', text)).toBeUndefined();
  });
});

describe('signs of a card in a paper', () => {
  it('stand alone, in groups or not', () => {
    expect(hasSigns('код 00000017, тел.', '00000017')).toBe(true);
    expect(hasSigns('IBAN UA08 8201 7200 0034 4100 0000 0001 7', 'UA088201720000344100000000017')).toBe(true);
    expect(hasSigns('№ 1000000170', '00000017')).toBe(false);
    expect(hasSigns('A00000017', '00000017')).toBe(false);
  });
});

describe('sums of a paper', () => {
  it.each([
    ['125 000,00 грн', 12_500_000],
    ['125\u00a0000,00', 12_500_000],
    ['125\n000,00', 12_500_000],
    ['125000.00', 12_500_000],
    ['125 000 гривень', 12_500_000],
    ['1.250.000,50', 125_000_050],
    ["1'486'320,5", 148_632_050],
  ])('are read from %j', (text, kopecks) => {
    expect(sumsIn(`Ціна ${text} разом`)).toContain(kopecks);
  });

  it('are no parts of others', () => {
    expect(sumsIn('1 125 000,00')).toEqual([112_500_000]);
  });

  it('are shown with what is money only', () => {
    expect(moneyIn('п. 3.1: 12 штук по 19 900,00 грн, разом 238 800,00 (двісті) гривень до 15 числа')).toEqual(['19 900,00', '238 800,00']);
  });
});

describe('days of a paper', () => {
  it.each(['01.02.2021', '1.2.2021', '01/02/2021', '01 лютого 2021 року', '1 лютого 2021 р.', '«01» лютого 2021 року', '01\nЛЮТОГО\n2021'])(
    'are read from %j',
    (text) => {
      expect(daysIn(`від ${text} і далі`)).toEqual(['2021-02-01']);
    },
  );

  it('are days that exist', () => {
    expect(daysIn('31.02.2021, п. 1.12.2021.5, 00.00.0000')).not.toContain('2021-02-31');
    expect(daysIn('нічого')).toEqual([]);
  });
});
