/** Millimetres in PDF points. */
export const mm = (length: number): number => (length * 72) / 25.4;
