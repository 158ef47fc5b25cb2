import { type Flaw, type Unreadable, unreadable } from './raw.js';

/** What is wrong with a dropped ZIP, said to a clerk. */
export const zipFlaws = {
  brokenOff: (message: string): Unreadable =>
    unreadable(
      { rule: 'T-broken-off', at: null, message, expected: 'повний ZIP', hint: 'Створіть архів ще раз і подайте весь файл.' },
      true,
    ),
  notZip: (): Unreadable =>
    unreadable({
      rule: 'T-zip-damaged',
      at: null,
      message: 'Файл названо .zip, але це не ZIP',
      expected: 'архів ZIP',
      hint: 'Створіть архів ще раз саме у форматі ZIP.',
    }),
  damaged: () => ({
    rule: 'T-zip-damaged',
    at: null,
    message: 'Архів пошкоджено: його зміст не читається',
    expected: 'цілий ZIP',
    hint: 'Створіть архів ще раз.',
  }),
  layout: () => ({
    rule: 'T-zip-structure',
    at: null,
    message: 'Будова архіву суперечлива: різні програми побачать у ньому різні файли',
    expected: 'звичайний ZIP: файли один за одним, без зайвих байтів перед ними, між ними й після них',
    hint: 'Створіть архів ще раз засобами системи.',
  }),
  tooManyEntries: (count: number, limit: number) => ({
    rule: 'T-zip-limits',
    at: null,
    message: `В архіві забагато файлів: ${count}`,
    expected: `не більше ${limit}`,
    hint: 'Залиште в архіві лише проєкт і файли його додатків.',
  }),
  tooManyBytes: (limit: number) => ({
    rule: 'T-zip-limits',
    at: null,
    message: 'Файли в архіві завеликі',
    expected: `не більше ${Math.floor(limit / 1024 / 1024)} МБ разом`,
    hint: 'Зменште додатки.',
  }),
  ratio: (name: string, limit: number) =>
    entry(
      'T-zip-limits',
      `Файл ${shown(name)} стиснуто підозріло сильно`,
      `стиснення не більше ніж у ${limit} разів`,
      'Подайте звичайний файл.',
    ),
  draftCount: (names: readonly string[]) =>
    entry(
      'T-zip-draft',
      names.length === 0 ? 'В архіві немає проєкту документа' : `В архіві кілька проєктів: ${names.slice(0, 5).map(shown).join(', ')}`,
      'рівно один файл .xml або .json',
      names.length === 0 ? 'Додайте проєкт в архів, не в папку.' : 'Подайте кожен проєкт окремо.',
    ),
  folder: (name: string) =>
    entry('T-zip-folder', `В архіві є папка: ${shown(name)}`, 'файли без папок', 'Заархівуйте самі файли, а не папку з ними.'),
  path: (name: string) =>
    entry('T-zip-path', `Назва ${shown(name)} веде за межі архіву`, 'назва файлу без шляху', 'Створіть архів ще раз із самих файлів.'),
  name: (name: string) =>
    entry('T-zip-name', `Назва файлу ${shown(name)} не годиться`, 'назва до 180 байтів без знаків < > : " | ? *', 'Перейменуйте файл.'),
  link: (name: string) =>
    entry('T-zip-link', `${shown(name)} в архіві — не файл, а посилання`, 'звичайні файли', 'Покладіть в архів сам файл.'),
  encrypted: (name: string) =>
    entry('T-zip-encrypted', `Файл ${shown(name)} в архіві захищено паролем`, 'архів без пароля', 'Створіть архів без пароля.'),
  method: (name: string) =>
    entry(
      'T-zip-damaged',
      `Файл ${shown(name)} стиснуто незвичним способом`,
      'звичайний ZIP (Deflate)',
      'Створіть архів засобами системи.',
    ),
  damagedEntry: (name: string) => entry('T-zip-damaged', `Файл ${shown(name)} в архіві пошкоджено`, 'цілий файл', 'Створіть архів ще раз.'),
  nested: (name: string) =>
    entry('T-zip-nested', `В архіві лежить інший архів: ${shown(name)}`, 'файли без вкладених архівів', 'Покладіть самі файли.'),
  repeatedName: (name: string) =>
    entry('T-zip-duplicate', `В архіві кілька файлів з назвою ${shown(name)}`, 'різні назви', 'Перейменуйте один із них.'),
} as const;

function entry(rule: string, message: string, expected: string, hint: string): Flaw {
  return { rule, pointer: '', at: null, message, expected, hint };
}

/** A name that came from outside, short and with nothing in it that could upset a line of text. */
function shown(name: string): string {
  return `«${name.slice(0, 80).replace(/[\p{C}]/gu, '?')}»`;
}
