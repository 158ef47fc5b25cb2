import { parseLocalDate } from '../model/date.js';
import { pointerTo } from '../model/finding.js';
import type { BlocksShape, BlockVariant, Field, IntegerShape, ListShape, ObjectShape, Shape } from '../model/shape.js';
import { cleanText, collapse, type Shaping, type SizeLimits, type Spot } from './clean-text.js';
import type { Flaw, RawList, RawObject, RawValue } from './raw.js';
import { expectation, mending, mendingValue, named, namedField, shownKey, shownValue, typeInInstrumental } from './wording.js';

export interface Shaped {
  /** Has the form's fields and no others, defaults filled in. */
  readonly content: unknown;
  readonly flaws: readonly Flaw[];
  /** Offset of every part that stands in the file, by JSON pointer. */
  readonly places: ReadonlyMap<string, number>;
}

/**
 * Judges what a file says by the form of a draft. In XML every value is written as text, in JSON a value of another type is a flaw and never
 * retyped; absent, null and empty are one thing, and so is an object all of whose parts are absent. What is past the limits is a flaw and cut.
 */
export function shaped(root: RawObject, shape: ObjectShape, isXml: boolean, limits: SizeLimits): Shaped {
  const flaws: Flaw[] = [];
  const places = new Map<string, number>();
  const shaping: Shaping = { flaws, places, isXml, limits };
  return { content: objectOf(shaping, root, shape, '').value, flaws, places };
}

function valueFor(shaping: Shaping, raw: RawValue, shape: Shape, spot: Spot): unknown {
  shaping.places.set(spot.pointer, raw.at);
  if (raw.is === 'null') return undefined;
  switch (shape.is) {
    case 'object':
      if (raw.is !== 'object') return wrongType(shaping, raw, shape, spot);
      return partOf(shaping, raw, shape, spot.pointer);
    case 'list':
      if (raw.is !== 'list') return wrongType(shaping, raw, shape, spot);
      return taken(shaping, raw, spot, shape.most).map((item, index) => itemOf(shaping, item, shape, pointerTo(spot.pointer, index)));
    case 'blocks':
      if (raw.is !== 'list') return wrongType(shaping, raw, shape, spot);
      return taken(shaping, raw, spot).map((item, index) => blockOf(shaping, item, shape, pointerTo(spot.pointer, index)));
    case 'text':
      if (raw.is !== 'text') return wrongType(shaping, raw, shape, spot);
      return cleanText(shaping, raw.value, raw.at, spot) || undefined;
    case 'integer':
      return integerOf(shaping, raw, shape, spot);
    case 'boolean':
      if (raw.is === 'boolean') return raw.value;
      if (raw.is !== 'text' || !shaping.isXml) return wrongType(shaping, raw, shape, spot);
      return wordOf(shaping, raw.value, raw.at, shape, spot, (word) => (word === 'true' ? true : word === 'false' ? false : undefined));
    case 'closed':
      if (raw.is !== 'text') return wrongType(shaping, raw, shape, spot);
      return wordOf(shaping, raw.value, raw.at, shape, spot, (word) => (shape.values.includes(word) ? word : undefined));
    case 'date':
      if (raw.is !== 'text') return wrongType(shaping, raw, shape, spot);
      return wordOf(shaping, raw.value, raw.at, shape, spot, (word) => (shape.words.includes(word) ? word : parseLocalDate(word)));
  }
}

function integerOf(shaping: Shaping, raw: RawValue, shape: IntegerShape, spot: Spot): number | undefined {
  const isWithin = (number: number) => Number.isInteger(number) && number >= shape.min && number <= shape.max;
  if (raw.is === 'number') {
    if (isWithin(raw.value)) return raw.value || 0;
    badWord(shaping, raw.at, raw.source, shape, spot);
    return undefined;
  }
  if (raw.is !== 'text' || !shaping.isXml) return wrongType(shaping, raw, shape, spot);
  return wordOf(shaping, raw.value, raw.at, shape, spot, (word) =>
    /^(?:0|[1-9][0-9]{0,14})$/.test(word) && isWithin(Number(word)) ? Number(word) : undefined,
  );
}

