import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 6.3: an annex is signed by the head of the unit that prepared it, so it names post and name. */
export const annexPreparer: Rule = {
  id: ruleId('6.3-annex-preparer'),
  clause: '6.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }) {
    for (const [index, { n, preparedBy }] of content.annexes.entries()) {
      const at = `${pointerTo('/annexes', index)}/preparedBy`;
      const lacks = [preparedBy?.post ? '' : 'посади (post)', preparedBy?.name ? '' : 'імені та прізвища (name)'].filter(
        (part) => part !== '',
      );
      if (lacks.length === 0) continue;
      yield {
        at: lacks.length === 2 ? at : `${at}/${preparedBy?.post ? 'name' : 'post'}`,
        message:
          lacks.length === 2
            ? `Не вказано, хто підготував додаток ${n} (preparedBy)`
            : `У відомостях про те, хто підготував додаток ${n} (preparedBy), немає ${lacks[0]}`,
        expected: 'посада, імʼя та прізвище керівника підрозділу, що підготував додаток',
        hint: 'Додайте поле preparedBy з посадою (post) та іменем (name).',
      };
    }
  },
};
