import type { DraftContent, Point } from '../../model/draft.js';
import { pointerTo } from '../../model/finding.js';

/** A point of the operative part with its place. */
export interface PlacedPoint {
  readonly point: Point;
  readonly at: string;
  readonly parent: PlacedPoint | undefined;
  /** 1 for a point, 2 and 3 for sub-points. */
  readonly level: number;
}

/** All points and sub-points in the order they are printed. */
export function allPoints(content: DraftContent): PlacedPoint[] {
  return placed(content.operative, '/operative', undefined);
}

function placed(points: readonly Point[], base: string, parent: PlacedPoint | undefined): PlacedPoint[] {
  return points.flatMap((point, index) => {
    const here: PlacedPoint = { point, at: pointerTo(base, index), parent, level: (parent?.level ?? 0) + 1 };
    return [here, ...placed(point.points, `${here.at}/points`, here)];
  });
}
