import type { Person } from '../model/draft.js';
import { personWords } from './contract-words.js';

/** A person within a sentence: `Віталій НЕМЕРЕЦЬ, міський голова`; of whom only the post is known, as it stands. */
export function whoIs({ post, name }: Person): string {
  if (name === undefined) return personWords({ post });
  return personWords({ name, post: post?.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()) });
}
