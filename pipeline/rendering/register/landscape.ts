/** A4 on its side with room to bind it, millimetres; `number` is the baseline of the page's number. */
export const LANDSCAPE = { width: 297, height: 210, left: 20, right: 10, top: 18, bottom: 12, number: 12 } as const;
