import { closed, type Field, field, list, type ObjectShape, object, text } from '../model/shape.js';
import { blocks, person, signing } from './form-parts.js';

/**
 * The form of a document that is no act: what every paper says (title, text, who signed it and when) and, between title and text, `fields` of its own. It
 * demands only `kind`: every other part that a clause wants is asked for by the rule of that clause.
 */
export function paperShape(kind: string, fields: readonly Field[] = []): ObjectShape {
  return object(kind, 'проєкт документа', [
    ...headFields(kind),
    field('title', 'заголовок', text, 'element'),
    ...fields,
    field('body', 'текст документа', blocks(), 'element'),
    field('signing', 'підписання', signing, 'element'),
    field('signatory', 'підписант', person, 'element'),
  ]);
}

/** What every draft that is no act says of itself first. */
export function headFields(kind: string): readonly Field[] {
  return [
    field('kind', 'вид документа', closed(kind), 'root', { required: true }),
    field('id', 'ідентифікатор проєкту', text, 'attribute'),
    field('stage', 'стадія', closed('project', 'adopted'), 'attribute', { absent: { value: 'adopted' } }),
    field('access', 'доступ', text, 'attribute', { absent: { value: 'open' } }),
  ];
}

/** Numbers of the points of an act that a document is about. */
export const pointNumbers: Field = field('points', 'пункти', list(text, 'point', 'пункт'), 'element');

/** Id of the body on whose blank a paper stands. */
export const issuer: Field = field('issuer', 'чий бланк', text, 'attribute');

/** Who is to get a paper. */
export const listOf = (key: string, label: string, item: ObjectShape, element: string, itemLabel: string): Field =>
  field(key, label, list(item, element, itemLabel), 'element');
