import type { Block, Person } from '../model/draft.js';
import type { View } from '../model/kind.js';
import { passagesOf } from './passages.js';

/** All text of a view in printed order, headings and cells included, one string a paragraph. */
export function* wordsOf(view: View): Generator<string> {
  yield* view.marks ?? [];
  yield* view.bodyNames;
  yield* [view.kindName, view.date, view.place, view.number, view.answersTo ?? ''];
  yield* view.addressees ?? [];
  yield view.title;
  yield* view.stating;
  yield view.keyword;
  for (const { number, text } of view.points) yield `${number} ${text}`;
  yield* blockWords(view.body ?? []);
  yield* personWords(view.signature);
  for (const { lines, person = {} } of view.endorsements ?? []) {
    yield* lines;
    yield* personWords(person);
  }
  yield* view.certification?.lines ?? [];
  yield* personWords(view.certification?.person ?? {});
  yield* view.contact ?? [];
  yield view.foot ?? '';
  for (const { reference, title, body, preparedBy } of view.annexes) {
    yield* reference;
    yield title;
    yield* blockWords(body);
    yield* personWords(preparedBy ?? {});
  }
}

function* blockWords(blocks: readonly Block[]): Generator<string> {
  for (const passage of passagesOf(blocks)) {
    if (passage.type === 'table') for (const row of [...passage.table.head, ...passage.table.rows]) yield* row;
    else yield passage.type === 'text' && passage.mark !== null ? `${passage.mark} ${passage.text}` : passage.text;
  }
}

function* personWords({ post = '', name = '' }: Person): Generator<string> {
  yield* [post, name];
}
