import type { Remark } from '../../model/finding.js';
import { excerpt } from './excerpt.js';

/** A project is on record, but its text is not at hand: it was filed in another folder on the same register, or is not filed yet. */
export function projectAway(project: string, at: string): Remark {
  return {
    at,
    message: `Тексту проєкту «${excerpt(project)}» в архіві цієї теки немає: його подано в іншій теці або ще не оформлено`,
    expected: 'проєкт, поданий у цій самій теці',
    hint: 'Якщо проєкт подано щойно, покладіть документ ще раз; інакше покладіть його до тієї теки, до якої подавали проєкт.',
  };
}
