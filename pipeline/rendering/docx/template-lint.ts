import type { Block } from '../../model/draft.js';
import type { Endorsement, View, ViewAnnex, ViewPart } from '../../model/kind.js';
import { BRIEF_TITLE } from '../brief-title.js';
import { documentText, footerText, openTemplate, readTemplate, type Tag } from './docx-template.js';
import { TAGS, type TagRules, tagValues } from './template-tags.js';

/**
 * What is wrong with a Word template, in English, one sentence each, naming the tag: broken tags, tags that do not exist or not in that
 * place, and words of the parts that a document of this form has which the template would leave out. Empty if documents can be printed with it.
 */
export function lintTemplate(bytes: Uint8Array, parts: readonly ViewPart[]): string[] {
  const { tags, flaws } = readTemplate(bytes);
  if (flaws.length > 0) return [...flaws];
  const misplaced = [...new Set(unknownTags(tags, [TAGS]))];
  return misplaced.length > 0 ? misplaced : missingWords(bytes, parts);
}

/** `scopes`: the rules that hold here, the innermost first; words of an outer part may be printed in an inner one. */
function* unknownTags(tags: readonly Tag[], scopes: readonly TagRules[]): Generator<string> {
  for (const tag of tags) {
    const rule = scopes.find((rules) => Object.hasOwn(rules, tag.name))?.[tag.name];
    if (rule === undefined) yield `{${SIGNS[tag.kind]}${tag.name}} is not known ${placeOf(tag.name)}`;
    else if (rule.kind !== tag.kind) yield `{${SIGNS[tag.kind]}${tag.name}} must be written {${SIGNS[rule.kind]}${tag.name}}`;
    else yield* unknownTags(tag.inside, rule.inside === undefined ? scopes : [rule.inside, ...scopes]);
  }
}

const SIGNS: Readonly<Record<Tag['kind'], string>> = { text: '', section: '#', raw: '@' };

function placeOf(name: string): string {
  const section = sectionOf(name, TAGS);
  return section === undefined ? 'to this program' : `here: it belongs between {#${section}} and {/${section}}`;
}

function sectionOf(name: string, rules: TagRules): string | undefined {
  for (const [section, { inside }] of Object.entries(rules)) {
    if (inside === undefined) continue;
    if (name !== '.' && Object.hasOwn(inside, name)) return section;
    const deeper = sectionOf(name, inside);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** Prints acts of which every word is known and looks which words came out. */
function missingWords(bytes: Uint8Array, parts: readonly ViewPart[]): string[] {
  const missing = new Set<string>();
  const fill = openTemplate(bytes);
  for (const long of [false, true]) {
    const { view, tags } = probe(long, parts);
    const filled = fill(tagValues(view), {});
    const printed = [...documentText(filled), ...footerText(filled)].join(' ');
    for (const [word, tag] of tags) if (!printed.includes(word)) missing.add(`${tag} is missing`);
  }
  return [...missing];
}

/** A document that has all its form can have, its words made up, and the tag by which each must be printed. */
function probe(long: boolean, parts: readonly ViewPart[]): { readonly view: View; readonly tags: ReadonlyMap<string, string> } {
  const tags = new Map<string, string>();
  const word = (tag: string): string => {
    const made = `probe${tags.size}x`;
    tags.set(made, tag);
    return made;
  };
  const has = (part: ViewPart): boolean => parts.includes(part);
  const text = (part: ViewPart, tag: string): string => (has(part) ? word(tag) : '');
  const lines = (part: ViewPart, tag: string): string[] => (has(part) ? [word(tag)] : []);
  const blocks = (part: ViewPart, tag: string): Block[] => (has(part) ? [{ type: 'paragraph', text: word(tag) }] : []);
  const title = text('title', long ? '{title} for long titles, outside {#titleIsBrief} or in {^titleIsBrief},' : '{title}');
  const levels = has('points') ? ([1, 2, 3, 1] as const) : [];
  const inCertification = 'between {#certification} and {/certification},';
  const view: View = {
    properties: { title, author: '', subject: '', keywords: [], date: '2021-01-19' as View['properties']['date'] },
    marks: lines('marks', '{#marks}{.}{/marks}'),
    bodyNames: lines('bodyNames', '{#bodyNames}{.}{/bodyNames}'),
    kindName: text('kindName', '{kindName}'),
    date: text('dateLine', '{date}'),
    place: text('dateLine', '{place}'),
    number: text('dateLine', '{number}'),
    answersTo: text('answersTo', '{answersTo}'),
    addressees: lines('addressees', '{#addressees}{.}{/addressees}'),
    title: long && title !== '' ? title.padEnd(BRIEF_TITLE + 1, 'x') : title,
    stating: lines('stating', '{#stating}{.}{/stating}'),
    keyword: text('keyword', '{keyword}'),
    points: levels.map((level, index) => {
      const where = index === levels.length - 1 ? 'the last point ({#lastPoint})' : `points of level ${level} ({#level${level}})`;
      return { number: word(`{pointNumber} for ${where}`), level, text: word(`{pointText} for ${where}`) };
    }),
    body: blocks('body', '{@body}'),
    signature: { post: text('signature', '{signatoryPost}'), name: text('signature', '{signatoryName}') },
    endorsements: has('endorsements') ? [probeEndorsement(word)] : [],
    ...(has('certification')
      ? {
          certification: {
            lines: [word(`{#certificationLines}{.}{/certificationLines}, ${inCertification}`)],
            person: { post: word(`{certifierPost}, ${inCertification}`), name: word(`{certifierName}, ${inCertification}`) },
          },
        }
      : {}),
    contact: lines('contact', '{#contact}{.}{/contact}'),
    foot: text('foot', '{foot}'),
    annexes: has('annexes') ? [probeAnnex(word)] : [],
  };
  return { view, tags };
}

function probeEndorsement(word: (tag: string) => string): Endorsement {
  const within = (tag: string): string => word(`${tag}, between {#endorsements} and {/endorsements},`);
  return {
    lines: [within('{#endorsementLines}{.}{/endorsementLines}')],
    person: { post: within('{#endorser}{endorserPost}{/endorser}'), name: within('{#endorser}{endorserName}{/endorser}') },
  };
}

function probeAnnex(word: (tag: string) => string): ViewAnnex {
  const within = (tag: string): string => word(`${tag}, between {#annexes} and {/annexes},`);
  return {
    n: 1,
    reference: [within('{#reference}{.}{/reference}')],
    title: within('{annexTitle}'),
    body: [{ type: 'paragraph', text: within('{@annexBody}') }],
    preparedBy: {
      post: word('{preparedByPost}, between {#preparedBy} and {/preparedBy},'),
      name: word('{preparedByName}, between {#preparedBy} and {/preparedBy},'),
    },
  };
}
