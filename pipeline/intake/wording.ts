import type { Field, Shape } from '../model/shape.js';
import type { RawValue } from './raw.js';

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
  if ((shape.is === 'integer' || shape.is === 'boolean') && raw.is === 'text') return 'Приберіть лапки.';
  if ((shape.is === 'list' || shape.is === 'blocks') && raw.is !== 'list')
    return 'Візьміть значення у квадратні дужки, навіть якщо воно одне.';
  return `Запишіть ${expectation(shape, false)}.`;
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
