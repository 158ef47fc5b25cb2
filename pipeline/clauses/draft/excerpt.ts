/** Words of a draft as a message shows them: cut where they would run on. */
export function excerpt(text: string, longest = 80): string {
  const signs = Array.from(text.trim());
  return signs.length <= longest
    ? signs.join('')
    : `${signs
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
