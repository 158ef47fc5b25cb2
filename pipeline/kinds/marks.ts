import { toDigitalStyle } from '../model/date.js';
import type { QuotedAct } from '../model/kind.js';

type Change = QuotedAct['changedBy'][number];

/** What has become of a quoted act since, a line a change, as every later copy of it says (R 5.11, 6.2, 7.1); `name` is its kind's. */
export function changeMarks({ changedBy, genitive }: QuotedAct): readonly string[] {
  return changedBy.map(({ how, date, number }) => `${WORDS[how](genitive)} від ${toDigitalStyle(date)} № ${number}`);
}

/** Acts are changed by acts of their own body; the head suspends by an order, the council cancels by a decision (R 6.2). */
const WORDS: Readonly<Record<Change['how'], (genitive: string) => string>> = {
  amends: (genitive) => `Унесено зміни на підставі ${genitive}`,
  repeals: (genitive) => `Втратило чинність на підставі ${genitive}`,
  suspends: () => 'Дію зупинено на підставі розпорядження міського голови',
  resumes: () => 'Дію поновлено на підставі розпорядження міського голови',
  cancels: () => 'Скасовано на підставі рішення міської ради',
  voids: () => 'Номер анульовано: акт',
  terminates: () => 'Дію припинено достроково: відмітка',
  court: () => 'Є судове рішення, що набрало законної сили: відмітка',
};
