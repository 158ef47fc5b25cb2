import type { Block } from '../../model/draft.js';
import type { View } from '../../model/kind.js';
import { BRIEF_TITLE } from '../brief-title.js';
import { documentText, openTemplate, readTemplate, type Tag } from './docx-template.js';
import { TAGS, type TagRules, tagValues } from './template-tags.js';

/**
 * What is wrong with a Word template, in English, one sentence each, naming the tag: broken tags, tags that do not exist or not in that
 * place, and words of an act that the template would leave out. Empty if acts can be printed with it.
 */
export function lintTemplate(bytes: Uint8Array): string[] {
  const { tags, flaws } = readTemplate(bytes);
  if (flaws.length > 0) return [...flaws];
  const misplaced = [...new Set(unknownTags(tags, [TAGS]))];
  return misplaced.length > 0 ? misplaced : missingWords(bytes);
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
function missingWords(bytes: Uint8Array): string[] {
  const missing = new Set<string>();
  const fill = openTemplate(bytes);
  for (const long of [false, true]) {
    const { view, tags } = probe(long);
    const printed = documentText(fill(tagValues(view), {})).join(' ');
    for (const [word, tag] of tags) if (!printed.includes(word)) missing.add(`${tag} is missing`);
  }
  return [...missing];
}

/** An act that has everything an act can have, its words made up, and the tag by which each must be printed. */
function probe(long: boolean): { readonly view: View; readonly tags: ReadonlyMap<string, string> } {
  const tags = new Map<string, string>();
  const word = (tag: string): string => {
    const made = `probe${tags.size}x`;
    tags.set(made, tag);
    return made;
  };
  const body = (tag: string): Block[] => [{ type: 'paragraph', text: word(tag) }];
  const title = word(long ? '{title} for long titles, outside {#titleIsBrief} or in {^titleIsBrief},' : '{title}');
  const levels = [1, 2, 3, 1] as const;
  const view: View = {
    properties: { title, author: '', subject: '', keywords: [], date: '2021-01-19' as View['properties']['date'] },
    bodyNames: [word('{#bodyNames}{.}{/bodyNames}')],
    kindName: word('{kindName}'),
    date: word('{date}'),
    place: word('{place}'),
    number: word('{number}'),
    title: long ? title.padEnd(BRIEF_TITLE + 1, 'x') : title,
    stating: [word('{#stating}{.}{/stating}')],
    keyword: word('{keyword}'),
    points: levels.map((level, index) => {
      const where = index === levels.length - 1 ? 'the last point ({#lastPoint})' : `points of level ${level} ({#level${level}})`;
      return { number: word(`{pointNumber} for ${where}`), level, text: word(`{pointText} for ${where}`) };
    }),
    signature: { post: word('{signatoryPost}'), name: word('{signatoryName}') },
    annexes: [
      {
        n: 1,
        reference: [word('{#reference}{.}{/reference}, between {#annexes} and {/annexes},')],
        title: word('{annexTitle}, between {#annexes} and {/annexes},'),
        body: body('{@annexBody}, between {#annexes} and {/annexes},'),
        preparedBy: {
          post: word('{preparedByPost}, between {#preparedBy} and {/preparedBy},'),
          name: word('{preparedByName}, between {#preparedBy} and {/preparedBy},'),
        },
      },
    ],
  };
  return { view, tags };
}
