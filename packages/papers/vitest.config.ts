import { defineConfig } from 'vitest/config'

// Each pdf is set in a thread of its own; on a busy machine that takes a while.
// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig({ test: { testTimeout: 60_000 } })
