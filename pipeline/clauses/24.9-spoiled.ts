import type { BlankRange } from '../model/blanks.js';
import type { Blanks } from '../model/draft.js';
import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 24.9: a spoiled blank is one of the stock, was neither used nor written off before, and has a reason. */
export const blankSpoiled: Rule = {
  id: ruleId('24.9-spoiled'),
  clause: '24.9',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.stock,
  async check({ content: { blanks } }, { register }) {
    if (blanks === undefined) return [];
    const { form = '', spoiled } = blanks;
    const received = [...((await register.blankStock(form))?.received ?? []), ...ownRange(blanks)];
    const numbers = spoiled.flatMap(({ number }) => number ?? []);
    const spent = await register.spentBlanks(form, numbers);
    return spoiled.flatMap(({ number, reason }, index): Remark[] => {
      const at = (key: string): string => pointerTo('/blanks/spoiled', index, key);
      const missing = (reason ?? '') === '' ? [withoutReason(at('reason'))] : [];
      if (number === undefined) return [withoutNumber(at('number')), ...missing];
      const before = spent.get(number) ?? (numbers.indexOf(number) < index ? 'repeated' : undefined);
      if (before !== undefined) return [spentBefore(at('number'), number, before), ...missing];
      const isKnown = received.some(({ from, to }) => from <= number && number <= to);
      return isKnown ? missing : [unknown(at('number'), number), ...missing];
    });
  },
};

function ownRange({ from, to }: Blanks): readonly BlankRange[] {
  return from === undefined || to === undefined ? [] : [{ from, to }];
}

const HINT = 'Перевірте номер бланка.';

function withoutNumber(at: string): Remark {
  return { at, message: 'Не вказано номера зіпсованого бланка (number)', expected: 'номер бланка', hint: 'Додайте номер бланка.' };
}

function withoutReason(at: string): Remark {
  return {
    at,
    message: 'Не вказано, через що бланк зіпсовано (reason)',
    expected: 'причина псування',
    hint: 'Додайте причину, наприклад «пошкоджено під час друку».',
  };
}

function spentBefore(at: string, number: number, before: 'used' | 'spoiled' | 'repeated'): Remark {
  const how = { used: 'уже використано для документа', spoiled: 'уже списано як зіпсований', repeated: 'названо в цьому акті двічі' }[
    before
  ];
  return { at, message: `Бланк № ${number} (number) ${how}`, expected: 'номер бланка, який є в залишку', hint: HINT };
}

function unknown(at: string, number: number): Remark {
  return { at, message: `Бланка № ${number} (number) не оприбутковано`, expected: 'номер одержаного бланка', hint: HINT };
}
