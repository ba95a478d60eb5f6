import { listEndpoints } from '@bangvang/contract/api'
import type { Access } from '@bangvang/contract/endpoint'
import { type Role, roles } from '@bangvang/core/people/actor'

/** What an endpoint's access says of a caller (null: not signed in): let in, sent to sign in, or refused. */
export function answerTo(access: Access, role: Role | null): 'in' | 401 | 403 {
  if (access === 'public') return 'in'
  if (role === null) return 401
  return access === 'signed-in' || access.includes(role) ? 'in' : 403
}

const mark = { in: '✓', 401: '401', 403: '403' }

/** docs/access.md: every endpoint × role. */
export function accessTable(): string {
  const columns = ['endpoint', 'address', 'public', ...roles]
  const rows = listEndpoints().map(({ name, endpoint }) => [
    name,
    `${endpoint.method} ${endpoint.path}`,
    ...[null, ...roles].map((role) => mark[answerTo(endpoint.access, role)]),
  ])
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `${[
    '# Who may call what',
    '',
    'Generated from the contract (`UPDATE_DOCS=1 npx vitest run src/http/documents.test.ts` in apps/api); `src/http/access.test.ts` holds the API to it.',
    '✓ let in; whose thing it is, a policy of core decides, and a thing of another season or another unit is not there (404).',
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
  ].join('\n')}\n`
}
