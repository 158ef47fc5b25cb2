/** Points of an act in the genitive: `пункту 1`, `пунктів 1, 2.1`; all of them if none is named. */
export function pointsNamed(points: readonly string[]): string {
  if (points.length === 0) return 'усіх завдань';
  return `${points.length === 1 ? 'пункту' : 'пунктів'} ${points.join(', ')}`;
}
