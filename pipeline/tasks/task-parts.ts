import type { LocalDate } from '../model/date.js';
import type { LawNote, TaskAct, TaskControl, TaskTerm } from '../model/task.js';

type Fixed = 'is' | 'kind' | 'competence' | 'control' | 'annexes' | 'visas' | 'terms';
/** What a task says of its act; the rest is its body's. */
export type ActParts = Omit<TaskAct, Fixed> & Partial<Pick<TaskAct, 'control' | 'annexes' | 'visas' | 'terms'>>;

const SECRETARY: TaskControl = {
  post: 'Секретар міської ради',
  text: 'Контроль за виконанням цього рішення покласти на секретаря міської ради.',
};
const DEPUTY: TaskControl = {
  post: 'Заступник міського голови з питань діяльності виконавчих органів ради',
  text: 'Контроль за виконанням цього рішення покласти на заступника міського голови з питань діяльності виконавчих органів ради.',
};
const OF_ORDER: TaskControl = {
  post: 'Секретар міської ради',
  text: 'Контроль за виконанням розпорядження покласти на секретаря міської ради.',
};

/** A decision of the council: the matrix asks for the legal visa alone (R 10.1), but author, secretary and departments look such drafts through. */
export function ofCouncil(parts: ActParts): TaskAct {
  const visas = ['executor', 'unit-head', 'secretary', 'legal', 'general', 'organisation'] as const;
  return { is: 'act', kind: 'council-decision', competence: 'council', control: SECRETARY, annexes: [], visas, terms: [], ...parts };
}

/** A decision of the executive committee; who visas it the matrix says (R 5.10). */
export function ofCommittee(parts: ActParts): TaskAct {
  return { is: 'act', kind: 'decision', competence: 'committee', control: DEPUTY, annexes: [], visas: [], terms: [], ...parts };
}

/** An order of the head; who visas it the matrix says (R 8.3). */
export function ofHead(parts: ActParts): TaskAct {
  return { is: 'act', kind: 'order', competence: 'head', control: OF_ORDER, annexes: [], visas: ['executor'], terms: [], ...parts };
}

/** The point by which a decision is made public (R 29.1). */
export const PUBLISH = {
  text: 'Загальному відділу оприлюднити це рішення на офіційному вебсайті громади.',
  executor: 'Загальний відділ',
} as const;

/** Nothing but a day that data name. */
export function day(text: string): LocalDate {
  return text as LocalDate;
}

export const MEMORY = 'загальновідоме; за текстом акта не звірено';

/** A term or a condition that nobody has compared with the law. */
export function known(text: string): TaskTerm {
  return { text, mark: 'known', source: MEMORY };
}

/** The law on media took the place of the laws on the press and on how bodies are covered by it. */
export const MEDIA_LAW: LawNote = {
  text: 'Закони «Про друковані засоби масової інформації (пресу) в Україні» і «Про порядок висвітлення діяльності органів державної влади та органів місцевого самоврядування в Україні засобами масової інформації» втратили чинність; діє Закон «Про медіа» від 13.12.2022 № 2849-IX',
  from: day('2023-03-31'),
  ends: false,
  mark: 'read',
  source: 'повідомлення Старосамбірської міської ради (sts-mrada.gov.ua/?p=18407) та Укрінформу (31.03.2023)',
};

/** The electoral code took the place of the laws on elections. */
export const ELECTORAL_CODE: LawNote = {
  text: 'Закони про вибори втратили чинність; діє Виборчий кодекс України від 19.12.2019 № 396-IX',
  from: day('2020-01-01'),
  ends: false,
  mark: 'known',
  source: MEMORY,
};

export const NO_ELECTIONS: LawNote = {
  text: 'У період дії воєнного стану вибори не проводяться (Закон «Про правовий режим воєнного стану», ст. 19)',
  from: day('2022-02-24'),
  ends: false,
  mark: 'known',
  source: MEMORY,
};
