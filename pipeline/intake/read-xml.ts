import { pointerTo } from '../model/finding.js';
import type { Field, ListShape, ObjectShape, Shape } from '../model/shape.js';
import type { Bounds, Flaw, RawMember, RawObject, RawValue, Unreadable } from './raw.js';
import { shownKey } from './wording.js';
import { xmlTree } from './xml-parser.js';
import { XmlSyntaxError } from './xml-syntax.js';
import type { XmlAttribute, XmlElement, XmlText } from './xml-tree.js';

/** Namespace of every element of a draft. */
export const DRAFT_NAMESPACE = 'urn:regesta:draft:1';

const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
/** Hints for an editor, allowed on any element by XML Schema and of no meaning to us. */
const SCHEMA_HINTS: ReadonlySet<string> = new Set(['schemaLocation', 'noNamespaceSchemaLocation']);

/** The root element of a well-formed document, or why it is not well-formed. */
export function parseXml(text: string, bounds: Bounds): { readonly readable: true; readonly root: XmlElement } | Unreadable {
  try {
    return { readable: true, root: xmlTree(text, bounds) };
  } catch (error) {
    if (error instanceof XmlSyntaxError) return error.unreadable;
    throw error;
  }
}

/**
 * An XML draft as the tree its JSON form would give. What an XML Schema would refuse — a foreign namespace, unknown or repeated parts, wrong order,
 * text between elements — comes as flaws, and the rest is read on.
 */
export function rawFromXml(root: XmlElement, shape: ObjectShape): { readonly root: RawObject; readonly flaws: readonly Flaw[] } {
  const flaws: Flaw[] = [];
  if (root.namespace !== DRAFT_NAMESPACE) {
    flaws.push({
      rule: 'T-namespace',
      pointer: '',
      at: root.at,
      message:
        root.namespace === '' ? 'Не вказано простір імен проєкту' : `Простір імен «${root.namespace.slice(0, 80)}» не є простором проєкту`,
      expected: DRAFT_NAMESPACE,
      hint: `Запишіть у кореневому елементі: <${root.name} xmlns="${DRAFT_NAMESPACE}">.`,
    });
  }
  return { root: objectFrom({ flaws, namespace: root.namespace }, root, shape, ''), flaws };
}

interface Reading {
  readonly flaws: Flaw[];
  /** Namespace of the root, whatever it is: a wrong one is one flaw, not one an element. */
  readonly namespace: string;
}

interface Slot {
  readonly field: Field;
  readonly order: number;
}

function objectFrom(reading: Reading, element: XmlElement, shape: ObjectShape, pointer: string): RawObject {
  const members = new Map<string, RawMember>();
  readAttributes(reading, element, shape, pointer, members);
  const content = shape.fields.find((field) => field.xml === 'content');
  if (content) {
    members.set(content.key, { at: element.at, value: textOf(reading, element, pointerTo(pointer, content.key)) });
    return { is: 'object', at: element.at, members };
  }
  for (const field of shape.fields) {
    if (field.xml === 'root') members.set(field.key, { at: element.at, value: { is: 'text', at: element.at, value: element.name } });
  }
  const slots = slotsOf(shape);
  if (slots.size === 0) {
    refuseContent(reading, element, pointer);
    return { is: 'object', at: element.at, members };
  }
  const runs = new Map<string, RawValue[]>();
  let last: Slot | undefined;
  for (const child of elementsIn(reading, element, pointer)) {
    const slot = slots.get(child.name);
    if (slot === undefined || !isOurs(reading, child)) {
      reading.flaws.push(unknownElement(child, pointer, [...slots.keys()]));
      continue;
    }
    const { field, order } = slot;
    const own = pointerTo(pointer, field.key);
    if (last !== undefined && order < last.order) {
      reading.flaws.push(wrongOrder(child, own, element, [...slots.keys()]));
    } else last = slot;
    if (field.shape.is === 'list' && field.xml === 'inline') {
      const run = runs.get(field.key) ?? [];
      if (run.length === 0) {
        runs.set(field.key, run);
        members.set(field.key, { at: child.at, value: { is: 'list', at: child.at, items: run } });
      }
      run.push(valueFrom(reading, child, field.shape.item, pointerTo(own, run.length)));
    } else if (members.has(field.key)) {
      reading.flaws.push({
        rule: 'T-duplicate',
        pointer: own,
        at: child.at,
        message: `Елемент <${shownKey(child.written)}> указано двічі`,
        expected: 'один такий елемент',
        hint: 'Залиште один із них.',
      });
    } else members.set(field.key, { at: child.at, value: valueFrom(reading, child, field.shape, own) });
  }
  return { is: 'object', at: element.at, members };
}

