import { byAct, citationOf } from '../model/legal-basis.js';
import type { TaskAct } from '../model/task.js';
import type { JsonObject } from './json-object.js';

/** What a task says of the nature of its act, which decides who visas it. */
export function taskTraits({ normative, spends }: TaskAct): { readonly normative: boolean; readonly spends: boolean } {
  return { normative: normative === true, spends: spends === true };
}

/** What a draft for a task says before anybody writes it: title, stating part, points, annexes, control, and what it changes. */
export function taskContent(act: TaskAct, ownLaw: string): JsonObject {
  const { title, aim, bases, points, annexes, control, changes } = act;
  const last = { n: String(points.length + 1), text: control.text };
  return {
    title,
    ...taskTraits(act),
    stating: { text: [`${aim}, ${citationOf(bases, ownLaw)}`], basis: byAct(bases) },
    operative: [...points.map(({ text, executor }, index) => ({ n: String(index + 1), text, executor: executor ?? '' })), last],
    control: { post: control.post },
    annexes: annexes.map((annex, index) => ({
      n: index + 1,
      title: annex.title,
      toPoint: String(annex.toPoint),
      body: [{ type: 'paragraph', text: annex.content }],
    })),
    ...(changes === undefined ? {} : { changes: [{ act: { series: changes.series }, how: changes.how }] }),
  };
}
