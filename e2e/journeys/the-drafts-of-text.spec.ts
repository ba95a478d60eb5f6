import type { Page } from '@playwright/test'
import { account, expect, expectAccessible, test } from '../fixtures.ts'

test.use({ actionTimeout: 20_000 })

const list = '/seasons/DBSH-2020/drafts'
const title = 'Quy chế đọc từ tệp Word'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const cited = 'trong ba ngày làm việc'

/** The regulation of the sample as the Word file people have of it. */
async function wordFile(page: Page): Promise<Buffer> {
  await page.goto(list)
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Quy chế tổ chức/ }).click()
  await page.getByRole('button', { name: 'Việc khác' }).click()
  const address = await page.getByRole('link', { name: 'Tải văn bản Word' }).getAttribute('href')
  return (await page.request.get(address ?? '')).body()
}

/** What the file holds is shown before anything is made of it; answers the draft's address. */
async function readWord(page: Page): Promise<string> {
  const buffer = await wordFile(page)
  await page.goto(list)
  await page.getByRole('button', { name: 'Soạn dự thảo mới' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên dự thảo').fill(title)
  await dialog.getByRole('button', { name: 'Tệp Word' }).click()
  await dialog.getByRole('button', { name: 'Tạo dự thảo' }).click()
  await expect(dialog.getByText('Chọn tệp Word.')).toBeVisible()
  const file = dialog.getByLabel('Tệp .docx')
  await file.setInputFiles({ name: 'Ảnh.docx', mimeType: docx, buffer: Buffer.from('not a document') })
  await expect(dialog.locator('.refusal')).toBeVisible()
  await file.setInputFiles({ name: 'Quy chế.docx', mimeType: docx, buffer })
  await expect(dialog.getByText(/^Cấu trúc đọc được: 5 chương, 15 điều/)).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Tạo dự thảo' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname
}

async function rewrite(page: Page, from: string, to: string) {
  await page.locator('[data-node]').filter({ hasText: from }).click()
  const box = page.locator('.node-box textarea')
  await expect(box).toHaveValue(new RegExp(from))
  await box.fill(to)
  await box.blur()
}

/** Written over in place; what is typed without a network waits on the device and is sent when it is back. */
async function edit(page: Page) {
  const bar = page.locator('.editing-bar')
  await rewrite(page, 'Quá hạn mà không giải trình', 'Quá hạn thì coi như đồng ý với điểm thẩm định.')
  await expect(bar).toContainText('Đã lưu')
  await expectAccessible(page)
  await page.context().setOffline(true)
  await rewrite(page, 'Các tỉnh được xếp theo tổng điểm', 'Các tỉnh được xếp theo tổng điểm, cao trước.')
  await expect(bar).toContainText('Chờ mạng')
  await page.context().setOffline(false)
  await expect(bar).toContainText('Đã lưu')
  await page.reload()
  await expect(page.locator('.page')).toContainText('Các tỉnh được xếp theo tổng điểm, cao trước.')
}

/** Chooses words of the text as a mouse would. */
async function pick(page: Page, words: string) {
  const field = page.locator('[data-field]').filter({ hasText: words })
  await expect(field).toBeVisible()
  await field.evaluate((element, sought) => {
    const text = element.firstChild
    const start = text?.textContent?.indexOf(sought) ?? -1
    if (text === null || start < 0) throw new Error(`“${sought}” is not in one piece`)
    const range = document.createRange()
    range.setStart(text, start)
    range.setEnd(text, start + sought.length)
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
  }, words)
}

async function comment(page: Page, address: string) {
  await page.goto(address)
  await pick(page, cited)
  await expect(page.getByText(`Đã chọn “${cited}”`)).toBeVisible()
  await page.getByRole('button', { name: 'Góp ý về chỗ này' }).click()
  const composer = page.getByRole('article', { name: 'Góp ý mới' })
  await composer.getByLabel('Nội dung góp ý').fill('Ba ngày là ngắn.')
  await expectAccessible(page)
  await composer.getByRole('button', { name: 'Ghi góp ý' }).click()
  await expect(page.getByRole('article', { name: 'Góp ý 1, đang mở' })).toContainText('Ba ngày là ngắn.')
}

test('a regulation read from Word, edited in place, commented on; the table of comments', async ({
  signIn,
}) => {
  test.setTimeout(240_000)
  const secretary = await signIn('secretary')
  const address = await readWord(secretary)
  await edit(secretary)
  await secretary.getByRole('button', { name: 'Thôi sửa' }).click()
  await secretary.getByRole('button', { name: 'Việc khác' }).click()
  await secretary.getByRole('button', { name: 'Gửi lấy ý kiến…' }).click()
  await secretary
    .getByRole('dialog')
    .getByRole('button', { name: /^Gửi cho/ })
    .click()
  await expect(secretary.locator('.dbar')).toContainText('Dự thảo lần 1')

  const delegate = await signIn('delegate', 'Ninh Bình')
  await comment(delegate, address)

  await secretary.goto(`${address}?edit`)
  await rewrite(secretary, cited, 'Tỉnh được thẩm định giải trình trong một tuần kể từ ngày nhận kết quả.')
  await expect(secretary.locator('.editing-bar')).toContainText('Đã lưu')
  // The delegate sees it by itself, at the next of the questions asked every twenty seconds: the words are gone, the
  // comment keeps them.
  const orphan = delegate.getByRole('article', { name: 'Góp ý 1, đang mở' })
  await expect(orphan).toContainText('Chữ được góp ý không còn trong dự thảo:', { timeout: 30_000 })
  await expect(orphan.getByRole('blockquote')).toHaveText(cited)
  await expectAccessible(delegate)

  await secretary.goto(`${address}?view=table`)
  const row = secretary.getByRole('row').filter({ hasText: 'Ba ngày là ngắn.' })
  await expect(row).toContainText(account('delegate', 'Ninh Bình').name)
  await expect(row).toContainText('Chưa trả lời')
  await expectAccessible(secretary)
  await secretary.emulateMedia({ media: 'print' })
  await expect(secretary.getByRole('button', { name: 'In', exact: true })).toBeHidden()
  await expect(row).toBeVisible()
  expect((await secretary.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
})
