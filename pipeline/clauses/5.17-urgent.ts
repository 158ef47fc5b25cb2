import type { LocalDate } from '../model/date.js';
import type { DraftContent } from '../model/draft.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Office } from '../model/office.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { excerpt } from './draft/excerpt.js';
import { citationsIn } from './references/references.js';

/** R 5.17: an urgent project has its reasons in writing, with the norm of the law, and the leave of the head, the first deputy or the secretary. */
export const urgency: Rule = {
  id: ruleId('5.17-urgent'),
  clause: '5.17',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.project && traits.collegial,
  *check({ content: { urgent, submitted } }, { office, today }) {
    if (urgent === undefined) return;
    yield* ofGround(urgent.ground);
    yield* ofLeave(urgent.leaveBy, submitted ?? today, office);
  },
};

type Urgent = NonNullable<DraftContent['urgent']>;

function* ofGround(ground: Urgent['ground']): Iterable<Remark> {
  if (ground === undefined)
    yield {
      at: '/urgent/ground',
      message: 'Терміновість розгляду не обґрунтовано (ground)',
      expected: 'обставини, що зумовлюють терміновість, з посиланням на нормативно-правовий акт',
      hint: 'Додайте обґрунтування виконавця проєкту.',
    };
  else if (!citationsIn(ground).some(({ act, norms }) => act !== undefined && norms.length > 0))
    yield {
      at: '/urgent/ground',
      message: 'Обґрунтування терміновості не посилається на норму законодавства',
      expected: 'посилання на норму, наприклад на ст. 59 Закону України «Про місцеве самоврядування в Україні»',
      hint: 'Назвіть акт законодавства та його статтю (пункт).',
    };
}

/** Of the secretary and the first deputy as of the head: whoever has, or acts in, the post on the day of the submission. */
function* ofLeave(leaveBy: Urgent['leaveBy'], date: LocalDate, office: Office): Iterable<Remark> {
  const may = officialsOn(office, date, 'head', 'first-deputy', 'secretary');
  if (
    leaveBy !== undefined &&
    may.some(({ post, name }) => [name, post, `${post} ${name}`].some((words) => isSpelledAlike(words, leaveBy)))
  )
    return;
  yield {
    at: '/urgent/leaveBy',
    message:
      leaveBy === undefined
        ? 'Не вказано, хто дозволив розглянути проєкт терміново (leaveBy)'
        : `«${excerpt(leaveBy)}» не може дозволити термінового розгляду: на день подання такої посадової особи серед тих, хто має це право, немає`,
    expected: 'міський голова, його перший заступник або секретар міської ради: посада чи імʼя та прізвище',
    hint: `Отримайте дозвіл; на цей день його можуть дати: ${may.map(({ name }) => name).join(', ')}.`,
  };
}
