import type { DraftSummary, InviteeView, NodeView, VersionView } from '@bangvang/contract/drafts'
import { answersOf } from '@bangvang/core/drafts/consult'
import type { Actor } from '@bangvang/core/people/actor'
import type { SeasonFacts } from '@bangvang/core/seasons/season'
import type { Database } from '../../db.ts'

// A ranking's comments are its season's; it ends with its season, and its rows are the member units.
const commentsOf = `(SELECT * FROM comment WHERE draft_id = d.id
  UNION ALL SELECT * FROM comment WHERE d.kind = 'ranking' AND season_id = d.season_id AND subject = 'ranking') m`
const isFinal = `d.kind = 'ranking' AND s.phase >= 'finalized'`

const summaryColumns = `d.id, d.kind, d.cluster_id AS "clusterId", json_build_object('vi', c.name_vi, 'en', c.name_en) AS "clusterName",
  d.season_id AS "seasonId", d.year, d.title, CASE WHEN ${isFinal} THEN 'adopted' ELSE d.status END AS status, d.revision,
  (SELECT count(*)::int FROM draft_version v WHERE v.draft_id = d.id) AS versions, k.deadline, said.counted AS comments,
  coalesce(asked.invitees, '[]') AS invitees, coalesce(spoke.words, '[]') AS words, k.sent_at AS "sentAt", d.updated_at AS "updatedAt", l.revision AS "seenRevision",
  CASE WHEN l.revision IS NOT NULL THEN json_build_object(
    'changes', (SELECT count(DISTINCT node_id)::int FROM draft_change h WHERE h.draft_id = d.id AND h.revision > l.revision),
    'comments', greatest(0, said.spoken - l.comments)) END AS unseen,
  json_build_object('id', s.id, 'phase', s.phase, 'chairUnitId', s.chair_unit_id, 'viceChairUnitId', s.vice_chair_unit_id) AS season`

/** $1: the person who looks, $2: their mandate. What a substitute says is said for the mandate it stands in for, too. */
const joins = `FROM draft d JOIN season s ON s.id = d.season_id JOIN cluster c ON c.id = d.cluster_id
  LEFT JOIN draft_look l ON l.draft_id = d.id AND l.person_id = $1
  LEFT JOIN LATERAL (SELECT * FROM consultation WHERE draft_id = d.id ORDER BY round DESC LIMIT 1) k ON true
  CROSS JOIN LATERAL (SELECT
      (count(*) + coalesce(sum((SELECT count(*) FROM comment_reply r WHERE r.comment_id = m.id)), 0))::int AS spoken,
      json_build_object('all', count(*), 'accepted', count(*) FILTER (WHERE a.kind = 'accepted'),
        'acceptedInPart', count(*) FILTER (WHERE a.kind = 'acceptedInPart'), 'declined', count(*) FILTER (WHERE a.kind = 'declined'),
        'unanswered', count(*) FILTER (WHERE a.kind IS NULL)) AS counted
    FROM ${commentsOf} LEFT JOIN comment_answer a ON a.comment_id = m.id) said
  LEFT JOIN LATERAL (SELECT json_agg(json_build_object('mandateId', i.mandate_id, 'name', i.name, 'role', i.role, 'unitId', i.unit_id,
        'unitName', u.name, 'declinedAt', n.at, 'isReader', i.mandate_id = $2
          OR i.mandate_id = (SELECT substitute_for_id FROM mandate WHERE id = $2)) ORDER BY i.position) AS invitees
    FROM invitee i LEFT JOIN unit u ON u.id = i.unit_id LEFT JOIN no_comment n USING (draft_id, round, mandate_id)
    WHERE i.draft_id = d.id AND i.round = k.round) asked ON true
  LEFT JOIN LATERAL (SELECT json_agg(json_build_object('byMandateId', v.id, 'at', m.at)) AS words
    FROM ${commentsOf} JOIN mandate x ON x.id = m.by_mandate_id CROSS JOIN LATERAL (VALUES (x.id), (x.substitute_for_id)) v(id)
    WHERE m.at >= k.sent_at AND v.id IS NOT NULL) spoke ON true`

