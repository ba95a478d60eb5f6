import type { Answer } from '@bangvang/core/assessments/answer'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import type { Phase } from '@bangvang/core/seasons/season'
import { sha256 } from '../audit/record.ts'
import type { World } from './kit.ts'

/** What three units report of the small criteria: 100, 90 and 80 points but for the rank measure, which gives 20, 15, 10. */
export const answersOfThree: Record<string, Answer>[] = [
  {
    KT01: { target: '10', actual: '10' },
    KT02: { value: '3' },
    TD01: { option: 'yes' },
    TD02: { points: '20' },
  },
  {
    KT01: { target: '10', actual: '10' },
    KT02: { value: '2' },
    TD01: { option: 'yes' },
    TD02: { points: '10' },
  },
  {
    KT01: { target: '10', actual: '10' },
    KT02: { value: '1' },
    TD01: { option: 'no' },
    TD02: { points: '20' },
  },
]

/** A season whose units have each submitted once, in the phase asked for. */
export async function submittedSeason(world: World, phase: Phase, answers = answersOfThree) {
  const { prisma } = world.database
  const season = await world.make.season({ phase: 'open', units: answers.length })
  const units = season.units.map((unitId) => ({ seasonId: season.id, unitId }))
  await prisma.assessment.createMany({
    data: units.map((place) => ({ ...place, status: 'submitted', createdAt: world.clock.now })),
  })
  for (const [index, place] of units.entries()) {
    const taken = Object.fromEntries(
      Object.entries(answers[index] ?? {}).map(([code, answer]) => [
        code,
        { answer, note: 'Theo báo cáo', evidence: [] },
      ]),
    )
    await prisma.submission.createMany({
      data: [
        {
          ...place,
          number: 1,
          answers: taken,
          sha256: sha256(canonicalJson(taken)),
          total: '0.00',
          submittedAt: world.clock.now,
          submittedBy: 'Đại biểu',
          signedOffBy: 'Lãnh đạo',
          isLate: false,
        },
      ],
    })
  }
  await prisma.season.update({ where: { id: season.id }, data: { phase } })
  const [first = '', second = '', third = ''] = season.units
  const as = async (role: Parameters<typeof world.make.person>[0]['role'], unitId?: string) =>
    world.as(
      await world.make.person({ role, seasonId: season.id, ...(unitId === undefined ? {} : { unitId }) }),
    )
  const entries = () =>
    prisma.journalEntry.findMany({ where: { chain: season.id }, orderBy: { number: 'asc' } })
  return { season, params: { seasonId: season.id }, first, second, third, as, entries }
}
