import { actKind } from './act-kind.js';
import { actShape } from './act-shape.js';
import { statedTraits } from './traits.js';

/** Errand of the executive committee (протокольне доручення), R 6.7: given at a meeting to executors who report on it. */
export const protocolErrand = actKind({
  id: 'protocol-errand',
  shape: actShape('protocol-errand'),
  issuer: 'committee',
  words: {
    name: 'протокольне доручення',
    genitive: 'протокольного доручення',
    heading: 'ПРОТОКОЛЬНЕ ДОРУЧЕННЯ',
    keyword: 'ДОРУЧАЄ:',
    hasSubject: true,
  },
  traits: (content) => ({ ...statedTraits(content), errand: true, issuer: 'committee' }),
});