/** A value of a closed form written as text: undefined where it is empty or, with a flaw, wrong. */
function wordOf<T>(
  shaping: Shaping,
  text: string,
  at: number,
  shape: Shape,
  spot: Spot,
  meaning: (word: string) => T | undefined,
): T | undefined {
  const word = collapse(text);
  if (word === '') return undefined;
  const value = meaning(word);
  if (value === undefined) badWord(shaping, at, word, shape, spot);
  return value;
}

function taken({ flaws, limits }: Shaping, { items, at }: RawList, { name, pointer }: Spot, most = limits.listLength): readonly RawValue[] {
  if (items.length <= most) return items;
  flaws.push({
    rule: 'T-size',
    pointer,
    at,
    message: `Список ${name} завеликий: ${items.length}`,
    expected: `не більше ${most}`,
    hint: 'Приберіть зайве або поділіть документ.',
  });
  return items.slice(0, most);
}

/** An optional object: undefined where it says nothing at all. */
function partOf(shaping: Shaping, raw: RawObject, shape: ObjectShape, pointer: string): unknown {
  const flawsBefore = shaping.flaws.length;
  const { value, isEmpty } = objectOf(shaping, raw, shape, pointer);
  return isEmpty && shaping.flaws.length === flawsBefore ? undefined : value;
}

function objectOf(
  shaping: Shaping,
  raw: RawObject,
  shape: ObjectShape,
  pointer: string,
  known: readonly string[] = [],
): { readonly value: Readonly<Record<string, unknown>>; readonly isEmpty: boolean } {
  shaping.places.set(pointer, raw.at);
  const value: Record<string, unknown> = {};
  let isEmpty = true;
  for (const field of shape.fields) {
    const own = fieldOf(shaping, raw, field, pointer);
    if (own.isPresent) isEmpty = false;
    if (own.value !== undefined) value[field.key] = own.value;
  }
  Object.assign(value, absentOf(shape.unsaid ?? []));
  const keys = [...known, ...shape.fields.map((field) => field.key)];
  for (const [key, member] of raw.members) {
    if (keys.includes(key)) continue;
    const own = pointerTo(pointer, shownKey(key));
    shaping.places.set(own, member.at);
    shaping.flaws.push({
      rule: 'T-unknown',
      pointer: own,
      at: member.at,
      message: `Невідоме поле «${shownKey(key)}»: його немає серед полів частини «${shape.label}»`,
      expected: keys.join(', '),
      hint: 'Перевірте назву поля або приберіть його.',
    });
  }
  return { value, isEmpty };
}

function fieldOf(shaping: Shaping, raw: RawObject, field: Field, base: string): { readonly value: unknown; readonly isPresent: boolean } {
  const pointer = pointerTo(base, field.key);
  const member = raw.members.get(field.key);
  const flawsBefore = shaping.flaws.length;
  const value = member && valueFor(shaping, member.value, field.shape, { name: namedField(field), pointer });
  const isPresent = value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
  if (field.required && value === undefined && shaping.flaws.length === flawsBefore) {
    missing(shaping, field.shape, { name: namedField(field), pointer });
  }
  if (isPresent || typeof value === 'boolean') return { value, isPresent };
  return { value: absentValue(field), isPresent };
}

function absentValue(field: Field): unknown {
  if (field.absent !== 'object') return Array.isArray(field.absent.value) ? [] : field.absent.value;
  return field.shape.is === 'object' ? absentObject(field.shape) : undefined;
}

function absentObject(shape: ObjectShape): Readonly<Record<string, unknown>> {
  return absentOf([...shape.fields, ...(shape.unsaid ?? [])]);
}