type Asked = Omit<InviteeView, 'state' | 'at'> & { declinedAt: string | null; isReader: boolean }
type SummaryRow = Omit<DraftSummary, 'asked' | 'waitingFor'> & {
  invitees: Asked[]
  words: { byMandateId: string; at: string }[]
  sentAt: Date | null
  seenRevision: number | null
  season: SeasonFacts
}
/** A summary as the reader sees it, with who was asked and what a policy needs. */
export type Summary = DraftSummary & { invitees: InviteeView[]; season: SeasonFacts }

function inviteesOf({ invitees, words, sentAt }: SummaryRow): (InviteeView & { isReader: boolean })[] {
  const answers = answersOf({
    sentAt: sentAt ?? new Date(0),
    invitees,
    comments: words.map(({ byMandateId, at }) => ({ byMandateId, at: new Date(at) })),
    noComments: invitees.flatMap(({ mandateId, declinedAt }) =>
      declinedAt === null ? [] : [{ mandateId, at: new Date(declinedAt) }],
    ),
  })
  return invitees.map(({ declinedAt: _, ...invitee }, index) => ({
    ...invitee,
    state: answers[index]?.state ?? 'waiting',
    at: answers[index]?.at ?? null,
  }))
}

function summaryOf<Row extends SummaryRow>(row: Row) {
  const invitees = inviteesOf(row)
  const own = invitees.filter(({ isReader }) => isReader)
  const asked: DraftSummary['asked'] =
    own.length === 0 ? 'notAsked' : own.some(({ state }) => state === 'waiting') ? 'waiting' : 'answered'
  const waitingFor = invitees
    .filter(({ state }) => state === 'waiting')
    .map(({ name, unitName }) => ({ name, unitName }))
  return { ...row, invitees, asked, waitingFor }
}

/** The drafts of a season (null: every draft under consultation, the nearest deadline first), as the reader sees them. One query. */
export async function listDrafts(
  { pool }: Database,
  actor: Actor,
  seasonId: string | null,
): Promise<Summary[]> {
  const where =
    seasonId === null
      ? `WHERE d.status = 'consultation' AND NOT (${isFinal}) ORDER BY k.deadline, d.id`
      : `WHERE d.season_id = $3 ORDER BY d.created_at DESC, d.id`
  const { rows } = await pool.query<SummaryRow>({
    name: seasonId === null ? 'drafts-desk' : 'drafts-list',
    text: `SELECT ${summaryColumns} ${joins} ${where}`,
    values: [actor.personId, actor.mandate?.id ?? null, ...(seasonId === null ? [] : [seasonId])],
  })
  return rows.map(summaryOf)
}

type WholeRow = SummaryRow & {
  nodes: NodeView[]
  history: (Omit<VersionView, 'at'> & { at: string })[]
  consultation: { round: number; sentAt: string; deadline: string; message: string; byName: string } | null
  legalBasis: string
  adopted: { number: string; on: string; sha256: string; byName: string } | null
}
/** A whole draft as the reader sees it, but for what they may do and its legal basis by law. */
export type Whole = ReturnType<typeof wholeOf>

