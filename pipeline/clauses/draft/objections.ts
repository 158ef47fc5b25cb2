import type { DraftContent, Visa } from '../../model/draft.js';
import { pointerTo, type Remark } from '../../model/finding.js';
import type { Norms } from '../../model/norms.js';
import { citationsIn } from '../references/references.js';
import { stemsOf } from './stems.js';
import { visaName } from './visa-name.js';

/** Visas with remarks that nothing written, or nothing that cites the law, stands behind. `document` names what is wanted, in the nominative. */
export function* unreasonedVisas(
  { visas }: DraftContent,
  norms: Norms,
  isAsked: (visa: Visa) => boolean,
  document: string,
): Iterable<Remark> {
  for (const [index, visa] of visas.entries()) {
    const text = visa.objection?.text ?? [];
    if (!isAsked(visa) || (visa.objection === undefined && !objects(visa, norms))) continue;
    const at = pointerTo('/visas', index, 'objection');
    if (text.length === 0)
      yield {
        at,
        message: `До візи ${visaName(visa)} є зауваження, але немає обґрунтування (objection)`,
        expected: document,
        hint: 'Додайте обґрунтування або, якщо зауваження враховано, зазначте це в полі remarks.',
      };
    else if (!text.some((paragraph) => citationsIn(paragraph).some(({ act, norms: cited }) => act !== undefined && cited.length > 0)))
      yield {
        at: `${at}/text`,
        message: `Обґрунтування зауважень до візи ${visaName(visa)} не посилається на норму законодавства`,
        expected: 'посилання на норму, наприклад на ст. 59 Закону України «Про місцеве самоврядування в Україні»',
        hint: 'Назвіть акт законодавства та його статтю (пункт), якій не відповідає проєкт.',
      };
  }
}

/** Whether a visa's remarks object to something. */
export function objects({ remarks }: Visa, { agreeingRemarks }: Norms): boolean {
  if (remarks === undefined) return false;
  const said = stemsOf(remarks).join(' ');
  return !agreeingRemarks.some((agreeing) => stemsOf(agreeing).join(' ') === said);
}