/** Elements that may stand in an object's element, in order. */
function slotsOf(shape: ObjectShape): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>();
  shape.fields.forEach((field, order) => {
    if (field.xml === 'element') slots.set(field.key, { field, order });
    if (field.xml === 'inline' && field.shape.is === 'list' && field.shape.element !== null)
      slots.set(field.shape.element, { field, order });
  });
  return slots;
}

function readAttributes(reading: Reading, element: XmlElement, shape: ObjectShape, pointer: string, members: Map<string, RawMember>): void {
  const places = attributePlaces(shape);
  const flattened = new Map<string, Map<string, RawMember>>();
  for (const attribute of plainAttributes(element)) {
    const place = attribute.namespace === '' ? places.get(attribute.name) : undefined;
    if (place === undefined) {
      reading.flaws.push(unknownAttribute(attribute, element, pointer, [...places.keys()]));
      continue;
    }
    const member = { at: attribute.at, value: attributeValue(attribute, place.field.shape) };
    if (place.inside === undefined) members.set(place.field.key, member);
    else {
      const inner = flattened.get(place.inside) ?? new Map<string, RawMember>();
      flattened.set(place.inside, inner.set(place.field.key, member));
    }
  }
  for (const [key, inner] of flattened) members.set(key, { at: element.at, value: { is: 'object', at: element.at, members: inner } });
}

/** Fields that are attributes, by name; `inside` is the key of the object whose field it is, where that object is flattened. */
function attributePlaces(shape: ObjectShape): ReadonlyMap<string, { readonly field: Field; readonly inside?: string }> {
  const places = new Map<string, { readonly field: Field; readonly inside?: string }>();
  for (const field of shape.fields) {
    if (field.xml === 'attribute') places.set(field.key, { field });
    if (field.xml === 'flattened' && field.shape.is === 'object') {
      for (const inner of field.shape.fields) places.set(inner.key, { field: inner, inside: field.key });
    }
  }
  return places;
}

function attributeValue({ at, value }: XmlAttribute, shape: Shape): RawValue {
  if (shape.is !== 'list') return { is: 'text', at, value };
  const words = value.split(/[ \t\r\n]+/).filter((word) => word !== '');
  return { is: 'list', at, items: words.map((word) => ({ is: 'text', at, value: word })) };
}

function valueFrom(reading: Reading, element: XmlElement, shape: Shape, pointer: string): RawValue {
  if (shape.is === 'object') return objectFrom(reading, element, shape, pointer);
  refuseAttributes(reading, element, pointer);
  if (shape.is === 'list') return listFrom(reading, element, shape, pointer);
  if (shape.is !== 'blocks') return textOf(reading, element, pointer);
  const variants = new Map(shape.variants.map((variant) => [variant.element, variant]));
  const items: RawValue[] = [];
  for (const child of elementsIn(reading, element, pointer)) {
    const variant = isOurs(reading, child) ? variants.get(child.name) : undefined;
    if (variant === undefined) {
      reading.flaws.push(unknownElement(child, pointer, [...variants.keys()]));
      continue;
    }
    const block = objectFrom(reading, child, variant.shape, pointerTo(pointer, items.length));
    const type: RawMember = { at: child.at, value: { is: 'text', at: child.at, value: variant.type } };
    items.push({ ...block, members: new Map([['type', type], ...block.members]) });
  }
  return { is: 'list', at: element.at, items };
}

