import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.7: with the draft of a decision come a note on the matter, the speaker, those invited and the addressees of the decision. */
export const projectPackage: Rule = {
  id: ruleId('5.7-package'),
  clause: '5.7',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.project && traits.collegial,
  *check({ content: { note, speaker, invited, mailing } }) {
    const lacks = [
      ...(note === undefined || note.text.length === 0 ? ['довідки по суті питання (note)'] : []),
      ...(speaker?.post && speaker.name ? [] : ['даних про доповідача (speaker)']),
      ...(invited.length === 0 ? ['списку запрошених (invited)'] : []),
      ...(mailing.length === 0 ? ['переліку адресатів (mailing)'] : []),
    ];
    if (lacks.length === 0) return;
    yield {
      at: '',
      message: `До проєкту не додано: ${lacks.join(', ')}`,
      expected: 'довідка, доповідач, запрошені та адресати рішення',
      hint: 'Доповніть проєкт: без цих матеріалів його не розглядають.',
    };
  },
};
