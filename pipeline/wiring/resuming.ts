import type { Act } from '../model/act.js';
import type { ReadDraft } from '../model/draft.js';
import type { Stage } from '../model/outcome.js';
import type { RegisterBook } from '../model/ports.js';
import { type RegisterAsked, type ValidationParts, validation } from '../validation/validation.js';

/**
 * Validation where a crash may have come between number and archive. A draft that has its number was sound when it got it: it is laid out
 * under that number, and no rule that a change of settings has made fail since can take the number back.
 */
export function resumingValidation(parts: Omit<ValidationParts, 'register'>, register: RegisterBook): Stage<ReadDraft, Act> {
  const fresh = validation({ ...parts, register });
  return {
    name: fresh.name,
    async run(read) {
      const row = await register.byDrop(read.drop.sha256);
      if (row === undefined) return fresh.run(read);
      const asked: RegisterAsked = {
        byId: register.byId,
        // What its own number and later ones have done to others since is not what it was judged by, nor what it says of them.
        act: (reference) => register.actBefore(reference, read.drop.claim),
        firstYear: register.firstYear,
        pendingContract: register.pendingContract,
        // Others may have got their numbers since.
        lastDate: (series, year) => register.lastDate(series, year, row.ordinal),
        nextPlace: async () => row,
        spentBlanks: register.spentBlanks,
        blankStock: async (form) => {
          const own = await register.blankOf(read.drop.sha256);
          return own?.form === form ? { received: [], next: own.number } : undefined;
        },
      };
      const remarksOnly = parts.rules.filter((rule) => rule.severity === 'warn');
      return validation({ ...parts, rules: remarksOnly, register: asked }).run(read);
    },
  };
}
