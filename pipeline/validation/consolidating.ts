import type { ConsolidatedText } from '../model/act.js';
import { consolidate, currentContent } from '../model/consolidate.js';
import type { DraftContent } from '../model/draft.js';
import type { Kind } from '../model/kind.js';
import type { Known } from './known.js';

/** The texts of the acts that a draft amends point by point, as they read after it (R 5.11), in the order of its changes; none of an older act. */
export async function consolidatedBy(content: DraftContent, known: Known, kinds: readonly Kind[]): Promise<readonly ConsolidatedText[]> {
  const { office, register, draftOf } = known;
  if (content.stage === 'project' || office === undefined || register === undefined || draftOf === undefined) return [];
  const texts: ConsolidatedText[] = [];
  for (const { act: reference, how, edits } of content.changes) {
    if (how !== 'amends' || edits.length === 0) continue;
    const act = await register.act(reference);
    const kind = kinds.find(({ id }) => id === act?.row.kind);
    const draft = act && (await draftOf(act.row));
    if (act === undefined || kind === undefined || draft === undefined) continue;
    const before = await currentContent(act, register.act, async (row) => (await draftOf(row))?.content);
    const { series, year, ordinal, number, date } = act.row;
    const after = { ...draft, content: consolidate(before ?? draft.content, edits).content };
    texts.push({
      of: { series, year, number },
      view: kind.view(after, { series, year, ordinal, number, date, registeredAt: '' }, office),
    });
  }
  return texts;
}
