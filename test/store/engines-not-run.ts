/** Says at the end of a run what could not be tested here. */
export function teardown(): void {
  if (process.env['REGESTA_TEST_POSTGRES'] !== undefined) return;
  process.stderr.write(
    '\nNOT RUN: the suites of store, leases and flow on PostgreSQL, for REGESTA_TEST_POSTGRES names no server. Run: .ci/with-postgres npm test\n\n',
  );
}
