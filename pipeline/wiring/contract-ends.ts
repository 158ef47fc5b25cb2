import { kinds } from '../kinds/index.js';
import type { ArchiveView } from '../model/archive-view.js';
import { lastDay } from '../model/contract-register.js';
import { EMPTY_CONTENT } from '../model/draft.js';
import { nameOf } from '../model/effect.js';
import type { Store } from '../model/ports.js';

/** What each kind is among papers about contracts. */
const AGREEMENTS = new Map(kinds.map((kind) => [kind.id, kind.traits({ ...EMPTY_CONTENT, kind: kind.id }).agreement]));

/** The last days of contracts, as the register has them after amendments and ends before the term; what is void is no contract and changes none. */
export function contractEnds({ contracts, register }: Pick<Store, 'contracts' | 'register'>): ArchiveView['contractEnd'] {
  return async (document) => {
    const agreement = AGREEMENTS.get(document.kind);
    if (agreement === undefined || document.state === 'void') return undefined;
    const about = (await register.effects(document)).find(({ by }) => nameOf(by) === nameOf(document))?.on;
    const contract = await contracts.contract(agreement === 'contract' ? document : (about ?? document));
    // Of an older contract the register notes no term.
    return contract === undefined ? null : lastDay(contract);
  };
}
