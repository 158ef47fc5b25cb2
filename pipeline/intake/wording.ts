import type { Field, Shape } from '../model/shape.js';
import type { RawValue } from './raw.js';

const LONGEST_KEY = 80;

/** A field as messages name it: `«заголовок» (title)`. */
export function named(label: string, key: string): string {
  return `«${label}» (${key})`;
}

export function namedField({ label, key }: Field): string {
  return named(label, key);
}

/** What a value of a form looks like, in JSON or, where `isXml`, in XML. */
export function expectation(shape: Shape, isXml: boolean): string {
  switch (shape.is) {
    case 'text':
      return isXml ? 'текст' : 'текст у лапках';
    case 'closed':
      return shape.values.join(', ');
    case 'integer':
      return `ціле число від ${shape.min} до ${shape.max}${isXml ? '' : ', без лапок'}`;
    case 'boolean':
      return `true (так) або false (ні)${isXml ? '' : ', без лапок'}`;
    case 'date':
      return [...shape.words, 'дата виду рррр-мм-дд, наприклад 2021-01-19'].join(', ');
    case 'object':
      return 'обʼєкт у фігурних дужках { … }';
    case 'list':
    case 'blocks':
      return 'список у квадратних дужках [ … ]';
  }
}

/** How to mend a JSON value of a wrong type. */
export function mending(raw: RawValue, shape: Shape): string {
  if (shape.is === 'text' && raw.is === 'number') return `Візьміть значення в лапки: "${raw.source.slice(0, 40)}".`;
  if (shape.is === 'text' && raw.is === 'boolean') return `Візьміть значення в лапки: "${raw.value}".`;
  if (
    raw.is === 'text' &&
    ((shape.is === 'integer' && /^[0-9]+$/.test(raw.value)) || (shape.is === 'boolean' && /^(?:true|false)$/.test(raw.value)))
  ) {
    return `Приберіть лапки: ${raw.value}.`;
  }
  if ((shape.is === 'list' || shape.is === 'blocks') && raw.is !== 'list')
    return 'Візьміть значення у квадратні дужки, навіть якщо воно одне.';
  return `Запишіть ${expectation(shape, false)}.`;
}

/** How to mend a value that is none of its form's. */
export function mendingValue(shape: Shape, isXml: boolean): string {
  if (shape.is === 'date') return 'Перевірте, чи є така дата в календарі, і запишіть її як рррр-мм-дд.';
  if (shape.is === 'closed') return 'Виберіть одне з допустимих значень.';
  return `Запишіть ${expectation(shape, isXml)}.`;
}

/** A key from outside, as messages and pointers name it: cut, for it may be as long as its file. */
export function shownKey(key: string): string {
  return key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
}

/** A value as a message may show it: short, and with nothing in it that could upset a line of text. */
export function shownValue(value: string): string {
  const plain = value.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

/** What a JSON value is, in the instrumental: `записано числом`. */
export function typeInInstrumental(raw: RawValue): string {
  switch (raw.is) {
    case 'text':
      return 'текстом';
    case 'number':
      return 'числом';
    case 'boolean':
      return 'значенням «так/ні»';
    case 'null':
      return 'порожнім значенням';
    case 'list':
      return 'списком';
    case 'object':
      return 'обʼєктом';
  }
}
