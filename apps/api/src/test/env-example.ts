import { z } from 'zod'
import { Env } from '../env.ts'

/** `.env.example`: every setting with what it means and its default, as env.ts reads them. */
export function envExample(): string {
  const { properties = {}, required = [] } = z.toJSONSchema(Env, { io: 'input' })
  const defaults = z.toJSONSchema(Env).properties ?? {}
  const lines = Object.entries(properties).flatMap(([name, schema]) => {
    const { description, enum: values } = schema as { description?: string; enum?: string[] }
    const set = (defaults[name] as { default?: unknown } | undefined)?.default ?? ''
    const said = [description, values?.join(' | ')].filter(Boolean).join('; ')
    return [`# ${said}`, required.includes(name) ? `${name}=` : `# ${name}=${String(set)}`]
  })
  return `# Made from apps/api/src/env.ts: UPDATE_DOCS=1 writes it anew (CONTRIBUTING.md).\n${lines.join('\n')}\n`
}
