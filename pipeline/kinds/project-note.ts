import { visa } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';

/** Note on the matter of a draft (довідка), R 5.7: at most four pages, as a rule. */
export const projectNote = paperKind({
  id: 'project-note',
  name: 'довідка',
  genitive: 'довідки',
  heading: 'ДОВІДКА',
  fields: [issuer, listOf('visas', 'візи', visa, 'visa', 'віза')],
  traits: { note: true, prose: true },
});
