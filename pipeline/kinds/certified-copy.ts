import { changeMarks } from './marks.js';
import { quoteKind } from './quote-kind.js';

/** Certified copy of a document (засвідчена копія), R 6.5; ДСТУ 4163:2020, 5.26: the whole of it, annexes included, marked as a copy. */
export const certifiedCopy = quoteKind({
  id: 'certified-copy',
  name: 'засвідчена копія',
  genitive: 'засвідченої копії',
  fields: [],
  inPart: false,
  quote: (_, quoted) => ({ marks: ['Копія', ...changeMarks(quoted)] }),
});
