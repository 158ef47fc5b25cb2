/** One stroke of the drawing: an SVG path, its width, and whether its mirror image about the middle is drawn too. */
export interface Stroke {
  readonly path: string;
  /** Null for a filled shape. */
  readonly width: number | null;
  readonly mirrored: boolean;
}

/**
 * The Small Coat of Arms of Ukraine in one colour: the Sign of Princely State of Volodymyr the Great on a shield. Drawn on a field of 120 × 170 units,
 * the proportions of the 12 × 17 mm that ДСТУ 4163:2020 gives it on a blank.
 */
export const COAT_OF_ARMS: { readonly width: number; readonly height: number; readonly strokes: readonly Stroke[] } = {
  width: 120,
  height: 170,
  strokes: [
    {
      path: 'M1.5 1.5 H118.5 V119 C118.5 133.5 109.5 142 95.5 147 C81.5 152 69 156.5 60 167.5 C51 156.5 38.5 152 24.5 147 C10.5 142 1.5 133.5 1.5 119 Z',
      width: 2.4,
      mirrored: false,
    },
    {
      path: 'M60 116 H19 V27.5 C28.5 32.5 37.2 43.5 39.9 58 C41.6 67.5 41 76 38.6 83.2 C33 83.6 24.4 84.9 24.4 89 C24.4 92.8 31 95.4 36.5 98.6 C44 103 51.5 104.6 55.8 107.4 C58.8 109.5 60 112 60 116',
      width: 5.8,
      mirrored: true,
    },
    { path: 'M60 112 V143', width: 5.8, mirrored: false },
    {
      path: 'M58.9 62 C58.9 74 56 81.5 52.2 90 C49.2 96.6 47.6 102 47.6 109 C47.6 123 52.5 134 60 143.2 C67.5 134 72.4 123 72.4 109 C72.4 102 70.8 96.6 67.8 90 C64 81.5 61.1 74 61.1 62',
      width: 5.8,
      mirrored: false,
    },
    {
      path: 'M60 12.5 C55.4 18 52.6 25.5 52.9 33.5 C53.3 43 56 51.5 56 62 L58 74 H62 L64 62 C64 51.5 66.7 43 67.1 33.5 C67.4 25.5 64.6 18 60 12.5 Z',
      width: null,
      mirrored: false,
    },
  ],
};
