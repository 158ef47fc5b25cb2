import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { notedTerms } from './draft/contract-terms.js';
import { excerpt } from './draft/excerpt.js';

/** R 27.10.6: the register notes who controls the performance of a contract: surname, name, patronymic and post. */
export const contractControllers: Rule = {
  id: ruleId('27.10-controllers'),
  clause: '27.10',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { traits }) {
    for (const { at, terms } of notedTerms(content, traits)) {
      if (terms.controllers.length === 0 && at === '')
        yield {
          at: '/controllers',
          message: 'Не вказано, хто контролює виконання договору (controllers)',
          expected: 'прізвище, імʼя, по батькові та посада',
          hint: 'Додайте посадову особу, на яку покладено контроль.',
        };
      for (const [index, { post, name = '' }] of terms.controllers.entries()) {
        const place = pointerTo(`${at}/controllers`, index);
        if (!FULL_NAME.test(name.trim()))
          yield {
            at: `${place}/name`,
            message: name === '' ? 'Не названо того, хто контролює виконання (name)' : `«${excerpt(name)}» — не повне імʼя (name)`,
            expected: 'прізвище, імʼя, по батькові без скорочень',
            hint: 'Впишіть усі три слова повністю.',
          };
        if (post === undefined)
          yield {
            at: `${place}/post`,
            message: `Не вказано посади того, хто контролює виконання${name === '' ? '' : `: «${excerpt(name)}»`} (post)`,
            expected: 'посада',
            hint: 'Додайте посаду.',
          };
      }
    }
  },
};

/** Three words without initials; a surname may have two parts. */
const FULL_NAME = /^\p{L}[\p{L}ʼ'’-]+(?:[\s\u00A0]+\p{L}[\p{L}ʼ'’-]+){2}$/u;
