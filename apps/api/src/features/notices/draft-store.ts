import type { DraftTaskFacts } from '@bangvang/core/notices/list-draft-tasks'
import type { Actor } from '@bangvang/core/people/actor'
import type { Database } from '../../db.ts'

// $1 the season (null: every one), $2 the mandate, $3 the person. What a substitute says is said for the mandate stood in for.
const consulted = `
  WITH own AS (SELECT unnest(ARRAY[id, substitute_for_id]) AS id FROM mandate WHERE id = $2),
    spoken AS (SELECT id FROM mandate WHERE id IN (SELECT id FROM own) OR substitute_for_id IN (SELECT id FROM own))
  SELECT d.id, d.season_id AS "seasonId", d.title, k.deadline,
    CASE WHEN NOT EXISTS (SELECT 1 FROM invitee i WHERE i.draft_id = d.id AND i.round = k.round AND i.mandate_id IN (SELECT id FROM own)) THEN 'notAsked'
      WHEN EXISTS (SELECT 1 FROM no_comment n WHERE n.draft_id = d.id AND n.round = k.round AND n.mandate_id IN (SELECT id FROM own))
        OR EXISTS (SELECT 1 FROM comment m WHERE m.draft_id = d.id AND m.at >= k.sent_at AND m.by_mandate_id IN (SELECT id FROM spoken)) THEN 'answered'
      ELSE 'waiting' END AS asked,
    (SELECT json_build_object('of', count(*), 'unanswered', count(*) FILTER (WHERE a.comment_id IS NULL))
      FROM comment m LEFT JOIN comment_answer a ON a.comment_id = m.id WHERE m.draft_id = d.id) AS comments,
    ARRAY(SELECT DISTINCT m.number FROM comment_mention x JOIN comment m ON m.id = x.comment_id
      WHERE x.person_id = $3 AND m.draft_id = d.id
        AND NOT EXISTS (SELECT 1 FROM comment_reply r WHERE r.comment_id = m.id AND r.by_person_id = $3 AND r.at > x.at)
        AND NOT EXISTS (SELECT 1 FROM comment_answer a WHERE a.comment_id = m.id)
        AND NOT coalesce((SELECT is_resolved FROM comment_state t WHERE t.comment_id = m.id ORDER BY number DESC LIMIT 1), false)
      ORDER BY m.number) AS mentions
  FROM draft d LEFT JOIN LATERAL (SELECT * FROM consultation c WHERE c.draft_id = d.id ORDER BY round DESC LIMIT 1) k ON true
  WHERE d.status = 'consultation' AND d.kind <> 'ranking' AND ($1::text IS NULL OR d.season_id = $1)
  ORDER BY k.deadline, d.id`

/** The drafts under consultation that the actor may have something to do with; a ranking's comments are tasks of their own. One query. */
export async function listConsulted(
  { pool }: Database,
  { mandate, personId }: Actor,
): Promise<DraftTaskFacts[]> {
  if (mandate === null || mandate.role === 'administrator') return []
  const { rows } = await pool.query<DraftTaskFacts>({
    name: 'tasks-drafts',
    text: consulted,
    values: [mandate.seasonId, mandate.id, personId],
  })
  return rows
}
