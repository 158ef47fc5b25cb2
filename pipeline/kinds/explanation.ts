import { field } from '../model/shape.js';
import { reference } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Written explanation why an older act is to be changed or repealed (письмове пояснення), R 5.11. */
export const explanation = paperKind({
  id: 'explanation',
  name: 'пояснення',
  genitive: 'пояснення',
  heading: 'ПОЯСНЕННЯ',
  fields: [issuer, field('of', 'акт, про який пояснення', reference, 'element')],
  traits: { prose: true },
});
