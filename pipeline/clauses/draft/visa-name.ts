import type { Visa } from '../../model/draft.js';
import { excerpt } from './excerpt.js';
import { VISA_OF } from './missing-visas.js';

/** Whose visa it is, for a message, in the genitive: `юридичного відділу «Наталія СОКІЛ»`. */
export function visaName({ role, name }: Visa): string {
  return (
    [...(role === undefined ? [] : [VISA_OF[role]]), ...(name === undefined ? [] : [`«${excerpt(name)}»`])].join(' ') || 'невідомої особи'
  );
}
