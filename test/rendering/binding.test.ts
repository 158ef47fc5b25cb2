import { describe, expect, it } from 'vitest';
import { bind } from '../../pipeline/rendering/binding.js';

const bound = (text: string): string => bind(text).replaceAll('\u00a0', '~');

describe('no-break spaces', () => {
  it('change nothing but the spaces', () => {
    const text = 'Відповідно до ст. 59, п. 3 ч. 1 рішення № 27 від 01 квітня 2021 року (О. Щербʼяк) – 5 000 грн';
    expect(bind(text).replaceAll('\u00a0', ' ')).toBe(text);
    expect(bound(text)).toBe('Відповідно до ст.~59, п.~3 ч.~1 рішення №~27 від 01~квітня 2021~року (О.~Щербʼяк)~– 5~000~грн');
  });

  it.each([
    'проїзд по вул.~Ґете, буд.~5, кв.~12',
    'на просп.~Європейському та в пров.~Тихому',
    'сквер на пл.~Соборній',
    'майдан на бульв.~Шевченка (вул.~Мелітопольська)',
    'площею 45,6~кв.~м',
    'підпункт пп.~1 п.~«а» ч.~1',
    'В.~Чорний, О.-М.~Запорожченко',
    'сума 1~245~600,00~грн',
  ])('hold together what is read as one: %s', (text) => {
    expect(bound(text.replaceAll('~', ' '))).toBe(text);
  });

  it('stand nowhere else', () => {
    const text = 'у 2021 жителі звернулися в раду 5 разів, кв і вул без крапки, буд-який рік';
    expect(bound(text)).toBe(text);
  });
});
