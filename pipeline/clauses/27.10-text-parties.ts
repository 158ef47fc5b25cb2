import { stem, words } from '../language/stem.js';
import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { comparableText } from './draft/paper-remarks.js';
import { foundThere, hasSigns, nearestPassage, squeezed } from './draft/paper-text.js';

const CODES = /(?<![\p{L}\p{N}])(?:\d{8}|\d{10})(?![\p{L}\p{N}])/gu;
const ACCOUNTS = /UA(?:\s?\d){27}/giu;

/** R 27.10.2, 27.10.5, 27.11: the parties of the card, their codes and accounts, are those of the paper. */
export const textParties: Rule = {
  id: ruleId('27.10-text-parties'),
  clause: '27.10',
  severity: 'refuse',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { original, norms }) {
    const text = comparableText(original);
    if (text === undefined) return;
    const whole = squeezed(text, norms.legalForms);
    const named = new Set(words(text).map(stem));
    for (const [index, { name, code, type, bank }] of content.parties.entries()) {
      const at = (...keys: readonly string[]) => pointerTo('/parties', index, ...keys);
      const isThere =
        name === undefined ||
        whole.includes(squeezed(name, norms.legalForms)) ||
        (type === 'individual' && words(name).every((word) => named.has(stem(word))));
      if (!isThere) {
        const near = nearestPassage(name, text);
        yield {
          at: at('name'),
          message: `Сторони «${excerpt(name)}» немає в тексті договору${near === undefined ? '' : `; у тексті є «${near}»`}`,
          expected: 'найменування сторони, як у договорі',
          hint: 'Виправте картку або договір, щоб найменування збігалися.',
        };
      }
      if (code !== undefined && !hasSigns(text, code))
        yield {
          at: at('code'),
          message: `Коду ${excerpt(code)} немає в тексті договору; ${foundThere([...new Set(text.match(CODES) ?? [])])}`,
          expected: 'код сторони, як у договорі',
          hint: 'Виправте картку або договір, щоб коди збігалися.',
        };
      if (bank?.iban !== undefined && !hasSigns(text, bank.iban.replace(/\s/gu, '')))
        yield {
          at: at('bank', 'iban'),
          message: `Рахунка ${excerpt(bank.iban)} немає в тексті договору; ${foundThere([...new Set(text.match(ACCOUNTS) ?? [])])}`,
          expected: 'рахунок сторони, як у договорі',
          hint: 'Виправте картку або договір, щоб рахунки збігалися.',
        };
    }
  },
};
