import { orderKind } from './order-kind.js';

/** Order of the head on the main activity (розпорядження з основної діяльності), R 8. */
export const order = orderKind('order');
