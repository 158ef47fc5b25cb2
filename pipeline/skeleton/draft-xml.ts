import type { Field, ObjectShape, Shape } from '../model/shape.js';

type Json = unknown;

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

/** A draft's JSON value as XML text by its form, an element a line; unknown keys are left out, and every value is written as text. */
export function xmlOf(draft: Readonly<Record<string, Json>>, shape: ObjectShape, root: string): string {
  return serialised(xmlTree(draft, shape, root));
}

/** The same as a tree, before it is text. */
export function xmlTree(draft: Readonly<Record<string, Json>>, shape: ObjectShape, root: string): XmlNode {
  const { attributes, ...node } = objectNode(root, draft, shape);
  return { ...node, attributes: { xmlns: 'urn:regesta:draft:1', ...attributes } };
}

/** The text of a tree. Space is added only where no words stand. */
export function serialised(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${textOf(root, '\n')}\n`;
}

/** Whether a JSON value is an object. */
export function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `end` ends a line and indents the next one as far as this element is. */
function textOf({ name, attributes, children }: XmlNode, end: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const apart = children.length > 0 && children.every((child) => typeof child !== 'string');
  const inner = children.map((child) =>
    typeof child === 'string' ? escaped(child) : `${apart ? `${end}  ` : ''}${textOf(child, `${end}  `)}`,
  );
  return `<${name}${written.join('')}>${inner.join('')}${apart ? end : ''}</${name}>`;
}

function objectNode(name: string, value: Json, shape: ObjectShape): XmlNode {
  const object = isObject(value) ? value : {};
  const attributes = Object.fromEntries(shape.fields.flatMap((field) => attributesOf(field, object[field.key])));
  return { name, attributes, children: shape.fields.flatMap((field) => childrenOf(field, object[field.key])) };
}

function attributesOf(field: Field, value: Json): [string, string][] {
  if (value === undefined) return [];
  if (field.xml === 'flattened' && field.shape.is === 'object') {
    return field.shape.fields.flatMap((inner) => attributesOf(inner, isObject(value) ? value[inner.key] : undefined));
  }
  if (field.xml !== 'attribute') return [];
  return [[field.key, Array.isArray(value) ? value.map(scalar).join(' ') : scalar(value)]];
}

function childrenOf(field: Field, value: Json): (XmlNode | string)[] {
  if (value === undefined) return [];
  if (field.xml === 'content') return [scalar(value)];
  if (field.xml === 'element') return [elementNode(field.key, value, field.shape)];
  if (field.xml === 'inline' && field.shape.is === 'list') return itemNodes(value, field.shape.item, field.shape.element ?? '');
  return [];
}

function elementNode(name: string, value: Json, shape: Shape): XmlNode {
  if (shape.is === 'object') return objectNode(name, value, shape);
  if (shape.is === 'list') return { name, attributes: {}, children: itemNodes(value, shape.item, shape.element ?? '') };
  if (shape.is !== 'blocks') return { name, attributes: {}, children: [scalar(value)] };
  const blocks: readonly Json[] = Array.isArray(value) ? value : [];
  const children = blocks.map((block) => {
    const variant = shape.variants.find(({ type }) => isObject(block) && block['type'] === type);
    return variant ? objectNode(variant.element, block, variant.shape) : { name: 'unknown', attributes: {}, children: [] };
  });
  return { name, attributes: {}, children };
}

function itemNodes(value: Json, shape: Shape, name: string): XmlNode[] {
  return Array.isArray(value) ? value.map((item: Json) => elementNode(name, item, shape)) : [];
}

function scalar(value: Json): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
