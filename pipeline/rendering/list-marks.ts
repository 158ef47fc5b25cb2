import type { List } from '../model/draft.js';

/** Letters that may mark an item: ДСТУ 3008:2015 leaves out ґ є з і ї й о ч ь, which are taken for digits or for one another. */
const LETTERS = [...'абвгдежиклмнпрстуфхцшщюя'];

/** Mark of the item at `index` (from 0) as printed: `–`, `1)` or `а)`; after the last letter come `аа)`, `аб)` … */
export function listMark(mark: List['mark'], index: number): string {
  switch (mark) {
    case 'dash':
      return '–';
    case 'number':
      return `${index + 1})`;
    case 'letter':
      return `${letters(index)})`;
  }
}

function letters(index: number): string {
  const last = LETTERS[index % LETTERS.length] ?? '';
  return index < LETTERS.length ? last : letters(Math.floor(index / LETTERS.length) - 1) + last;
}
