import type { Office } from '../../model/office.js';
import { excerpt } from './excerpt.js';

/** How a unit is named to a clerk: by its name, with its id in brackets; by its id alone where the office has no such unit. */
export function unitNamed(id: string, { bodies }: Office): string {
  const body = bodies.find((one) => one.id === id);
  return body === undefined ? excerpt(id) : `${body.fullName} (${id})`;
}
