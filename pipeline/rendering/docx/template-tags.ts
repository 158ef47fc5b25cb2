import type { View } from '../../model/kind.js';
import { bind } from '../binding.js';
import { BRIEF_TITLE } from '../brief-title.js';
import { annexXml } from './annex-xml.js';

/** A tag of a template: a word to print, a part to print for each entry or not at all, or ready paragraphs. */
export interface TagRule {
  readonly kind: 'text' | 'section' | 'raw';
  readonly inside?: TagRules;
}
export interface TagRules {
  readonly [name: string]: TagRule;
}

const text: TagRule = { kind: 'text' };
const condition: TagRule = { kind: 'section' };
const lines: TagRule = { kind: 'section', inside: { '.': text } };

/** Every tag a template may have, and where. `templates/README.md` describes them to those who edit templates. */
export const TAGS: TagRules = {
  marks: lines,
  bodyNames: lines,
  kindName: text,
  date: text,
  place: text,
  number: text,
  answersTo: text,
  isAnswer: condition,
  addressees: lines,
  title: text,
  titleIsBrief: condition,
  stating: lines,
  keyword: text,
  points: {
    kind: 'section',
    inside: { pointNumber: text, pointText: text, level1: condition, level2: condition, level3: condition, lastPoint: condition },
  },
  body: { kind: 'raw' },
  signature: condition,
  signatoryPost: text,
  signatoryName: text,
  endorsements: {
    kind: 'section',
    inside: { endorsementLines: lines, endorser: { kind: 'section', inside: { endorserPost: text, endorserName: text } } },
  },
  certification: { kind: 'section', inside: { certificationLines: lines, certifierPost: text, certifierName: text } },
  contact: lines,
  foot: text,
  annexes: {
    kind: 'section',
    inside: {
      reference: lines,
      annexTitle: text,
      annexBody: { kind: 'raw' },
      preparedBy: { kind: 'section', inside: { preparedByPost: text, preparedByName: text } },
    },
  },
};

/** The words of a view under the names of a template's tags. A point is either the last one or of a level, so that each is printed once. */
export function tagValues(view: View): Readonly<Record<string, unknown>> {
  const { signature, certification } = view;
  return {
    marks: (view.marks ?? []).map(bind),
    bodyNames: view.bodyNames.map(bind),
    kindName: bind(view.kindName),
    date: bind(view.date),
    place: bind(view.place),
    number: bind(view.number),
    answersTo: bind(view.answersTo ?? ''),
    isAnswer: Boolean(view.answersTo),
    addressees: (view.addressees ?? []).map(bind),
    title: bind(view.title),
    titleIsBrief: view.title.length <= BRIEF_TITLE,
    stating: view.stating.map(bind),
    keyword: bind(view.keyword),
    points: view.points.map(({ number, level, text: words }, index) => {
      const lastPoint = index === view.points.length - 1;
      return {
        pointNumber: number,
        pointText: bind(words),
        lastPoint,
        level1: !lastPoint && level === 1,
        level2: !lastPoint && level === 2,
        level3: !lastPoint && level === 3,
      };
    }),
    body: annexXml(view.body ?? [], { isSigned: view.unsigned !== true }),
    signature: Boolean(signature.post || signature.name),
    signatoryPost: bind(signature.post ?? ''),
    signatoryName: bind(signature.name ?? ''),
    endorsements: (view.endorsements ?? []).map(({ lines: said, person }) => ({
      endorsementLines: said.map(bind),
      endorser: person === undefined ? false : { endorserPost: bind(person.post ?? ''), endorserName: bind(person.name ?? '') },
    })),
    certification: certification !== undefined && {
      certificationLines: certification.lines.map(bind),
      certifierPost: bind(certification.person.post ?? ''),
      certifierName: bind(certification.person.name ?? ''),
    },
    contact: (view.contact ?? []).map(bind),
    foot: bind(view.foot ?? ''),
    annexes: view.annexes.map(({ reference, title, body, preparedBy }) => ({
      reference: reference.map(bind),
      annexTitle: bind(title),
      annexBody: annexXml(body),
      preparedBy:
        preparedBy === null ? false : { preparedByPost: bind(preparedBy.post ?? ''), preparedByName: bind(preparedBy.name ?? '') },
    })),
  };
}
