import { ruleId } from '../model/finding.js';
import { seriesOf } from '../model/office.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

/** A draft's own `id` is unique in its series: other bytes under an `id` that has a number would be a second act of one draft. */
export const uniqueId: Rule = {
  id: ruleId('T-id'),
  clause: null,
  severity: 'refuse',
  needs: 'register',
  appliesTo: () => true,
  async check({ content, source }, { kind, office, register }) {
    const { id } = content;
    const entry = id === undefined ? undefined : await register.byId(seriesOf(office, kind, content).id, id);
    if (entry === undefined || entry.sha256 === source.sha256) return [];
    return [
      {
        at: '/id',
        message: `Під ідентифікатором (id) «${excerpt(id ?? '')}» уже зареєстровано ${kind.name} № ${entry.number} за ${entry.year} рік (${entry.path})`,
        expected: 'ідентифікатор, якого ще не було в цьому реєстрі',
        hint: 'Якщо це інший документ, змініть або приберіть поле id; зареєстрований документ удруге не реєструють.',
      },
    ];
  },
};
