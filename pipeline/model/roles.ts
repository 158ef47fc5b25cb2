/** Parts of posts beside the head's in which officials visa and some of them sign (R 5.10, 8.3, 24.8). */
const POSTS = [
  'unit-head',
  'secretary',
  'first-deputy',
  'deputy',
  'chief-of-staff',
  'legal',
  'general',
  'organisation',
  'finance',
  'accounting',
  'archive',
  'personnel',
] as const;

/** Posts that the regulation speaks of. */
export const OFFICIAL_ROLES = ['head', ...POSTS] as const;
export type OfficialRole = (typeof OFFICIAL_ROLES)[number];

/** In what part somebody visas a draft (R 5.10, 8.3). */
export const VISA_ROLES = ['executor', ...POSTS, 'named-person'] as const;
export type VisaRole = (typeof VISA_ROLES)[number];
