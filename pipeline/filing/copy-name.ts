/** Longest part of an addressee's name in the name of a file, characters. */
const LONGEST = 60;

/** Name of the file in which an addressee's copy lies in the outbox: `01-Відділ-освіти.pdf`; `index` from 0. Of the addressee only letters and digits stay. */
export function copyName(index: number, to: string): string {
  const words = to.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const label = words.join('-').slice(0, LONGEST).replace(/-+$/u, '');
  return `${String(index + 1).padStart(2, '0')}${label === '' ? '' : `-${label}`}.pdf`;
}
