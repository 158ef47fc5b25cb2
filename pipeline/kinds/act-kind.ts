import type { DraftContent } from '../model/draft.js';
import type { Form, Kind, Traits } from '../model/kind.js';
import type { ObjectShape } from '../model/shape.js';
import { type ActWords, actForm, printedAct } from './printed-act.js';

/** What tells a kind of act from the others. */
export interface ActKindParts {
  readonly id: string;
  readonly shape: ObjectShape;
  /** Its words; `issuer` where the kind tells it, else the draft's own. */
  readonly words: Omit<ActWords, 'issuer'>;
  readonly issuer?: string;
  traits(content: DraftContent): Traits;
  readonly seriesOf?: (content: DraftContent) => string;
  /** By which its projects are printed. */
  readonly projectForm?: Form;
}

/** A kind of act with points: a decision, an order, an errand (R 5.6, 8.2, 9). Its template is named for it. */
export function actKind({ id, shape, words, issuer, traits, seriesOf, projectForm }: ActKindParts): Kind {
  const issuerOf = (content: DraftContent): string => issuer ?? content.issuer ?? '';
  return {
    id,
    name: words.name,
    genitive: words.genitive,
    shape,
    form: actForm(`${id}.docx`),
    ...(projectForm === undefined ? {} : { projectForm }),
    seriesOf: seriesOf ?? (() => id),
    issuerOf,
    traits,
    dateOf: (content) => (content.stage === 'project' ? content.submitted : (content.adoption?.date ?? content.signing?.date)),
    titleOf: (content) => content.title ?? '',
    view: (draft, registration, office) => printedAct(draft, registration, office, { ...words, issuer: issuerOf(draft.content) }),
  };
}
