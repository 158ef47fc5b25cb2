/** State of an entry in a register. */
export type EntryState =
  | 'registered'
  | 'awaiting-signature'
  | 'filed'
  | 'amended'
  | 'repealed'
  | 'suspended'
  | 'cancelled'
  | 'void'
  | 'terminated'
  | 'destroyed'
  /** What a meeting made of a version of a project. */
  | 'adopted'
  | 'rejected'
  | 'postponed';
