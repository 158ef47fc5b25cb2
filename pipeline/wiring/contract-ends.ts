import { kinds } from '../kinds/index.js';
import type { ArchiveView } from '../model/archive-view.js';
import { lastDay } from '../model/contract-register.js';
import { parseDigest } from '../model/digest.js';
import { EMPTY_CONTENT } from '../model/draft.js';
import { type ActName, nameOf } from '../model/effect.js';
import type { Traits } from '../model/kind.js';
import type { Store } from '../model/ports.js';
import type { RegisterRow } from '../model/register-row.js';
import type { DraftOf } from '../model/rule.js';

/** What each kind is among papers about contracts. */
const ABOUT: ReadonlyMap<string, Pick<Traits, 'agreement' | 'examines'>> = new Map(
  kinds.map((kind) => [kind.id, kind.traits({ ...EMPTY_CONTENT, kind: kind.id })]),
);

/**
 * The last days of contracts, as the register has them after amendments and ends before the term; what is void is about no contract. Papers of an examination are
 * about the contract that was registered by it, those of one that went back about none.
 */
export function contractEnds({ contracts, register }: Pick<Store, 'contracts' | 'register'>, draftOf: DraftOf): ArchiveView['contractEnd'] {
  const examined = async (document: RegisterRow): Promise<ActName | undefined> => {
    const drop = parseDigest((await draftOf(document))?.content.contract ?? '');
    return drop && (await register.byDrop(drop));
  };
  const marked = async (document: RegisterRow): Promise<ActName | undefined> =>
    (await register.effects(document)).find(({ by }) => nameOf(by) === nameOf(document))?.on;

  return async (document) => {
    const { agreement, examines } = ABOUT.get(document.kind) ?? {};
    if (document.state === 'void' || (agreement === undefined && examines === undefined)) return undefined;
    const name = agreement === 'contract' ? document : await (agreement === undefined ? examined : marked)(document);
    if (name === undefined) return undefined;
    const contract = await contracts.contract(name);
    // Of an older contract the register notes no term.
    return contract === undefined ? null : lastDay(contract);
  };
}
