import { createHash } from 'node:crypto'
import fastify, { type FastifyRequest } from 'fastify'
import pg from 'pg'

/**
 * The floor: a bare Fastify with prepared statements that reads and writes the same rows as the product for the same
 * requests, and checks, scores and refuses nothing.
 */
const app = fastify()
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 20,
  options: '-c role=bangvang_app',
})

const sha256 = (text: string) => createHash('sha256').update(text)

async function signed(request: FastifyRequest) {
  const token = request.headers.cookie?.split('session=')[1] ?? ''
  const { rows } = await pool.query({
    name: 'session',
    text: `SELECT s.mandate_id, p.id, p.name, (SELECT json_agg(json_build_object('id', m.id, 'role', m.role, 'unitName', u.name))
        FROM mandate m LEFT JOIN unit u ON u.id = m.unit_id WHERE m.person_id = p.id) AS mandates
      FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.token_hash = $1 AND s.expires_at > $2 AND p.is_active`,
    values: [sha256(token).digest(), new Date()],
  })
  return rows[0]
}

const find = `SELECT s.phase, a.status, w.answer, w.note, w.version
  FROM assessment a JOIN season s ON s.id = a.season_id
  LEFT JOIN answer w ON w.season_id = a.season_id AND w.unit_id = a.unit_id AND w.criterion_code = $3
  WHERE a.season_id = $1 AND a.unit_id = $2 FOR SHARE OF a`
const save = `INSERT INTO answer (season_id, unit_id, criterion_code, answer, note, version, updated_at, updated_by)
  VALUES ($1, $2, $3, $4, $5, 1, $7, $8)
  ON CONFLICT (season_id, unit_id, criterion_code) DO UPDATE
    SET answer = excluded.answer, note = excluded.note, version = answer.version + 1, updated_at = excluded.updated_at
    WHERE answer.version = $6
  RETURNING version`
const tell = `INSERT INTO journal_entry
  (chain, at, actor_id, actor_name, mandate_id, role, unit_id, what, about_kind, about_id, before, after, content_hash)
  VALUES ($1, $2, $3, $4, $5, 'delegate', $6, 'answer-saved', 'answer', $7, $8, $9, $10)`

type Saving = {
  Params: { seasonId: string; unitId: string; code: string }
  Body: { answer: object; note: string; version: number }
}

app.put<Saving>('/api/seasons/:seasonId/assessments/:unitId/answers/:code', async (request) => {
  const person = await signed(request)
  const { seasonId, unitId, code } = request.params
  const { answer, note, version } = request.body
  const now = new Date()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query({ name: 'find', text: find, values: [seasonId, unitId, code] })
    const values = [seasonId, unitId, code, JSON.stringify(answer), note, version, now, person.name]
    const saved = await client.query({ name: 'save', text: save, values })
    const before = JSON.stringify({ answer: rows[0].answer, note: rows[0].note })
    const after = JSON.stringify({ answer, note, version: saved.rows[0].version })
    const who = [person.id, person.name, person.mandate_id, unitId]
    const entry = [seasonId, now, ...who, code, before, after, sha256(before + after).digest('hex')]
    await client.query({ name: 'tell', text: tell, values: entry })
    await client.query('COMMIT')
    return { criterionCode: code, answer, note, version: saved.rows[0].version, updatedAt: now }
  } finally {
    client.release()
  }
})

/** The board's rows, a cell each, with the last decision on it: what it costs to read them at every look. */
async function cells(seasonId: string) {
  const { rows } = await pool.query({
    name: 'cells',
    text: `SELECT s.unit_id AS unit, said.key AS criterion, said.value -> 'answer' AS answer, a.kind, a.answer AS corrected, a.points, a.bonus
      FROM (SELECT DISTINCT ON (unit_id) unit_id, answers FROM submission WHERE season_id = $1 ORDER BY unit_id, number DESC) s
      CROSS JOIN LATERAL jsonb_each(s.answers) AS said
      LEFT JOIN LATERAL (SELECT kind, answer, points, bonus FROM appraisal
        WHERE season_id = $1 AND unit_id = s.unit_id AND criterion_code = said.key ORDER BY number DESC LIMIT 1) a ON true`,
    values: [seasonId],
  })
  return rows
}

/** The board's text, as the product keeps it: here the product's own, given once. */
let board = ''
app.put<{ Body: object }>('/board', async (request) => {
  board = JSON.stringify(request.body)
  return {}
})
app.get<{ Params: { seasonId: string } }>('/api/seasons/:seasonId/board', async (request, reply) => {
  await signed(request)
  const { rows } = await pool.query({
    name: 'revision',
    text: 'SELECT phase, chair_unit_id, vice_chair_unit_id, revision FROM season WHERE id = $1',
    values: [request.params.seasonId],
  })
  const etag = `"${rows[0].revision}"`
  reply.header('etag', etag)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  if (request.headers['x-floor'] === 'rows')
    return { revision: rows[0].revision, cells: await cells(request.params.seasonId) }
  return reply.type('application/json').send(board)
})

const draft = {
  name: 'draft',
  text: `SELECT d.*, (SELECT json_agg(n) FROM draft_node n WHERE n.draft_id = d.id) AS nodes,
      (SELECT count(*) FROM comment m WHERE m.draft_id = d.id) AS comments FROM draft d WHERE d.id = $1`,
}
app.get<{ Params: { draftId: string } }>('/api/drafts/:draftId', async (request) => {
  await signed(request)
  return (await pool.query({ ...draft, values: [request.params.draftId] })).rows[0]
})

const comments = {
  name: 'comments',
  text: `SELECT m.*, row_to_json(a) AS answer, (SELECT json_agg(r ORDER BY r.at) FROM comment_reply r WHERE r.comment_id = m.id) AS replies
    FROM comment m LEFT JOIN comment_answer a ON a.comment_id = m.id WHERE m.draft_id = $1 ORDER BY m.number`,
}
app.get<{ Params: { draftId: string } }>('/api/drafts/:draftId/comments', async (request) => {
  await signed(request)
  return { items: (await pool.query({ ...comments, values: [request.params.draftId] })).rows }
})

app.get('/api/health', async () => (await pool.query('SELECT 1')).rows)
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
