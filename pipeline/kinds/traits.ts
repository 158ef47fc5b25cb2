import type { DraftContent } from '../model/draft.js';
import type { Traits } from '../model/kind.js';

/** What a draft's own words say of it, whatever its kind; nothing else holds of it. */
export function statedTraits(content: DraftContent): Omit<Traits, 'issuer'> {
  return {
    collegial: false,
    administrative: false,
    personnel: false,
    normative: content.normative,
    delegated: content.delegated,
    spends: content.spends,
    regulatory: content.regulatory !== undefined,
    project: content.stage === 'project',
    changesActs: content.changes.length > 0,
    errand: false,
    outgoing: false,
    quotes: false,
    inPart: false,
    stock: false,
    prose: false,
    note: false,
    numbered: content.stage !== 'project',
  };
}
