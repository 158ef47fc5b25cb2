/**
 * The form of a draft, said once: readers for JSON and XML walk it, `schemas/<kind>.schema.json` and `.xsd` are written from it, so that
 * both accept the same set (decision record 0003).
 */
export type Shape = TextShape | ClosedShape | IntegerShape | BooleanShape | DateShape | ObjectShape | ListShape | BlocksShape;

/** Words; runs of space, tab and line break are one space, ends are trimmed. */
export interface TextShape {
  readonly is: 'text';
}

/** One of a closed set of words. */
export interface ClosedShape {
  readonly is: 'closed';
  readonly values: readonly string[];
}

/** A whole number in a closed interval. */
export interface IntegerShape {
  readonly is: 'integer';
  readonly min: number;
  readonly max: number;
}

export interface BooleanShape {
  readonly is: 'boolean';
}

/** A day that exists, `yyyy-mm-dd`, or one of the words given. */
export interface DateShape {
  readonly is: 'date';
  readonly words: readonly string[];
}

export interface ObjectShape {
  readonly is: 'object';
  /** Ukrainian, nominative, lower case: `пункт`. */
  readonly label: string;
  /** Name of its definition in the schemas; unique within a draft. */
  readonly name: string;
  /** In the order of the XML form. */
  readonly fields: readonly Field[];
  /** Parts that only another form of the same thing can say: unknown in this one, absent in its content. */
  readonly unsaid?: readonly Field[];
}

export interface ListShape {
  readonly is: 'list';
  readonly item: Shape;
  /** XML element of one item; null for a list inside one attribute, its items apart by a space. */
  readonly element: string | null;
  /** Ukrainian, of one item, nominative: `клітинка`. */
  readonly label: string;
  /** Most items; absent where only the limits of the intake bound them. */
  readonly most?: number;
}

/** A run of tagged objects: in JSON `type` tells them apart, in XML the element's name does. */
export interface BlocksShape {
  readonly is: 'blocks';
  readonly name: string;
  readonly variants: readonly BlockVariant[];
}

export interface BlockVariant {
  /** Value of `type` in JSON. */
  readonly type: string;
  /** Element in XML. */
  readonly element: string;
  readonly shape: ObjectShape;
}

/**
 * How XML says a field:
 * `root`: the name of the root element; `attribute`: an attribute of the same name as the key; `element`: an element of that name, which wraps the
 * items of a list; `inline`: items of a list stand in the parent without a wrapper; `flattened`: an object's fields are attributes of the parent;
 * `content`: the text of the parent's own element.
 */
export type XmlForm = 'root' | 'attribute' | 'element' | 'inline' | 'flattened' | 'content';

export interface Field {
  /** Key in JSON, and the name in XML where the form has one. */
  readonly key: string;
  /** Ukrainian, nominative, lower case, as messages name it: `заголовок`. */
  readonly label: string;
  readonly shape: Shape;
  readonly xml: XmlForm;
  /** Both schemas demand it and it may not be empty. */
  readonly required: boolean;
  /** What the content holds where the draft says nothing. */
  readonly absent: Absent;
}

/** `object` stands for an object of absent fields. */
export type Absent = { readonly value: string | number | boolean | readonly never[] | undefined } | 'object';

export const text: TextShape = { is: 'text' };
export const boolean: BooleanShape = { is: 'boolean' };
export const date: DateShape = { is: 'date', words: [] };

export function dateOrWord(...words: readonly string[]): DateShape {
  return { is: 'date', words };
}

export function closed(...values: readonly string[]): ClosedShape {
  return { is: 'closed', values };
}

/** A whole number from `min` to `max`, both included. */
export function integer(min: number, max: number): IntegerShape {
  return { is: 'integer', min, max };
}

export function list(item: Shape, element: string | null, label: string, most?: number): ListShape {
  return { is: 'list', item, element, label, ...(most === undefined ? {} : { most }) };
}

/** `fields` may be filled later: that is how a form contains itself. */
export function object(name: string, label: string, fields: readonly Field[]): ObjectShape {
  return { is: 'object', name, label, fields };
}

type FieldOptions = { readonly required?: boolean; readonly absent?: Absent };

/** A field of an object; a list is `[]` and a boolean false where the draft says nothing, unless `absent` says otherwise. */
export function field(key: string, label: string, shape: Shape, xml: XmlForm, { required = false, absent }: FieldOptions = {}): Field {
  return { key, label, shape, xml, required, absent: absent ?? absentOf(shape) };
}

function absentOf(shape: Shape): Absent {
  if (shape.is === 'boolean') return { value: false };
  if (shape.is === 'list') return { value: [] };
  return { value: undefined };
}
