import { seasons } from '@bangvang/contract/seasons'
import type { SessionView } from '@bangvang/contract/session'
import type { Phase } from '@bangvang/core/seasons/season'
import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { answer, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { seasonOf } from '../../lib/season-sample.ts'
import { loadWords } from '../../lib/words.ts'
import { HandoverSection } from './handover-section.tsx'

beforeEach(() => loadWords('vi', ['handover']))

async function open(phase: Phase, session: SessionView) {
  serve(answer(seasons.show, seasonOf({ phase })))
  await renderAt(
    <>
      <HandoverSection seasonId="DBSH-2020" />
      <p>Hết trang</p>
    </>,
    { session },
  )
  await screen.findByText('Hết trang')
}

test('once a season is finalized whoever takes it over downloads it', async () => {
  await open('finalized', sessionOf('reviewer'))
  expect(screen.getByRole('link', { name: 'Tải tệp bàn giao' }).getAttribute('href')).toBe(
    '/api/seasons/DBSH-2020/handover',
  )
})

test('before that there is nothing to download', async () => {
  await open('deliberation', sessionOf('secretary'))
  expect(screen.queryByRole('link')).toBeNull()
})

test('a delegate takes over nothing', async () => {
  await open('archived', sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' }))
  expect(screen.queryByRole('link')).toBeNull()
})
