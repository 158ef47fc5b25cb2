/** A number with its noun in the form that Ukrainian wants: `1 сторінка`, `3 сторінки`, `12 сторінок`. */
export function counted(count: number, one: string, few: string, many: string): string {
  return `${count} ${nounFor(count, one, few, many)}`;
}

/** The form of a noun beside a number; only its last two figures count. */
export function nounFor(count: number, one: string, few: string, many: string): string {
  const [tens, ones] = [Math.abs(count) % 100, Math.abs(count) % 10];
  const isTeen = tens > 10 && tens < 15;
  if (ones === 1 && !isTeen) return one;
  return ones > 1 && ones < 5 && !isTeen ? few : many;
}
