import { projectSeries } from '../model/project-book.js';
import { actKind } from './act-kind.js';
import { actShape } from './act-shape.js';
import { PROJECT_FORM } from './printed-act.js';
import { statedTraits } from './traits.js';

/** Decision of the executive committee (рішення виконавчого комітету), R 5 and 6. */
export const decision = actKind({
  id: 'decision',
  shape: actShape('decision'),
  issuer: 'committee',
  words: { name: 'рішення', genitive: 'рішення', heading: 'РІШЕННЯ', keyword: 'ВИРІШИВ:', hasSubject: true },
  projectForm: PROJECT_FORM,
  seriesOf: ({ stage }) => (stage === 'project' ? projectSeries('committee') : 'decision'),
  traits: (content) => ({ ...statedTraits(content), collegial: true, administrative: true, issuer: 'committee' }),
});
