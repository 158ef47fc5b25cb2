import type { LocalDate } from '../model/date.js';
import type { CountedTerm, TermId, TermNorm } from '../model/term-norm.js';

const FROM = '2021-01-19' as LocalDate;

const after = (count: number, unit: CountedTerm['unit'] = 'calendar'): CountedTerm => ({ unit, count, direction: 'after' });
const before = (count: number, unit: CountedTerm['unit'] = 'calendar'): CountedTerm => ({ unit, count, direction: 'before' });
const row = (id: TermId, clause: string, what: string, event: string, rule: TermNorm['rule']): TermNorm => ({
  ...{ id, what, event, rule, clause, from: FROM },
  source: `Регламент виконавчого комітету Каховської міської ради від 19.01.2021 № 27, п. ${clause}`,
});

/** Every term of the regulation but those by which cases go to the archive department, which are in `transferTerms`. */
export const TERMS: readonly TermNorm[] = [
  row('ordinary-meeting', '4.2', 'чергове засідання виконавчого комітету', 'місяця', { unit: 'weekday', nth: 2, weekday: 2 }),
  row('absence', '4.3', 'повідомлення члена виконавчого комітету про відсутність', 'засідання', before(1)),
  row('submission', '5.14', 'подання проєкту до загального відділу та на сайт', 'засідання', before(10, 'working')),
  row('to-members', '4.6, 5.17', 'надання проєктів членам виконавчого комітету', 'засідання', before(3, 'working')),
  row('urgent', '5.17', 'внесення термінового проєкту', 'засідання', before(1)),
  row('addition', '5.18', 'подання доповнення до проєкту', 'засідання', before(1)),
  row('agenda-approval', '4.8', 'затвердження порядку денного', 'засідання', before(5)),
  row('agenda-publication', '4.8', 'оприлюднення порядку денного', 'затвердження', after(5, 'working')),
  row('legal-examination', '10.3', 'юридична експертиза проєкту', 'надходження проєкту', after(2)),
  row('regulatory-check', '5.19', 'висновок щодо проєкту регуляторного акта', 'надходження проєкту', after(5)),
  row('rework', '6.3', 'доопрацювання прийнятого рішення', 'засідання', after(2)),
  row('minutes-signature', '4.13', 'подання протоколу на підпис міському голові', 'засідання', after(5)),
  row('dispatch', '6.4', 'надсилання рішень виконавцям', 'підписання', after(3)),
  row('order-dispatch', '8.7', 'надсилання розпоряджень виконавцям', 'підписання', after(2)),
  row('publication', '29.1', 'оприлюднення рішень і розпоряджень', 'прийняття', after(5, 'working')),
  row('higher-body', '11.7', 'виконання документа вищого органу, у якому строку немає', 'реєстрації', after(30)),
  row('extension-request', '9.4, 11.8, 12.8', 'прохання продовжити строк', 'кінця строку', before(3)),
  row('contract-examination', '27.7, 27.9', 'правова експертиза та реєстрація договору', 'надходження', after(14)),
  row('contract-changes', '27.14', 'внесення змін до реєстру договорів', 'надходження', after(7)),
  row('termination-told', '27.15', 'повідомлення про дострокове припинення договору', 'рішення про припинення', after(1, 'months')),
  row('termination-before-end', '27.15', 'повідомлення про дострокове припинення договору', 'кінця строку договору', before(1, 'months')),
  row('month-plan-approval', '3.9', 'подання місячного плану на затвердження', 'місяця, на який складено план', {
    unit: 'month-day',
    day: 29,
    february: 26,
  }),
  row('year-plan-approval', '3.4', 'затвердження річного плану', 'року, на який складено план', { unit: 'month', month: 12 }),
  row('year-plan-sent', '3.7', 'надсилання річного плану', 'затвердження', after(1)),
  row('delegation-told', '23.6', 'передання протоколу (звіту) про зустріч з делегацією', 'зустрічі', after(3)),
  row('outgoing-signature', '13.13', 'подання вихідних документів на підпис', 'дня подання', { unit: 'hour', until: '15:30' }),
  row('appeals-kept', '16.12', 'зберігання звернень', 'розгляду', after(5, 'years')),
];
