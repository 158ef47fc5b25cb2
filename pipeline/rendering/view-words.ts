import type { View } from '../model/kind.js';
import { passagesOf } from './passages.js';

/** All text of a view in printed order, headings and cells included, one string a paragraph. */
export function* wordsOf(view: View): Generator<string> {
  yield* view.bodyNames;
  yield* [view.kindName, view.date, view.place, view.number, view.title];
  yield* view.stating;
  yield view.keyword;
  for (const { number, text } of view.points) yield `${number} ${text}`;
  yield* [view.signature.post ?? '', view.signature.name ?? ''];
  for (const { reference, title, body, preparedBy } of view.annexes) {
    yield* reference;
    yield title;
    for (const passage of passagesOf(body)) {
      if (passage.type === 'table') for (const row of [...passage.table.head, ...passage.table.rows]) yield* row;
      else yield passage.type === 'text' && passage.mark !== null ? `${passage.mark} ${passage.text}` : passage.text;
    }
    yield* [preparedBy?.post ?? '', preparedBy?.name ?? ''];
  }
}
