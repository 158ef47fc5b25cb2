import type { DraftContent } from '../../model/draft.js';
import type { Kind } from '../../model/kind.js';
import { allPoints, type PlacedPoint } from './points.js';
import { stemsOf } from './stems.js';

const [CONTROL = '', EXECUTION = ''] = stemsOf('контроль виконання');

/** Who signs alone keeps the control: `залишаю за собою`. */
const HIMSELF = /\sза собою(?![\p{L}ʼ’'])/iu;

/** A point that charges somebody with control of the act as a whole, with the stems of its text. */
export interface ControlPoint extends PlacedPoint {
  readonly stems: readonly string[];
}

/** Points that speak of control over the act's execution, not of control over some matter. */
export function controlPoints(content: DraftContent, kind: Kind): ControlPoint[] {
  const [act = ''] = stemsOf(kind.name);
  const { post = '', name = '' } = content.signatory ?? {};
  const signatory = content.signing === undefined ? [] : stemsOf(`${post} ${name}`);
  return allPoints(content)
    .map((placed) => {
      const { text = '' } = placed.point;
      return { ...placed, stems: [...stemsOf(text), ...(HIMSELF.test(text) ? signatory : [])] };
    })
    .filter(({ stems }) => stems.includes(CONTROL) && (stems.includes(EXECUTION) || stems.includes(act)));
}
