import { field } from '../model/shape.js';
import { reference } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Opinion of the legal department on a draft (висновок юридичного відділу), R 10.4. */
export const legalOpinion = paperKind({
  id: 'legal-opinion',
  name: 'висновок',
  genitive: 'висновку',
  heading: 'ВИСНОВОК',
  fields: [issuer, field('of', 'акт, про який висновок', reference, 'element')],
  issuer: 'legal',
  traits: { prose: true },
});
