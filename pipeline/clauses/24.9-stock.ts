import type { BlankRange } from '../model/blanks.js';
import type { Blanks } from '../model/draft.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Office } from '../model/office.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

/** R 24.9: an account of blanks says whose they are and which numbers came or were spoiled; a stock is a run of numbers that have not come before. */
export const blankStock: Rule = {
  id: ruleId('24.9-stock'),
  clause: '24.9',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.stock,
  async check({ content: { blanks } }, { office, register }) {
    if (blanks?.form === undefined) return [withoutForm(office)];
    if (!office.bodies.some(({ id }) => id === blanks.form)) return [unknownForm(blanks.form, office)];
    const { from, to } = blanks;
    if (from === undefined && to === undefined) return blanks.spoiled.length > 0 ? [] : [withoutNumbers()];
    if (from === undefined || to === undefined) return [halfRange(blanks)];
    if (from > to) return [backward({ from, to })];
    const stock = await register.blankStock(blanks.form);
    return (stock?.received ?? []).filter((known) => known.from <= to && from <= known.to).map(overlap);
  },
};

function withoutForm({ bodies }: Office): Remark {
  return {
    at: '/blanks/form',
    message: 'Не вказано, чиї це бланки (form)',
    expected: bodies.map(({ id }) => id).join(', '),
    hint: 'Додайте поле blanks із позначенням бланка (form) і номерами.',
  };
}

function unknownForm(form: string, { bodies }: Office): Remark {
  return {
    at: '/blanks/form',
    message: `Бланка «${excerpt(form)}» (form) у налаштуваннях немає`,
    expected: bodies.map(({ id }) => id).join(', '),
    hint: 'Виправте позначення бланка; новий бланк вносить адміністратор у налаштування (bodies).',
  };
}

function withoutNumbers(): Remark {
  return {
    at: '/blanks/from',
    message: 'Не вказано номерів бланків',
    expected: 'перший (from) і останній (to) номери одержаних бланків або зіпсовані бланки (spoiled)',
    hint: 'Додайте номери одержаних або зіпсованих бланків.',
  };
}

function halfRange({ from }: Blanks): Remark {
  return {
    at: from === undefined ? '/blanks/from' : '/blanks/to',
    message:
      from === undefined ? 'Не вказано першого номера одержаних бланків (from)' : 'Не вказано останнього номера одержаних бланків (to)',
    expected: 'перший (from) і останній (to) номери',
    hint: 'Додайте номер; якщо бланк один, обидва номери однакові.',
  };
}

function backward({ from, to }: BlankRange): Remark {
  return {
    at: '/blanks/to',
    message: `Останній номер одержаних бланків (to) ${to} менший за перший (from) ${from}`,
    expected: `${from} або більше`,
    hint: 'Перевірте номери за накладною.',
  };
}

function overlap({ from, to }: BlankRange): Remark {
  return {
    at: '/blanks/from',
    message: `Серед цих номерів є вже оприбутковані: № ${from} – № ${to}`,
    expected: 'номери, яких ще не оприбутковано',
    hint: 'Перевірте номери за накладною та попередніми актами.',
  };
}
