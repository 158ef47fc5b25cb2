/** How long a unit keeps finished cases before the archive department takes them. */
export interface TransferTerm {
  /** Id of the unit that keeps them; any if absent. */
  readonly unit?: string | undefined;
  /** Of cases of these kinds of documents only. */
  readonly kinds?: readonly string[] | undefined;
  /** Whole calendar years. */
  readonly years: number;
  readonly clause: string;
  /** The clause that says otherwise, and yields. */
  readonly against?: string | undefined;
}
