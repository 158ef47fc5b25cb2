import { type LocalDate, toDigitalStyle } from '../model/date.js';
import type { Block, DraftContent } from '../model/draft.js';
import type { Attachment } from '../model/drop.js';
import type { Kind, OnRecord, Traits, View, ViewPart } from '../model/kind.js';
import { bodyOf, type Office } from '../model/office.js';
import type { Registration } from '../model/registration.js';
import type { Field, ObjectShape } from '../model/shape.js';
import { paperShape } from './paper-shape.js';
import { propertiesOf } from './printed-act.js';
import { statedTraits } from './traits.js';

/** What tells a kind of paper from the others. */
export interface PaperKindParts {
  readonly id: string;
  /** `лист`, `листа` */
  readonly name: string;
  readonly genitive: string;
  /** `ДОВІДКА`; empty where the form has none, as letters do. */
  readonly heading: string;
  /** Fields between its title and its text. */
  readonly fields: readonly Field[];
  readonly traits?: Partial<Traits> | ((content: DraftContent) => Partial<Traits>);
  /** Id of the body on whose blank it stands where the draft does not say. */
  readonly issuer?: string | ((content: DraftContent) => string);
  /** Of its own name, if it says no other. */
  readonly seriesOf?: (content: DraftContent) => string;
  /** What it prints beside blank, title, text and signature. */
  readonly parts?: readonly ViewPart[];
  readonly titleOf?: (content: DraftContent) => string;
  /** The day that it bears and is registered under, where that is not the one on which it was signed. */
  readonly dateOf?: (content: DraftContent) => LocalDate | undefined;
  /** Its text as printed; the draft's own `body` if the kind has no words of its own. */
  readonly bodyOf?: (
    content: DraftContent,
    office: Office,
    files: readonly Attachment[],
    registration: Registration,
    onRecord: OnRecord,
  ) => readonly Block[];
  /** The whole form, where it has no text and no signature of its own. */
  readonly shape?: ObjectShape;
  /** What is printed of the parts that only this kind has. */
  readonly more?: (content: DraftContent, registration: Registration, office: Office) => Partial<View>;
}

/** A kind of document that is no act with points: title, running text, signature. Its template is named for it. */
export function paperKind(kind: PaperKindParts): Kind {
  const { id, name, genitive, heading, fields, traits = {}, parts = [] } = kind;
  const titleOf = kind.titleOf ?? ((content: DraftContent) => content.title ?? '');
  const { issuer: own = '' } = kind;
  const issuerOf = (content: DraftContent): string => content.issuer ?? (typeof own === 'function' ? own(content) : own);
  return {
    id,
    name,
    genitive,
    shape: kind.shape ?? paperShape(id, fields),
    form: { template: `${id}.docx`, parts: ['bodyNames', ...kindNameOf(heading), 'dateLine', 'title', 'body', 'signature', ...parts] },
    seriesOf: kind.seriesOf ?? (() => id),
    issuerOf,
    traits: (content) => {
      const issuer = issuerOf(content);
      return {
        ...statedTraits(content),
        issuer: issuer === 'committee' || issuer === 'council' ? issuer : 'unit',
        ...(typeof traits === 'function' ? traits(content) : traits),
      };
    },
    dateOf: kind.dateOf ?? ((content) => content.signing?.date),
    titleOf,
    view({ content: said, attachments }, registration, office, onRecord = {}) {
      const content = onRecord.caseFiles === undefined ? said : { ...said, caseFiles: onRecord.caseFiles };
      const body = bodyOf(office, issuerOf(content));
      const title = titleOf(content);
      return {
        properties: propertiesOf({ ...content, title }, registration, body.fullName, { name, genitive }),
        bodyNames: body.names,
        kindName: heading,
        date: toDigitalStyle(registration.date),
        place: body.place,
        number: `№ ${registration.number}`,
        title,
        stating: [],
        keyword: '',
        points: [],
        body: kind.bodyOf?.(content, office, attachments, registration, onRecord) ?? content.body,
        signature: content.signatory ?? {},
        annexes: [],
        ...kind.more?.(content, registration, office),
      };
    },
  };
}

const kindNameOf = (heading: string): readonly ViewPart[] => (heading === '' ? [] : ['kindName']);
