import type { DraftContent } from '../../model/draft.js';
import type { Kind } from '../../model/kind.js';
import { allPoints, type PlacedPoint } from './points.js';
import { stemsOf } from './stems.js';

const [CONTROL = '', EXECUTION = ''] = stemsOf('контроль виконання');

/** A point that charges somebody with control of the act as a whole, with the stems of its text. */
export interface ControlPoint extends PlacedPoint {
  readonly stems: readonly string[];
}

/** Points that speak of control over the act's execution, not of control over some matter. */
export function controlPoints(content: DraftContent, kind: Kind): ControlPoint[] {
  const [act = ''] = stemsOf(kind.name);
  return allPoints(content)
    .map((placed) => ({ ...placed, stems: stemsOf(placed.point.text ?? '') }))
    .filter(({ stems }) => stems.includes(CONTROL) && (stems.includes(EXECUTION) || stems.includes(act)));
}
