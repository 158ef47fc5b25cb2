import type { DraftContent } from '../model/draft.js';
import type { Kind, Traits } from '../model/kind.js';
import type { Field } from '../model/shape.js';
import { actKind } from './act-kind.js';
import { actShape } from './act-shape.js';
import { statedTraits } from './traits.js';

interface OrderParts {
  readonly fields?: readonly Field[];
  readonly traits?: Partial<Traits>;
  readonly seriesOf?: (content: DraftContent) => string;
}

/** A kind of order of the head (R 8): one signs it, on the day that is its date, on the blank of the head's orders. */
export function orderKind(id: string, { fields = [], traits = {}, seriesOf }: OrderParts = {}): Kind {
  return actKind({
    id,
    shape: actShape(id, fields),
    issuer: 'head',
    words: { name: 'розпорядження', genitive: 'розпорядження', heading: 'РОЗПОРЯДЖЕННЯ', keyword: 'ЗОБОВʼЯЗУЮ:', hasSubject: false },
    traits: (content) => ({ ...statedTraits(content), administrative: true, issuer: 'head', ...traits }),
    ...(seriesOf === undefined ? {} : { seriesOf }),
  });
}
