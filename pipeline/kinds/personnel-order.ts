import { closed, field } from '../model/shape.js';
import { orderKind } from './order-kind.js';

/**
 * Order of the head on personnel (розпорядження з кадрових питань), R 8.3, 8.6: visaed by those it names, kept by its own department, numbered apart; leave and
 * trips, kept for five years only, in a series of their own.
 */
export const personnelOrder = orderKind('personnel-order', {
  fields: [field('retention', 'строк зберігання', closed('long', 'short'), 'attribute')],
  traits: { personnel: true },
  seriesOf: (content) => (content.retention === 'short' ? 'personnel-order-short' : 'personnel-order'),
});
