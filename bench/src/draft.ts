import { randomUUID } from 'node:crypto'
import type { Database } from '@bangvang/api/db'
import type { Made } from '@bangvang/api/test/makers'
import { positionsFor } from '@bangvang/core/drafts/position'

const articles = 200
const clausesEach = 4
const comments = 1000

type Season = { id: string; clusterId: string }
const words =
  'Các đơn vị trong Cụm đăng ký, thực hiện và báo cáo kết quả thi đua theo đúng thời hạn đã thống nhất. '

/** A regulation of 200 articles of four clauses each, under consultation, with 1,000 comments: half answered, half with a reply. */
export async function makeLongDraft({ prisma }: Database, season: Season, by: Made): Promise<string> {
  const id = randomUUID()
  const now = new Date()
  await prisma.draft.create({
    data: {
      ...{ id, kind: 'regulation', clusterId: season.clusterId, seasonId: season.id, year: 2021 },
      ...{
        title: 'Quy chế',
        status: 'consultation',
        revision: 1,
        legalBasis: '',
        createdAt: now,
        updatedAt: now,
      },
    },
  })
  const clauses = positionsFor(clausesEach)
  const nodes = positionsFor(articles).flatMap((position, index) => [
    {
      id: `D${index}`,
      parentId: null,
      position,
      kind: 'article' as const,
      content: { text: `Điều thứ ${index}` },
    },
    ...clauses.map((place, n) => ({
      ...{ id: `D${index}K${n}`, parentId: `D${index}`, position: place, kind: 'clause' as const },
      content: { text: words.repeat(2) },
    })),
  ])
  await prisma.draftNode.createMany({ data: nodes.map((node) => ({ ...node, draftId: id, version: 1 })) })
  await prisma.consultation.create({
    data: {
      draftId: id,
      round: 1,
      sentAt: now,
      deadline: new Date('2100-01-01'),
      message: '',
      byName: by.name,
    },
  })
  const said = { byName: by.name, byRole: 'delegate', byPersonId: by.personId, at: now } as const
  const made = Array.from({ length: comments }, (_, index) => ({ id: randomUUID(), number: index + 1 }))
  await prisma.comment.createMany({
    data: made.map((comment, index) => ({
      ...{ ...comment, ...said, seasonId: season.id, subject: 'draft' as const, draftId: id, body: words },
      ...{ anchor: `D${index % articles}K${index % clausesEach}`, field: 'text' },
      quote: { text: 'đăng ký', before: 'Các đơn vị trong Cụm ', after: ', thực hiện và báo cáo kết quả' },
      replacement: index % 2 === 0 ? 'đăng ký bằng văn bản' : null,
      byMandateId: by.mandateId,
    })),
  })
  const half = made.filter(({ number }) => number % 2 === 0)
  await prisma.commentAnswer.createMany({
    data: half.map(({ id: commentId }) => ({
      ...{ commentId, seasonId: season.id, kind: 'accepted', body: words, byName: by.name, at: now },
    })),
  })
  await prisma.commentReply.createMany({
    data: half.map(({ id: commentId }) => ({ ...said, id: randomUUID(), commentId, body: words })),
  })
  return id
}
