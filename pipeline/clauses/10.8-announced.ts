import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';
import { objects } from './draft/objections.js';
import { tabledDraft } from './draft/projects-on-record.js';

/** R 10.8: where the legal department has given its opinion on a project, it is read out at the meeting, and minutes say so. */
export const opinionAnnounced: Rule = {
  id: ruleId('10.8-announced'),
  clause: '10.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: areMinutes,
  async check({ content: { meeting, items } }, world) {
    const date = meeting?.date;
    if (date === undefined) return [];
    const remarks: Remark[] = [];
    for (const [index, item] of items.entries()) {
      if (item.announced || item.outcome === 'postponed') continue;
      for (const project of item.projects) {
        const draft = await tabledDraft(await world.projects.standing(project), date, world);
        const visas = draft?.content.visas ?? [];
        if (!visas.some((visa) => visa.role === 'legal' && (visa.objection !== undefined || objects(visa, world.norms)))) continue;
        remarks.push({
          at: itemAt(index, 'announced'),
          message: `${itemCalled(item, index)}: до проєкту «${excerpt(project)}» є висновок юридичного відділу, а не сказано, що його оголошено (announced)`,
          expected: 'announced: true',
          hint: 'Висновок обовʼязково оголошують на засіданні; якщо його оголошено, додайте announced: true.',
        });
      }
    }
    return remarks;
  },
};
