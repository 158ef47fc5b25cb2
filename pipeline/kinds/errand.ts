import { actKind } from './act-kind.js';
import { actShape } from './act-shape.js';
import { statedTraits } from './traits.js';

/** Errand of the head (доручення міського голови), R 9: tasks with executors and terms, on the set blank. */
export const errand = actKind({
  id: 'errand',
  shape: actShape('errand'),
  issuer: 'head',
  words: { name: 'доручення', genitive: 'доручення', heading: 'ДОРУЧЕННЯ', keyword: 'ДОРУЧАЮ:', hasSubject: false },
  traits: (content) => ({ ...statedTraits(content), errand: true, issuer: 'head' }),
});
