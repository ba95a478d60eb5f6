import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkout } from './checkout.mjs'

/** The schema as edited: [{ path, content }]. */
export function editedSchema() {
  const folder = join(checkout, 'prisma/schema')
  return readdirSync(folder)
    .sort()
    .map((path) => ({ path, content: readFileSync(join(folder, path), 'utf8') }))
}

/**
 * The SQL that leads from one schema to another (or from nothing, without `from`), by Prisma's engine as WebAssembly.
 * Schemas are [{ path, content }]; `url` is any server, which the engine asks for its version alone.
 */
export async function schemaDifference({ url, from, to }) {
  const engine = await openEngine(url, to)
  const answer = await engine.diff({
    from: from ? { tag: 'schemaDatamodel', files: from } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: to },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return answer.stdout
}

async function openEngine(url, schema) {
  const { SchemaEngine } = await loadBinding()
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }))
  const datamodels = schema.map(({ path, content }) => [path, content])
  return SchemaEngine.new({ datamodels }, () => {}, adapter)
}

let binding

/** The binding keeps one WebAssembly instance for the whole process. */
async function loadBinding() {
  if (binding) return binding
  const folder = join(checkout, 'node_modules/@prisma/schema-engine-wasm')
  binding = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')))
  const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': binding })
  binding.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return binding
}
