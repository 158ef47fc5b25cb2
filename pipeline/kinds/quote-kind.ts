import { toDigitalStyle } from '../model/date.js';
import type { DraftContent } from '../model/draft.js';
import { type Kind, type QuotedAct, VIEW_PARTS, type View } from '../model/kind.js';
import { bodyOf, type Office } from '../model/office.js';
import type { Registration } from '../model/registration.js';
import { type Field, field, object, text } from '../model/shape.js';
import { dateAndNumber } from './act-name.js';
import { person, reference, signing } from './form-parts.js';
import { headFields } from './paper-shape.js';
import { propertiesOf } from './printed-act.js';
import { statedTraits } from './traits.js';

/** What tells an extract from a copy. */
export interface QuoteKindParts {
  readonly id: string;
  readonly name: string;
  readonly genitive: string;
  readonly fields: readonly Field[];
  /** Whether it quotes some points only. */
  readonly inPart: boolean;
  /** What is left of the act, and what is added above it. */
  quote(view: View, quoted: QuotedAct, content: DraftContent): Partial<View>;
}

/** A document that says an act on record again and is certified by the general department (R 6.5; ДСТУ 4163:2020, 5.26); numbered in a journal of its own. */
export function quoteKind({ id, name, genitive, fields, inPart, quote }: QuoteKindParts): Kind {
  const titleOf = ({ of, points, recipient }: DraftContent): string => {
    if (of === undefined) return '';
    const what = points.length === 0 ? capital(name) : `${capital(name)} (п. ${points.join(', ')})`;
    return `${what} з документа ${dateAndNumber(of)}${recipient === undefined ? '' : `; кому: ${recipient}`}`;
  };
  return {
    id,
    name,
    genitive,
    shape: quoteShape(id, fields),
    // All that any document prints may stand in what is quoted; only a project has a foot, and none is quoted.
    form: { template: `${id}.docx`, parts: VIEW_PARTS.filter((part) => part !== 'foot') },
    seriesOf: () => id,
    issuerOf: () => 'general',
    traits: (content) => ({ ...statedTraits(content), issuer: 'unit', quotes: true, inPart }),
    dateOf: (content) => content.signing?.date,
    titleOf,
    view({ content }, registration, office, { quoted } = {}) {
      const view = quoted?.view ?? nothingOf(office, registration);
      const title = titleOf(content);
      return {
        ...view,
        ...(quoted === undefined ? {} : quote(view, quoted, content)),
        properties: propertiesOf({ ...content, title }, registration, bodyOf(office, 'general').fullName, { name, genitive }),
        certification: { lines: certificationLines(name, content, registration), person: content.signatory ?? {} },
      };
    },
  };
}

function quoteShape(kind: string, fields: readonly Field[]): Kind['shape'] {
  return object(kind, 'проєкт документа', [
    ...headFields(kind),
    field('of', 'документ, з якого видають', reference, 'element'),
    ...fields,
    field('recipient', 'кому видають', text, 'element'),
    field('signing', 'засвідчення', signing, 'element'),
    field('signatory', 'хто засвідчує', person, 'element'),
  ]);
}

function certificationLines(name: string, { recipient }: DraftContent, { date: day, number }: Registration): readonly string[] {
  return [
    'Згідно з оригіналом',
    `${capital(name)} № ${number} від ${toDigitalStyle(day)}`,
    ...(recipient === undefined ? [] : [`Видано: ${recipient}`]),
  ];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What a trial lays out of a document that quotes nothing on record, which a rule refuses. */
function nothingOf(office: Office, { date: day }: Registration): View {
  return {
    properties: { title: '', author: '', subject: '', keywords: [], date: day },
    bodyNames: bodyOf(office, 'general').names,
    ...{ kindName: '', date: '', place: '', number: '', title: '', stating: [], keyword: '', points: [], signature: {}, annexes: [] },
  };
}
