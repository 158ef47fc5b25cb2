import { defineConfig } from 'vitest/config';

// `npm run many-runners`: ten processes on one PostgreSQL register; REGESTA_DRAFTS says how many drafts (1000), REGESTA_TEST_POSTGRES where.
export default defineConfig({ test: { include: ['test/many-runners/*.run.ts'], testTimeout: 1_800_000, hookTimeout: 600_000, pool: 'forks' } });
