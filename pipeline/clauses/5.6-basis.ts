import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { type ActName, hasArticles } from './references/act-name.js';
import { type Ground, type Grounds, groundsOf } from './references/grounds.js';
import { type Norm, normText } from './references/norm.js';

const EXPECTED = 'однакові посилання в тексті (stating.text) і в переліку підстав (stating.basis)';

/** R 5.6: the references in the stating text and those in `stating.basis` are equal sets. */
export const basisAgrees: Rule = {
  id: ruleId('5.6-basis'),
  clause: '5.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }) {
    if (content.stating.text.every((paragraph) => paragraph.trim() === '')) return;
    const grounds = groundsOf(content);
    yield* unreadable(grounds);
    for (const ground of grounds.acts) yield* ground.inBasis === undefined ? missingAct(ground) : differences(ground, ground.inBasis);
  },
};

function* unreadable(grounds: Grounds): Iterable<Remark> {
  for (const { text, at } of grounds.ownerless)
    yield {
      at,
      message: `Незрозуміло, якого акта стосується посилання «${excerpt(text)}»`,
      expected: 'назва акта в тому самому реченні, після посилання',
      hint: 'Назвіть акт поруч із посиланням, назву закону — в лапках.',
    };
  for (const { text, at } of grounds.unreadable)
    yield {
      at,
      message: `Норму «${excerpt(text)}» не вдалося прочитати`,
      expected: 'запис на зразок «ч. 6 ст. 59», «п. 3 ст. 42», «пп. 2 п. «б» ст. 30»',
      hint: 'Запишіть в окремому рядку norms лише статтю, частину, пункт чи підпункт.',
    };
}

function* missingAct({ act, textNorms }: Ground): Iterable<Remark> {
  if (act.sort === 'other' || (textNorms.size === 0 && !hasArticles(act))) return;
  const norms = shown([...textNorms.values()].map(({ norm }) => norm));
  yield {
    at: '/stating/basis',
    message: `У тексті (stating.text) названо: ${`${norms} ${nameOf(act)}`.trim()}, а в переліку підстав (stating.basis) цього акта немає`,
    expected: EXPECTED,
    hint: 'Додайте цей акт до stating.basis або приберіть посилання з тексту.',
  };
}

function* differences(ground: Ground, at: string): Iterable<Remark> {
  if (ground.inText === undefined) {
    yield {
      at,
      message: `У переліку підстав (stating.basis) є ${nameOf(ground.act)}, а в тексті (stating.text) цього акта не названо`,
      expected: EXPECTED,
      hint: 'Назвіть акт у тексті констатуючої частини або приберіть його з переліку підстав.',
    };
    return;
  }
  const missing = [...ground.textNorms].filter(([key]) => !ground.basisNorms.has(key)).map(([, { norm }]) => norm);
  if (missing.length > 0)
    yield {
      at: `${at}/norms`,
      message: `У тексті (stating.text) названо: ${shown(missing)} ${nameOf(ground.act)}, а в переліку підстав (stating.basis) цього немає`,
      expected: EXPECTED,
      hint: `Додайте до norms: ${shown(missing)} — або виправте текст.`,
    };
  for (const [key, { norm, at: place }] of ground.basisNorms) {
    if (ground.textNorms.has(key)) continue;
    yield {
      at: place,
      message: `У переліку підстав (stating.basis) є ${normText(norm)} ${nameOf(ground.act)}, а в тексті (stating.text) цього немає`,
      expected: EXPECTED,
      hint: 'Додайте це посилання в текст констатуючої частини або приберіть його з norms.',
    };
  }
}

/** As the text names it, which after a norm is in the genitive. */
function nameOf(act: ActName): string {
  return excerpt(act.text, 200);
}

function shown(norms: readonly Norm[]): string {
  return norms.map(normText).join(', ');
}
