import { projectSeries } from '../model/project-book.js';
import { actKind } from './act-kind.js';
import { actShape } from './act-shape.js';
import { PROJECT_FORM } from './printed-act.js';
import { statedTraits } from './traits.js';

/** Decision of the council (рішення міської ради): votes of a plenary meeting against the council's membership (Law on self-government, art. 59). */
export const councilDecision = actKind({
  id: 'council-decision',
  shape: actShape('council-decision'),
  issuer: 'council',
  words: { name: 'рішення', genitive: 'рішення', heading: 'РІШЕННЯ', keyword: 'ВИРІШИЛА:', hasSubject: true },
  projectForm: PROJECT_FORM,
  seriesOf: ({ stage }) => (stage === 'project' ? projectSeries('council') : 'council-decision'),
  traits: (content) => ({ ...statedTraits(content), collegial: true, administrative: true, issuer: 'council' }),
});
