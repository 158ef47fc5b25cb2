import type { BlocksShape, Field, ObjectShape, Shape } from '../model/shape.js';
import { jsonPatterns } from './lexical.js';

type Schema = Readonly<Record<string, unknown>>;

/** A form as a JSON Schema (draft 2020-12), two-space indented, with Ukrainian descriptions; it accepts what the XSD of the same form accepts. */
export function jsonSchema(shape: ObjectShape): string {
  const definitions = new Map<string, Schema | null>();
  const root = objectSchema(shape, definitions);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:regesta:draft:1:${shape.name}`,
    title: shape.label,
    description: 'Назви, типи, кількість і порядок. Умови між полями перевіряє програма: кожну за пунктом регламенту.',
    ...root,
    $defs: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function objectSchema(shape: ObjectShape, definitions: Map<string, Schema | null>, type?: string): Schema {
  const required = shape.fields.filter((field) => field.required).map(({ key }) => key);
  const tag = type === undefined ? {} : { type: { const: type } };
  const properties = Object.fromEntries(shape.fields.map((field) => [field.key, fieldSchema(field, definitions)]));
  const demanded = type === undefined ? required : ['type', ...required];
  return {
    type: 'object',
    additionalProperties: false,
    ...(demanded.length > 0 ? { required: demanded } : {}),
    properties: { ...tag, ...properties },
  };
}

function fieldSchema(field: Field, definitions: Map<string, Schema | null>): Schema {
  const isDefaulted = field.absent !== 'object' && field.absent.value !== undefined && field.absent.value !== '' && !field.required;
  const fallback = field.absent !== 'object' && isDefaulted ? { default: field.absent.value } : {};
  return { description: field.label, ...fallback, ...valueSchema(field, definitions) };
}

function valueSchema(field: Field, definitions: Map<string, Schema | null>): Schema {
  const { shape } = field;
  if (field.xml === 'root' && shape.is === 'closed') return { const: shape.values[0] };
  if (field.required && shape.is === 'text') return { type: 'string', pattern: jsonPatterns.requiredText };
  const schema = itemSchema(shape, definitions);
  if (shape.is === 'text' || field.required) return schema;
  return 'type' in schema ? { ...schema, type: [schema['type'], 'null'] } : { anyOf: [schema, { type: 'null' }] };
}

/** A value that stands for itself, as in a list: null is no item, save for text, where it is empty text. */
function itemSchema(shape: Shape, definitions: Map<string, Schema | null>): Schema {
  switch (shape.is) {
    case 'text':
      return { type: ['string', 'null'], pattern: jsonPatterns.text };
    case 'closed':
      return { type: 'string', pattern: jsonPatterns.words(shape.values), examples: shape.values };
    case 'date':
      return { type: 'string', pattern: jsonPatterns.date(shape.words), examples: [...shape.words, '2021-01-19'] };
    case 'integer':
      return { type: 'integer', minimum: shape.min, maximum: shape.max };
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return { type: 'array', items: itemSchema(shape.item, definitions), ...(shape.most === undefined ? {} : { maxItems: shape.most }) };
    case 'object':
      return reference(shape.name, definitions, () => ({ title: shape.label, ...objectSchema(shape, definitions) }));
    case 'blocks':
      return reference(shape.name, definitions, () => blocksSchema(shape, definitions));
  }
}

function blocksSchema({ variants }: BlocksShape, definitions: Map<string, Schema | null>): Schema {
  return {
    type: 'array',
    items: {
      oneOf: variants.map(({ type, shape }) =>
        reference(shape.name, definitions, () => ({ title: shape.label, ...objectSchema(shape, definitions, type) })),
      ),
    },
  };
}

/** A form may contain itself: its definition is entered before it is written. */
function reference(name: string, definitions: Map<string, Schema | null>, write: () => Schema): Schema {
  if (!definitions.has(name)) {
    definitions.set(name, null);
    definitions.set(name, write());
  }
  return { $ref: `#/$defs/${name}` };
}
