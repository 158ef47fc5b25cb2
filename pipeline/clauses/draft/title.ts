/** A title without the mark of delegated powers in brackets at its end, and whether it had one. */
export function withoutMark(title: string, mark: string): { readonly words: string; readonly isMarked: boolean } {
  const plain = title.replaceAll('\u00A0', ' ').trim();
  const ending = `(${mark})`;
  const isMarked = plain.toLowerCase().endsWith(ending.toLowerCase());
  return { words: isMarked ? plain.slice(0, -ending.length).trim() : plain, isMarked };
}
