import type { ObjectShape } from '../model/shape.js';
import { jsonSchema } from './json-schema.js';
import { xsd } from './xsd.js';

export interface SchemaFile {
  /** `decision.schema.json` */
  readonly name: string;
  readonly text: string;
}

/** Both schemas of every form given, as they lie in `schemas/`. */
export function schemaFiles(shapes: readonly ObjectShape[]): SchemaFile[] {
  return shapes.flatMap((shape) => [
    { name: `${shape.name}.schema.json`, text: jsonSchema(shape) },
    { name: `${shape.name}.xsd`, text: xsd(shape) },
  ]);
}
