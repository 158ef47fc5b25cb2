import { describe, expect, it } from 'vitest';
import { saysSum, sumInWords } from '../../pipeline/language/sum-in-words.js';

describe('a sum in words', () => {
  it.each([
    [0n, 'Нуль гривень 00 копійок'],
    [1n, 'Нуль гривень 01 копійка'],
    [1_00n, 'Одна гривня 00 копійок'],
    [2_02n, 'Дві гривні 02 копійки'],
    [5_00n, 'Пʼять гривень 00 копійок'],
    [11_11n, 'Одинадцять гривень 11 копійок'],
    [12_00n, 'Дванадцять гривень 00 копійок'],
    [21_21n, 'Двадцять одна гривня 21 копійка'],
    [90_00n, 'Девʼяносто гривень 00 копійок'],
    [100_00n, 'Сто гривень 00 копійок'],
    [1001_00n, 'Одна тисяча одна гривня 00 копійок'],
    [2000_00n, 'Дві тисячі гривень 00 копійок'],
    [112_000_00n, 'Сто дванадцять тисяч гривень 00 копійок'],
    [1_000_000_01n, 'Один мільйон гривень 01 копійка'],
    [2_345_678_90n, 'Два мільйони триста сорок пʼять тисяч шістсот сімдесят вісім гривень 90 копійок'],
    [999_999_999_999_99n, expect.stringMatching(/^Девʼятсот девʼяносто девʼять мільярдів .+ гривень 99 копійок$/)],
  ])('of %s kopiikas is written as contracts write it', (kopiikas, words) => {
    expect(sumInWords(kopiikas)).toEqual(words);
  });

  it('has no Latin letter in it, and is read back as no other sum', () => {
    for (let kopiikas = 1n; kopiikas < 10n ** 14n; kopiikas = kopiikas * 3n + 7n) {
      const words = sumInWords(kopiikas);
      expect(words).not.toMatch(/[A-Za-z]/);
      expect(saysSum(words, kopiikas)).toBe(true);
      for (const other of [kopiikas - 1n, kopiikas + 1n, kopiikas + 100n, kopiikas * 10n, kopiikas * 1000n])
        expect(saysSum(words, other)).toBe(false);
    }
  });

  it.each([
    'Сто дванадцять тисяч гривень 00 копійок',
    'сто дванадцять тисяч гривень 00 коп.',
    '(Сто дванадцять тисяч) гривень, 00 копійок',
    'СТО ДВАНАДЦЯТЬ ТИСЯЧ ГРИВЕНЬ',
    'сто дванадцять\u00A0тисяч грн 00 коп.',
    'сто-дванадцять тисяч грн.',
    'сто дванадцять тисяч',
    'сто дванадцять тисяч, 00 коп.',
    'Сто дванадцять тисяч гривень нуль копійок',
    'Сто дванадцять тисяч гривень 00 копійок, у тому числі ПДВ 18666,67 грн',
    'Сто дванадцять тисяч гривень без ПДВ',
    'Сто дванадцять тисяч гривень 00 копійок на рік',
  ])('says 112 000 in the usual way: «%s»', (words) => {
    expect(saysSum(words, 112_000_00n)).toBe(true);
    expect(saysSum(words, 112_000_50n)).toBe(false);
    expect(saysSum(words, 113_000_00n)).toBe(false);
  });

  it.each<[string, bigint]>([
    ["п'ятдесят п'ять гривень 55 коп", 55_55n],
    ['п’ятдесят п`ять гривень пʼятдесят пʼять копійок', 55_55n],
    ['тисяча гривень', 1000_00n],
    ['одна тисяча гривень', 1000_00n],
    ['Мільйон гривень 1 копійка', 1_000_000_01n],
    ['сто двадцять, 50 коп.', 120_50n],
    ['пʼятдесят копійок', 50n],
    ['50 коп.', 50n],
    ['двадцять одна гривня', 21_00n],
  ])('is read whatever its apostrophes and cuts: «%s»', (words, kopiikas) => {
    expect(saysSum(words, kopiikas)).toBe(true);
    expect(saysSum(words, kopiikas + 1n)).toBe(false);
  });

  it.each<[string, bigint]>([
    ['', 0n],
    ['двадцять один гривень', 21_00n],
    ['сто гривень сто гривень', 100_00n],
    ['сто гривень 5 копійок 6 копійок', 100_05n],
    ['сто', 100_50n],
    ['112 000', 112_000_00n],
    ['багато грошей', 1_00n],
  ])('that says something else is not it: «%s»', (words, kopiikas) => {
    expect(saysSum(words, kopiikas)).toBe(false);
  });
});
