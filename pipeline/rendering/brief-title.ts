/** A title longer than this, characters, may run to the right margin; a shorter one is kept within 73 mm (ДСТУ 4163:2020). */
export const BRIEF_TITLE = 150;
