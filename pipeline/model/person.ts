/** Somebody named by post and, where given, by name (`Віталій НЕМЕРЕЦЬ`). */
export interface Person {
  readonly post?: string | undefined;
  readonly name?: string | undefined;
}
