import type { Draft, Point } from './draft.js';
import type { Place } from './finding.js';

/**
 * Where a JSON pointer leads in a draft: line and column of the nearest part that stands in the file, the printed number of the point or of the
 * annex the pointer goes through, and the page where one was measured.
 */
export function placeOf(draft: Draft, pointer: string, page?: number): Place {
  const position = draft.source.position(pointer);
  const [top, ...rest] = keysOf(pointer);
  const point = top === 'operative' ? pointNumber(draft.content.operative, rest) : undefined;
  const annex = top === 'annexes' ? draft.content.annexes[indexOf(rest[0])]?.n : undefined;
  return {
    pointer,
    line: position?.line ?? null,
    column: position?.column ?? null,
    ...(point ? { point } : {}),
    ...(annex ? { annex } : {}),
    ...(page === undefined ? {} : { page }),
  };
}

/** Keys of a JSON pointer (RFC 6901), escapes undone; none for `''`. */
export function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function pointNumber(points: readonly Point[], [index, , ...deeper]: readonly string[]): string | undefined {
  const point = points[indexOf(index)];
  if (point === undefined) return undefined;
  return pointNumber(point.points, deeper) || point.n;
}

function indexOf(key: string | undefined): number {
  return key !== undefined && /^\d+$/.test(key) ? Number(key) : -1;
}
