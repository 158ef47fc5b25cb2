/** Outside text as part of one line on a terminal: signs that are not seen, move the cursor or turn the line round stand as a dot. */
export function plainLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '·');
}
