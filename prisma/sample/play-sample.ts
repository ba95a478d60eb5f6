import type { Database } from '@bangvang/api/db'
import type { FastifyInstance } from 'fastify'
import { draftFor2021 } from './drafts-2021.ts'
import { installSample, mergeProvinces } from './installation.ts'
import { laterLaws, lawsOf2020, shelveLaws } from './laws.ts'
import { meetIn2021 } from './meeting-2021.ts'
import { playSeason2019 } from './season-2019.ts'
import { playSeason2020 } from './season-2020.ts'
import { openStage } from './stage.ts'

/**
 * Plays the sample into an empty, migrated database by the product's own acts, so that its journal tells the years as
 * any year is told. Sets `clock`, which must be the application's. Throws where the product refuses an act.
 */
export async function playSample(props: {
  app: FastifyInstance
  database: Database
  clock: { now: Date }
}): Promise<void> {
  const stage = openStage(props)
  await installSample(stage)
  await playSeason2019(stage)
  await playSeason2020(stage)
  await shelveLaws(stage, lawsOf2020)
  await draftFor2021(stage)
  await meetIn2021(stage)
  await mergeProvinces(stage)
  stage.at('2026-01-05 08:00')
  await shelveLaws(stage, laterLaws)
}
