import { defineConfig } from 'prisma/config'

// biome-ignore lint/style/noDefaultExport: Prisma reads the default export
export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } })
