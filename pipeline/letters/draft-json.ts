import type { Draft } from '../model/draft.js';
import type { ObjectShape, Shape } from '../model/shape.js';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** What a draft says as its form's JSON, in the form's order; what is absent is left out. Read again it gives the same content. */
export function draftJson(content: Draft['content'], shape: ObjectShape): Buffer {
  return Buffer.from(`${JSON.stringify(objectJson(content, shape) ?? {}, null, 2)}\n`);
}

function objectJson(value: unknown, shape: ObjectShape): Json | undefined {
  const entries = shape.fields.flatMap((field): [string, Json][] => {
    const inner = valueJson((value as Readonly<Record<string, unknown>>)[field.key], field.shape);
    return inner === undefined ? [] : [[field.key, inner]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function valueJson(value: unknown, shape: Shape): Json | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  switch (shape.is) {
    case 'object':
      return objectJson(value, shape);
    case 'list':
      return listJson(value, (item) => valueJson(item, shape.item) ?? emptyItem(shape.item));
    case 'blocks':
      return listJson(value, (item) => {
        const type = (item as { readonly type: string }).type;
        const variant = shape.variants.find((one) => one.type === type);
        if (variant === undefined) throw new Error(`No block "${type}" in the form`);
        return { type, ...(objectJson(item, variant.shape) as { readonly [key: string]: Json } | undefined) };
      });
    default:
      return value as Json;
  }
}

/** Items keep their places: an empty cell stands for itself. */
function emptyItem(shape: Shape): Json {
  if (shape.is === 'object') return {};
  return shape.is === 'list' || shape.is === 'blocks' ? [] : '';
}

function listJson(value: unknown, item: (value: unknown) => Json): Json | undefined {
  const items = value as readonly unknown[];
  return items.length === 0 ? undefined : items.map(item);
}
