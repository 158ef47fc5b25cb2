import type { ViewPoint } from '../model/kind.js';
import { changeMarks } from './marks.js';
import { pointNumbers } from './paper-shape.js';
import { quoteKind } from './quote-kind.js';

/** Extract from an act (витяг), R 6.5: its head, its stating part, and of its points those asked for, word for word under their numbers. */
export const extract = quoteKind({
  id: 'extract',
  name: 'витяг',
  genitive: 'витягу',
  fields: [pointNumbers],
  inPart: true,
  quote: (view, quoted, { points }) => ({
    marks: changeMarks(quoted),
    kindName: `ВИТЯГ З ${quoted.genitive.toUpperCase()}`,
    points: view.points.filter((point) => points.some((n) => isOrIsWithin(point, n))),
    annexes: [],
  }),
});

/** A point asked for comes with its sub-points. */
function isOrIsWithin({ number }: ViewPoint, n: string): boolean {
  return number.startsWith(`${n.replace(/\.$/u, '')}.`);
}
