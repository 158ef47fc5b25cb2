import type { Commission, DraftContent } from '../model/draft.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { hasPhrase, stemsOf } from './draft/stems.js';
import { namesPerson } from './draft/surname.js';
import { allTexts } from './draft/texts.js';

/** R 22.4: an act that founds a temporary commission itself says its tasks and powers; every commission has a secretary. */
export const commissionFounded: Rule = {
  id: ruleId('22.4-commission'),
  clause: '22.4',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }) {
    const { commission } = content;
    if (commission === undefined || commission.order !== undefined) return;
    const lacks = [
      ...(commission.tasks === undefined && !commission.standing ? ['завдання (tasks)'] : []),
      ...(commission.powers === undefined && !commission.standing ? ['повноваження (powers)'] : []),
      ...(commission.secretary?.name === undefined ? ['секретаря (secretary)'] : []),
    ];
    if (lacks.length > 0)
      yield {
        at: '/commission',
        message: `Для комісії, що утворюється, не визначено: ${lacks.join(', ')}`,
        expected: 'завдання, повноваження та секретар комісії',
        hint: 'Визначте їх у тексті документа чи в додатку і повторіть у полі commission.',
      };
    yield* agreement(content, commission);
  },
};

/** What the field says of the commission, the words of the act say too. */
function* agreement(content: DraftContent, { tasks, powers, secretary }: Commission): Iterable<Remark> {
  const texts = Array.from(allTexts(content))
    .filter(({ at }) => at.startsWith('/operative/') || at.startsWith('/annexes/'))
    .map(({ text }) => stemsOf(text));
  const said = [
    { at: '/commission/tasks', name: 'завдання', words: tasks, stands: (text: string[]) => hasPhrase(stemsOf(tasks ?? ''), text) },
    { at: '/commission/powers', name: 'повноваження', words: powers, stands: (text: string[]) => hasPhrase(stemsOf(powers ?? ''), text) },
    {
      at: '/commission/secretary/name',
      name: 'секретаря',
      words: secretary?.name,
      stands: (text: string[]) => namesPerson(secretary?.name ?? '', text),
    },
  ];
  for (const { at, name, words, stands } of said) {
    if (words === undefined || texts.some(stands)) continue;
    yield {
      at,
      message: `У тексті документа немає слів про ${name} комісії «${excerpt(words)}», указаних у полі commission`,
      expected: 'ті самі слова в пункті або додатку',
      hint: 'Доповніть текст документа або виправте поле commission.',
    };
  }
}
