import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    environment: 'node',
    include: ['**/*.e2e.ts'],
    globalSetup: ['./service.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    expect: { poll: { timeout: 5_000 } },
    hookTimeout: 60_000,
  },
});