const wholeColumns = `${summaryColumns}, d.legal_basis AS "legalBasis",
  CASE WHEN d.kind = 'ranking' THEN (
    SELECT coalesce(json_agg(json_build_object('id', x.unit_id, 'parentId', NULL, 'position', lpad(x.position::text, 6, '0') || '1',
      'kind', 'paragraph', 'content', json_build_object('text', u.name), 'version', 1) ORDER BY x.position), '[]')
    FROM cluster_member x JOIN unit u ON u.id = x.unit_id WHERE x.cluster_id = s.cluster_id AND x.year = s.year)
  ELSE (SELECT coalesce(json_agg(json_build_object('id', n.id, 'parentId', n.parent_id, 'position', n.position, 'kind', n.kind,
      'content', n.content, 'version', n.version) ORDER BY n.position COLLATE "C", n.id COLLATE "C"), '[]')
    FROM draft_node n WHERE n.draft_id = d.id) END AS nodes,
  (SELECT coalesce(json_agg(json_build_object('number', v.number, 'revision', v.revision, 'reason', v.reason, 'sha256', v.sha256,
      'at', v.at, 'byName', v.by_name) ORDER BY v.number), '[]') FROM draft_version v WHERE v.draft_id = d.id) AS history,
  CASE WHEN k.round IS NOT NULL THEN json_build_object('round', k.round, 'sentAt', k.sent_at, 'deadline', k.deadline,
    'message', k.message, 'byName', k.by_name) END AS consultation,
  CASE WHEN ${isFinal} THEN (SELECT json_build_object('number', s.id, 'on', (f.finalized_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
      'sha256', f.sha256, 'byName', f.finalized_by) FROM final_ranking f WHERE f.season_id = s.id)
    WHEN d.status >= 'adopted' THEN json_build_object('number', d.adopted_number, 'on', d.adopted_on, 'sha256', d.adopted_sha256,
      'byName', d.adopted_by) END AS adopted`

function wholeOf(row: WholeRow) {
  const { invitees, ...summary } = summaryOf(row)
  return {
    ...summary,
    history: row.history.map((version) => ({ ...version, at: new Date(version.at) })),
    consultation: row.consultation && {
      ...row.consultation,
      sentAt: new Date(row.consultation.sentAt),
      deadline: new Date(row.consultation.deadline),
      invitees,
    },
  }
}

/** A draft with its parts, versions and consultation, all of one moment; null where there is none. One query. */
export async function showDraft(
  { pool }: Pick<Database, 'pool'>,
  actor: Actor,
  id: string,
): Promise<Whole | null> {
  const { rows } = await pool.query<WholeRow>({
    name: 'draft-show',
    text: `SELECT ${wholeColumns} ${joins} WHERE d.id = $3`,
    values: [actor.personId, actor.mandate?.id ?? null, id],
  })
  return rows[0] === undefined ? null : wholeOf(rows[0])
}

type Look = {
  draftId: string
  actor: Actor
  now: Date
  revision: number
  nodeId: string | null
  comments?: number | undefined
}

/** Keeps what a reader has seen, never less than before nor more than there is. */
export async function saveLook({ pool }: Database, { draftId, actor, now, ...seen }: Look): Promise<void> {
  await pool.query({
    name: 'draft-look',
    text: `INSERT INTO draft_look (draft_id, person_id, name, at, revision, comments, node_id)
      SELECT d.id, $2, $3, $4, greatest(0, least($5::numeric, d.revision)), least($6::numeric, (SELECT count(*) +
          coalesce(sum((SELECT count(*) FROM comment_reply r WHERE r.comment_id = m.id)), 0) FROM ${commentsOf})),
        (SELECT n.id FROM draft_node n WHERE n.draft_id = d.id AND n.id = $7)
      FROM draft d WHERE d.id = $1
      ON CONFLICT (draft_id, person_id) DO UPDATE SET name = excluded.name, at = excluded.at, node_id = excluded.node_id,
        revision = greatest(draft_look.revision, excluded.revision), comments = greatest(draft_look.comments, excluded.comments)`,
    values: [draftId, actor.personId, actor.name, now, seen.revision, seen.comments ?? null, seen.nodeId],
  })
}

/** A reader who has not been heard of for so long is gone. */
const secondsHere = 45

/** Who else is reading, and at which part. */
export async function listHere(
  { pool }: Database,
  { draftId, personId, now }: { draftId: string; personId: string; now: Date },
): Promise<{ personId: string; name: string; nodeId: string | null }[]> {
  const since = new Date(now.getTime() - secondsHere * 1000)
  const { rows } = await pool.query({
    name: 'draft-here',
    text: `SELECT person_id AS "personId", name, node_id AS "nodeId" FROM draft_look
      WHERE draft_id = $1 AND person_id <> $2 AND at > $3 ORDER BY name, person_id`,
    values: [draftId, personId, since],
  })
  return rows
}