function listFrom(reading: Reading, element: XmlElement, shape: ListShape, pointer: string): RawValue {
  const items: RawValue[] = [];
  const name = shape.element ?? '';
  for (const child of elementsIn(reading, element, pointer)) {
    if (child.name === name && isOurs(reading, child)) items.push(valueFrom(reading, child, shape.item, pointerTo(pointer, items.length)));
    else reading.flaws.push(unknownElement(child, pointer, [name]));
  }
  return { is: 'list', at: element.at, items };
}

/** The words of an element that holds only text. */
function textOf(reading: Reading, element: XmlElement, pointer: string): RawValue {
  let value = '';
  for (const child of element.children) {
    if (child.is === 'text') value += child.value;
    else reading.flaws.push(unknownElement(child, pointer, []));
  }
  return { is: 'text', at: element.at, value };
}

function elementsIn(reading: Reading, element: XmlElement, pointer: string): XmlElement[] {
  const stray = element.children.find(
    (child): child is XmlText => child.is === 'text' && (child.isCdata || /[^ \t\r\n]/.test(child.value)),
  );
  if (stray) {
    reading.flaws.push({
      rule: 'T-mixed',
      pointer,
      at: stray.at + (stray.isCdata ? 0 : stray.value.search(/[^ \t\r\n]/)),
      message: `Між елементами всередині <${shownKey(element.written)}> стоїть текст`,
      expected: 'лише елементи',
      hint: 'Перенесіть цей текст у відповідний елемент або приберіть його.',
    });
  }
  return element.children.filter((child) => child.is === 'element');
}

/** An element that says all in its attributes holds at most space. */
function refuseContent(reading: Reading, element: XmlElement, pointer: string): void {
  for (const child of element.children) {
    if (child.is === 'element') reading.flaws.push(unknownElement(child, pointer, []));
    else if (/[^ \t\r\n]/.test(child.value)) {
      reading.flaws.push({
        rule: 'T-mixed',
        pointer,
        at: child.at,
        message: `Усередині <${shownKey(element.written)}> стоїть текст, а цей елемент має лише атрибути`,
        expected: 'порожній елемент з атрибутами',
        hint: 'Перенесіть текст в атрибут або приберіть його.',
      });
      return;
    }
  }
}

function refuseAttributes(reading: Reading, element: XmlElement, pointer: string): void {
  for (const attribute of plainAttributes(element)) reading.flaws.push(unknownAttribute(attribute, element, pointer, []));
}

function plainAttributes(element: XmlElement): XmlAttribute[] {
  return element.attributes.filter(({ namespace, name }) => namespace !== INSTANCE_NAMESPACE || !SCHEMA_HINTS.has(name));
}

function isOurs(reading: Reading, element: XmlElement): boolean {
  return element.namespace === reading.namespace;
}

function unknownElement(element: XmlElement, pointer: string, known: readonly string[]): Flaw {
  return {
    rule: 'T-unknown',
    pointer: pointerTo(pointer, shownKey(element.name)),
    at: element.at,
    message: `Тут не може бути елемента <${shownKey(element.written)}>`,
    expected: known.length === 0 ? 'без вкладених елементів' : known.map((name) => `<${name}>`).join(', '),
    hint: 'Перевірте назву елемента та його простір імен або приберіть його.',
  };
}

function unknownAttribute(attribute: XmlAttribute, element: XmlElement, pointer: string, known: readonly string[]): Flaw {
  return {
    rule: 'T-unknown',
    pointer: pointerTo(pointer, shownKey(attribute.name)),
    at: attribute.at,
    message: `Елемент <${shownKey(element.written)}> не може мати атрибута «${shownKey(attribute.written)}»`,
    expected: known.length === 0 ? 'без атрибутів' : known.join(', '),
    hint: 'Перевірте назву атрибута або приберіть його.',
  };
}

function wrongOrder(child: XmlElement, pointer: string, parent: XmlElement, order: readonly string[]): Flaw {
  return {
    rule: 'T-order',
    pointer,
    at: child.at,
    message: `Елемент <${shownKey(child.written)}> стоїть не на своєму місці в <${shownKey(parent.written)}>`,
    expected: `порядок: ${order.join(', ')}`,
    hint: 'Переставте елемент.',
  };
}
