import type { ArchiveView } from '../model/archive-view.js';
import { isUnfiled } from '../model/effect.js';
import type { DraftOf } from '../model/rule.js';
import type { Runner } from '../runner.js';

/** Acts of this process that have their number and are being made beside the one that is judged. */
export interface ActsInHand {
  /** The same runner, its acts noted. */
  watched(runner: Runner): Runner;
  /** The same reader, but an act that is in hand is waited for: what a later draft finds does not depend on how far the earlier one has come. */
  awaited(draftOf: DraftOf): DraftOf;
  /** The same view, but a year is formed of what is filed when nothing is in hand any more. */
  settled(view: ArchiveView): ArchiveView;
}

export function actsInHand(): ActsInHand {
  const making = new Set<Promise<unknown>>();
  return {
    watched: (runner) => ({
      ...runner,
      take(drop) {
        const taking = runner.take(drop);
        const end = taking.settled.catch(() => undefined).finally(() => making.delete(end));
        // Not before it has its number: a draft that is being judged must not wait for itself.
        void taking.numbered.then(() => making.add(end));
        return taking;
      },
    }),
    awaited: (draftOf) => async (row) => {
      const draft = await draftOf(row);
      if (draft !== undefined || !isUnfiled(row.state)) return draft;
      await Promise.all(making);
      return draftOf(row);
    },
    settled: (view) => ({
      ...view,
      async formed(year) {
        await Promise.all(making);
        return view.formed(year);
      },
    }),
  };
}
