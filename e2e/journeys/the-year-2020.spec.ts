import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../fixtures.ts'

const season = '/seasons/DBSH-2020'
const checkout = fileURLToPath(new URL('../..', import.meta.url))
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** The delegate corrects a figure and adds the evidence that was missing. */
async function revise(page: Page) {
  await page.goto(`${season}/assessments/HYE`)
  await expectAccessible(page)
  const actual = page.getByLabel('Thực hiện, KT03')
  await actual.fill('9,2')
  await actual.press('Enter')
  await expect(page.locator('tr#KT03 .st')).toContainText('Đã lưu')
  await page.getByRole('button', { name: 'KT10, minh chứng: Thiếu' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'Xác nhận đăng ký đầu tư.pdf', mimeType: 'application/pdf', buffer: pdf })
  await expect(dialog.getByText('Xác nhận đăng ký đầu tư.pdf').first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
}

/** The delegate hands over, the leader signs off. */
async function submit(delegate: Page, leader: Page, unit: string) {
  const address = `${season}/assessments/${unit}/submit`
  await delegate.goto(address)
  await expectAccessible(delegate)
  await delegate.getByRole('button', { name: /^Trình/ }).click()
  await expect(delegate.getByText('Bản tự chấm đang chờ lãnh đạo ký gửi.')).toBeVisible()
  await leader.goto(address)
  await leader.getByRole('button', { name: /^Ký gửi bản tự chấm/ }).click()
  await expect(leader.getByText('Bản tự chấm đã gửi. Bản gửi sau cùng là bản được tính.')).toBeVisible()
}

/** An appraiser sets points, with a reason that the unit can read. */
async function appraise(page: Page) {
  await page.goto(`${season}/board?cell=HYE.CT07`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sửa điểm…' }).click()
  await page.getByLabel(/^Điểm, từ 0 đến/).fill('12,5')
  await page.getByRole('button', { name: 'Lưu điểm ấn định' }).click()
  await expect(page.getByText('Mỗi quyết định phải có lý do.')).toBeVisible()
  await page.getByLabel('Lý do', { exact: true }).fill('Một nội dung chưa có nhận xét của cấp trên.')
  await page.getByRole('button', { name: 'Lưu điểm ấn định' }).click()
  await expect(page.getByText('Đã lưu. Điểm đang tính: 12,50.')).toBeVisible()
}

/** The secretary answers whatever has no answer yet. */
async function answerAll(page: Page) {
  await page.goto(`${season}/ranking`)
  const waiting = page.getByRole('button', { name: /^Trả lời góp ý của/ })
  await expect(waiting.first()).toBeVisible()
  for (let left = await waiting.count(); left > 0; left -= 1) {
    await waiting.first().click()
    await page.getByLabel('Nội dung tiếp thu, giải trình').fill('Đã đối chiếu với tài liệu của đơn vị.')
    await page.getByRole('button', { name: 'Gửi trả lời' }).click()
    await expect(waiting).toHaveCount(left - 1)
  }
  await expectAccessible(page)
}

test('the year 2020, from a returned self-assessment to the frozen ranking that anyone recomputes', async ({
  signIn,
  visitor,
}) => {
  test.setTimeout(420_000)
  const delegate = await signIn('delegate', 'Hưng Yên')
  await expectAccessible(delegate)
  await revise(delegate)
  await submit(delegate, await signIn('leader', 'Hưng Yên'), 'HYE')
  await submit(await signIn('delegate', 'Thái Bình'), await signIn('leader', 'Thái Bình'), 'TBI')

  await appraise(await signIn('appraiser'))
  await delegate.goto(`${season}/board?cell=HYE.CT07`)
  await expect(delegate.getByText('Một nội dung chưa có nhận xét của cấp trên.').first()).toBeVisible()

  const chair = await signIn('chair')
  await chair.goto(`${season}/board?cell=QNI.CT07`)
  await expect(chair.getByRole('button', { name: 'Sửa điểm…' })).toHaveCount(0)
  await chair.goto(season)
  await expectAccessible(chair)
  await chair.getByRole('button', { name: 'Mở giai đoạn Bình xét' }).click()
  await chair.getByRole('dialog').getByRole('button', { name: 'Mở giai đoạn Bình xét' }).click()
  await expect(chair.getByRole('dialog')).toHaveCount(0)

  const reviewer = await signIn('reviewer')
  await reviewer.goto(`${season}/ranking`)
  await expectAccessible(reviewer)
  await reviewer.getByLabel('Góp ý về', { exact: true }).selectOption({ label: 'Quảng Ninh' })
  await reviewer.getByLabel('Nội dung góp ý').fill('Đề nghị nêu rõ căn cứ của chỉ tiêu KT01.')
  await reviewer.getByRole('button', { name: 'Gửi góp ý' }).click()
  await expect(reviewer.getByText('Đã gửi góp ý.')).toBeVisible()
  await answerAll(await signIn('secretary'))

  await chair.goto(`${season}/ranking`)
  await chair.getByRole('button', { name: 'Chốt bảng xếp hạng…' }).click()
  await expectAccessible(chair)
  await chair.getByRole('button', { name: 'Chốt bảng xếp hạng năm 2020' }).click()
  await expect(chair.getByRole('heading', { name: 'Bảng vàng năm 2020' })).toBeVisible()
  await expectAccessible(chair)

  const anyone = await visitor()
  await anyone.goto('/public/DBSH-2020')
  await expect(anyone.getByRole('heading', { name: 'Bảng vàng năm 2020' })).toBeVisible()
  await expectAccessible(anyone)

  const bundle = await chair.request.get(`/api${season}/ranking/bundle`)
  const file = join(mkdtempSync(join(tmpdir(), 'bangvang-')), 'DBSH-2020.json')
  writeFileSync(file, await bundle.body())
  const verify = () =>
    execFileSync('npm', ['run', '--silent', 'bangvang', '--', 'verify', file], {
      cwd: checkout,
      encoding: 'utf8',
    })
  expect(JSON.parse(verify())).toMatchObject({ ok: true })
  writeFileSync(file, (await bundle.text()).replace('"12.5"', '"13.5"'))
  expect(verify).toThrow()

  const late = await delegate.request.post(`/api${season}/assessments/HYE/send-for-sign-off`)
  expect(late.status()).toBe(409)
})
