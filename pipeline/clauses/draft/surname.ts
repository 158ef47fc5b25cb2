import { stemsOf } from './stems.js';

/** Whether stems of a text name a person, by the surname, which stands last or in capitals: its first letters, for surnames decline in too many ways. */
export function namesPerson(name: string, stems: readonly string[]): boolean {
  const parts = name.split(/[\s.]+/u).filter((part) => part.length > 1);
  const surname = parts.find((part) => part === part.toUpperCase()) ?? parts.at(-1) ?? name;
  const [wanted = ''] = stemsOf(surname);
  const root = wanted.slice(0, Math.max(3, Math.ceil(wanted.length * 0.7)));
  return stems.some((stem) => stem === wanted || stem.startsWith(root));
}
