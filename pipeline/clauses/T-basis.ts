import { toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import { doubtfulBases, type LegalBasis } from '../model/legal-basis.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { type ActName, isSameAct } from './references/act-name.js';
import { type Ground, groundsOf } from './references/grounds.js';
import { normKey } from './references/norm.js';
import { actNamed, normsNamed } from './references/references.js';

/** A norm whose number was never compared with the text of its act, or that does not hold on the day of the draft, is told to the clerk. */
export const doubtfulBasis: Rule = {
  id: ruleId('T-basis'),
  clause: null,
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { kind, norms }) {
    const { acts } = groundsOf(content);
    const doubtful = new Set(doubtfulBases(norms.legalBases, kind.dateOf(content)));
    for (const read of readBases(norms.legalBases)) {
      const at = doubtful.has(read.basis) ? acts.map((ground) => placeOf(ground, read)).find((place) => place !== undefined) : undefined;
      if (at !== undefined) yield remark(at, read.basis);
    }
  },
};

/** A basis with what its words name. */
interface ReadBasis {
  readonly basis: LegalBasis;
  readonly act: ActName;
  /** By `normKey`. */
  readonly keys: readonly string[];
}

const known = new WeakMap<readonly LegalBasis[], readonly ReadBasis[]>();

/** Read once, for the norms of an office are asked of every draft. */
function readBases(bases: readonly LegalBasis[]): readonly ReadBasis[] {
  const read =
    known.get(bases) ??
    bases.map((basis) => ({ basis, act: actNamed(basis.act), keys: basis.norm === undefined ? [] : normsNamed(basis.norm).map(normKey) }));
  known.set(bases, read);
  return read;
}

/** Where a draft names a basis: the norm itself, or the act, of which the basis names no norm. */
function placeOf(ground: Ground, { basis, act, keys }: ReadBasis): string | undefined {
  if (!isSameAct(ground.act, act)) return undefined;
  if (basis.norm === undefined) return ground.inBasis ?? ground.inText;
  return keys.map((key) => (ground.basisNorms.get(key) ?? ground.textNorms.get(key))?.at).find((at) => at !== undefined);
}

function remark(at: string, { act, norm, mark, source, from, to }: LegalBasis): Remark {
  const name = excerpt(norm === undefined ? act : `${norm}, ${act}`, 200);
  if (mark === 'known')
    return {
      at,
      message: `Підставу не звірено з текстом акта: ${name}`,
      expected: 'норма, звірена з чинним текстом акта',
      hint: `Звірте номер норми з чинним текстом акта (джерело в програмі: ${source}).`,
    };
  return {
    at,
    message: `Підстава на дату документа не діє: ${name}`,
    expected: [
      ...(from === undefined ? [] : [`не раніше ${toDigitalStyle(from)}`]),
      ...(to === undefined ? [] : [`не пізніше ${toDigitalStyle(to)}`]),
    ].join(', '),
    hint: `Назвіть норму, чинну на дату документа (джерело: ${source}).`,
  };
}
