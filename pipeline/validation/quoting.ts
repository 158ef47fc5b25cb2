import type { DraftContent } from '../model/draft.js';
import type { Kind, QuotedAct } from '../model/kind.js';
import type { Known } from './known.js';

/**
 * The act that a draft quotes, as it was printed (R 6.5): undefined if it names none on record, or one whose words are not to be had (an older act, one that
 * is not filed, a void number), or one that quotes itself.
 */
export async function quotedBy({ of }: DraftContent, known: Known, kinds: readonly Kind[]): Promise<QuotedAct | undefined> {
  const { office, register, draftOf } = known;
  if (of === undefined || office === undefined || register === undefined || draftOf === undefined) return undefined;
  const act = await register.act(of);
  const kind = kinds.find(({ id }) => id === act?.row.kind);
  if (act === undefined || kind === undefined || act.row.state === 'void') return undefined;
  const draft = await draftOf(act.row);
  if (draft === undefined || kind.traits(draft.content).quotes) return undefined;
  const { series, year, ordinal, number, date } = act.row;
  const view = kind.view(draft, { series, year, ordinal, number, date, registeredAt: '' }, office);
  // What is said of its terms, or that it is approved, changes none of its words.
  const changedBy = act.changedBy.flatMap(({ how, ...by }) =>
    how === 'extends' || how === 'releases' || how === 'approves' ? [] : [{ how, ...by }],
  );
  return { name: kind.name, genitive: kind.genitive, view, changedBy };
}
