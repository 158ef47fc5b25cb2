import { orderKind } from './order-kind.js';

/** Order of the head on running the office (розпорядження з адміністративно-господарських питань), R 8; a series of its own. */
export const administrativeOrder = orderKind('administrative-order');