function absentOf(fields: readonly Field[]): Readonly<Record<string, unknown>> {
  const values = fields.map((field) => [field.key, absentValue(field)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** An item keeps its place even where it is empty or wrong, so that pointers by index stay true. */
function itemOf(shaping: Shaping, raw: RawValue, shape: ListShape, pointer: string): unknown {
  const { item } = shape;
  const spot = { name: `«${shape.label}»`, pointer };
  if (raw.is === 'null' && item.is !== 'text') {
    shaping.places.set(pointer, raw.at);
    wrongType(shaping, raw, item, spot);
  } else if (item.is === 'object' && raw.is === 'object') return objectOf(shaping, raw, item, pointer).value;
  return valueFor(shaping, raw, item, spot) ?? emptyItem(item);
}

function emptyItem(shape: Shape): unknown {
  switch (shape.is) {
    case 'object':
      return absentObject(shape);
    case 'list':
    case 'blocks':
      return [];
    case 'integer':
      return shape.min;
    case 'boolean':
      return false;
    case 'text':
    case 'closed':
    case 'date':
      return '';
  }
}

function blockOf(shaping: Shaping, raw: RawValue, shape: BlocksShape, pointer: string): unknown {
  shaping.places.set(pointer, raw.at);
  if (raw.is !== 'object') {
    shaping.flaws.push({
      rule: 'T-type',
      pointer,
      at: raw.at,
      message: `Частину змісту додатка записано ${typeInInstrumental(raw)}`,
      expected: 'обʼєкт у фігурних дужках { … } з полем type',
      hint: 'Запишіть так: { "type": "paragraph", "text": "…" }.',
    });
    return { type: 'paragraph', text: '' };
  }
  const variant = variantOf(shaping, raw, shape, pointer);
  if (variant === undefined) return { type: 'paragraph', text: '' };
  return { type: variant.type, ...objectOf(shaping, raw, variant.shape, pointer, ['type']).value };
}

function variantOf(shaping: Shaping, raw: RawObject, { variants }: BlocksShape, pointer: string): BlockVariant | undefined {
  const shape: Shape = { is: 'closed', values: variants.map(({ type }) => type) };
  const spot = { name: named('вид частини додатка', 'type'), pointer: pointerTo(pointer, 'type') };
  const type = raw.members.get('type')?.value;
  if (type === undefined || type.is === 'null') {
    missing(shaping, shape, spot);
    return undefined;
  }
  shaping.places.set(spot.pointer, type.at);
  if (type.is !== 'text') return wrongType(shaping, type, shape, spot);
  const variant = variants.find((known) => known.type === type.value);
  if (variant === undefined) badWord(shaping, type.at, type.value, shape, spot);
  return variant;
}

function missing(shaping: Shaping, shape: Shape, spot: Spot): void {
  shaping.flaws.push({
    rule: 'T-missing',
    pointer: spot.pointer,
    at: null,
    message: `Не вказано поле ${spot.name}`,
    expected: expectation(shape, shaping.isXml),
    hint: 'Додайте це поле.',
  });
}

function wrongType(shaping: Shaping, raw: RawValue, shape: Shape, spot: Spot): undefined {
  shaping.flaws.push({
    rule: 'T-type',
    pointer: spot.pointer,
    at: raw.at,
    message: `Поле ${spot.name} записано ${typeInInstrumental(raw)}`,
    expected: expectation(shape, shaping.isXml),
    hint: mending(raw, shape),
  });
  return undefined;
}

function badWord(shaping: Shaping, at: number, written: string, shape: Shape, spot: Spot): void {
  shaping.flaws.push({
    rule: shape.is === 'date' ? 'T-date' : 'T-value',
    pointer: spot.pointer,
    at,
    message: `Поле ${spot.name} має недопустиме значення «${shownValue(written)}»`,
    expected: expectation(shape, shaping.isXml),
    hint: mendingValue(shape, shaping.isXml),
  });
}
