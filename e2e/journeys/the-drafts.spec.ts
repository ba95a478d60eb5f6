import type { Page } from '@playwright/test'
import { account, expect, expectAccessible, test } from '../fixtures.ts'

// A step that waits for what never comes fails by itself, and says where.
test.use({ actionTimeout: 20_000 })

const season = '/seasons/DBSH-2020'
const title = 'Bộ tiêu chí năm 2021, bản của thư ký'
const wish = 'GRDP bình quân đầu người theo giá hiện hành'

const part = (page: Page, code: string) => page.getByRole('button', { name: new RegExp(`^${code}\\b`) })

async function setPoints(page: Page, code: string, points: string) {
  await part(page, code).click()
  const field = page.getByLabel('Điểm tối đa', { exact: true })
  await field.fill(points)
  await field.blur()
}

/** The secretary begins with the version of 2020; answers the draft's address. */
async function begin(page: Page): Promise<string> {
  await page.goto(`${season}/criteria/versions`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Soạn dự thảo mới' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên dự thảo').fill(title)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Tạo dự thảo' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname.replace(/\/criteria$/, '')
}

/** Points that do not add up are shown at once and named; another criterion gives them. */
async function drafted(page: Page) {
  const state = page.locator('.editor-state')
  await expect(state).toContainText('Tổng 1.000 / 1.000 điểm')
  await setPoints(page, 'KT01', '51')
  await expect(state).toContainText('thừa 1')
  await expect(state).toContainText('1 chỗ sai')
  await page.getByRole('button', { name: 'Tới chỗ sai tiếp theo' }).click()
  await expectAccessible(page)
  await setPoints(page, 'KT08', '29')
  await expect(state).toContainText('Không có chỗ sai')
  await expect(state).toContainText('Đã lưu')
  await part(page, 'KT01').click()
  const trial = page.getByRole('region', { name: 'Chấm thử' })
  await trial.getByLabel(/^Chỉ tiêu/).fill('8')
  await trial.getByLabel(/^Thực hiện/).fill('7,2')
  await expect(trial).toContainText(/36(,00)? \/ 51(,00)? điểm/)
  await expectAccessible(page)
}

/** The network of one ends while the other writes the same part: what was typed stays, and both are shown. */
async function writeAtOnce(chair: Page, secretary: Page, address: string) {
  await chair.goto(`${address}/criteria`)
  await part(chair, 'KT05').click()
  await chair.context().setOffline(true)
  const guidance = (page: Page) => page.getByLabel('Hướng dẫn', { exact: true })
  await guidance(chair).fill('Cục Thống kê công bố.')
  await guidance(chair).blur()
  await expect(chair.locator('.editor-state')).toContainText('Chờ mạng')
  await part(secretary, 'KT05').click()
  await guidance(secretary).fill('Tổng cục Thống kê công bố.')
  await guidance(secretary).blur()
  await expect(secretary.locator('.editor-state')).toContainText('Đã lưu')
  await chair.context().setOffline(false)
  const clash = chair.getByRole('alert').filter({ hasText: 'Người khác vừa sửa mục này' })
  await expect(clash).toContainText('Tổng cục Thống kê công bố.')
  await chair.reload()
  await part(chair, 'KT05').click()
  await expect(clash).toContainText('Cục Thống kê công bố.')
  await expect(clash).toContainText('Tổng cục Thống kê công bố.')
  await expectAccessible(chair)
  await clash.getByRole('button', { name: 'Giữ của tôi' }).click()
  await expect(chair.locator('.editor-state')).toContainText('Đã lưu')
  // An editor asks every twenty seconds what others changed.
  await expect(guidance(secretary)).toHaveValue('Cục Thống kê công bố.', { timeout: 30_000 })
}

async function lookAhead(page: Page, address: string) {
  await page.goto(`${address}/impact`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nếu năm 2020 chấm theo dự thảo')
  await expectAccessible(page)
  await page.goto(`${season}/criteria/compare?to=draft:${address.split('/').at(-1)}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('khác nhau')
  await expect(page.getByRole('row', { name: /^Tiêu chí KT01/ })).toContainText('50 → 51')
  await expectAccessible(page)
}

async function more(page: Page, act: string | RegExp) {
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('button', { name: act }).click()
}

/** Sent out to the reviewer and one delegate alone. */
async function sendOut(page: Page, address: string) {
  await page.goto(address)
  await expectAccessible(page)
  await more(page, 'Gửi lấy ý kiến…')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Bỏ chọn tất cả' }).click()
  await dialog.getByRole('button', { name: /^Gửi cho/ }).click()
  await expect(dialog.getByText('Chọn ít nhất một người.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: account('reviewer').name }).check()
  await dialog.getByRole('checkbox', { name: account('delegate', 'Hà Nam').name }).check()
  await dialog.getByLabel('Lời nhắn').fill('Đề nghị cho ý kiến về hai tiêu chí đổi điểm.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Gửi cho 2 người' }).click()
  await expect(page.locator('.dbar')).toContainText('Dự thảo lần 1')
}

/** Presses a key until what has the focus says those words. */
async function press(page: Page, key: string, until: { selector: string; words: string }) {
  const isThere = () =>
    page.evaluate(({ selector, words }) => {
      const active = document.activeElement
      return active?.matches(selector) === true && (active.textContent ?? '').includes(words)
    }, until)
  for (let presses = 0; presses < 150 && !(await isThere()); presses += 1) await page.keyboard.press(key)
  expect(await isThere(), `${key} reaches “${until.words}”`).toBe(true)
}

const inText = (words: string) => ({ selector: '[data-node]', words })

/** The reviewer's whole work, hands on the keyboard. */
async function review(page: Page) {
  await page.goto('/drafts')
  await expectAccessible(page)
  await press(page, 'Tab', { selector: 'tbody th a', words: '' })
  await press(page, 'j', { selector: 'a', words: title })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await press(page, 'Tab', inText(''))
  await press(page, 'ArrowDown', inText('Tốc độ tăng tổng sản phẩm trên địa bàn'))
  await page.keyboard.press('c')
  await page.keyboard.type('Vì sao thêm một điểm?')
  await page.keyboard.press('Control+Enter')
  const first = page.getByRole('article', { name: 'Góp ý 1, đang mở' })
  await expect(first).toContainText('Vì sao thêm một điểm?')
  await page.keyboard.press('Escape')
  await press(page, 'Shift+Tab', inText(''))
  await press(page, 'ArrowDown', inText('GRDP bình quân đầu người'))
  await page.keyboard.press('s')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(wish)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article', { name: 'Góp ý 2, đang mở' })).toContainText('theo giá hiện hành')
  await page.keyboard.press('k')
  await expect(first).toBeVisible()
  await page.keyboard.press('e')
  await expect(first.getByText('Đã đóng')).toBeVisible()
  await expectAccessible(page)
}

async function sayNothing(page: Page, address: string) {
  await page.goto(address)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Không có ý kiến' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi: không có ý kiến' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Không có ý kiến' })).toHaveCount(0)
}

async function answer(page: Page, address: string, number: number) {
  await page.goto(`${address}#comment-${number}`)
  await page.reload()
  const thread = page.getByRole('article', { name: `Góp ý ${number}, đang mở` })
  await thread.getByRole('button', { name: 'Tiếp thu, giải trình' }).click()
  return thread
}

async function adopt(page: Page, address: string) {
  await page.goto(address)
  await more(page, 'Ban hành…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Số, ký hiệu').fill('02/QĐ-CTĐ')
  await dialog.getByLabel('Căn cứ pháp lý').fill('Quy chế hoạt động của Cụm')
  await dialog.getByRole('button', { name: /^Ban hành/ }).click()
  return dialog
}

/** The administrator prepares 2021: its members, its season, its chair. */
async function prepareYear(page: Page) {
  await page.goto('/admin/clusters')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Đặt thành viên một năm' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Năm', { exact: true }).fill('2021')
  await dialog.getByRole('button', { name: 'Lưu thành viên năm 2021' }).click()
  await expect(dialog).toHaveCount(0)
  await page.goto('/admin/seasons')
  await page.getByRole('button', { name: 'Mở năm thi đua mới' }).click()
  await dialog.getByLabel('Năm', { exact: true }).fill('2021')
  await dialog.getByLabel('Cụm trưởng').selectOption({ label: 'Hải Dương' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Mở năm thi đua' }).click()
  await expect(dialog).toHaveCount(0)
  await page.goto('/admin/people')
  await expectAccessible(page)
  await page.getByRole('link', { name: account('leader', 'Hải Dương').name }).click()
  await page.getByRole('button', { name: 'Cấp vai' }).click()
  await dialog.getByLabel('Vai', { exact: true }).selectOption({ label: 'Cụm trưởng' })
  await dialog.getByLabel('Năm thi đua').selectOption('DBSH-2021')
  await dialog.getByLabel('Đơn vị').selectOption({ label: 'Hải Dương' })
  await dialog.getByRole('button', { name: 'Cấp vai' }).click()
  await expect(dialog).toHaveCount(0)
}

/** The chair of 2021 takes the adopted version and opens the year. */
async function openYear(page: Page) {
  // The newest mandate is the one acted under first.
  await expect(page.locator('.who')).toContainText('Cụm trưởng · Hải Dương')
  await page.goto('/seasons/DBSH-2021')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Các phiên bản, so sánh, soạn dự thảo' }).click()
  await page.getByRole('button', { name: /^Dùng bản/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Dùng bản này' }).click()
  await expect(dialog).toHaveCount(0)
  await page.goto('/seasons/DBSH-2021')
  await page.getByRole('button', { name: 'Mở giai đoạn Tự chấm' }).click()
  await dialog.getByRole('button', { name: 'Mở giai đoạn Tự chấm' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Năm thi đua 2021 đang mở')
  await page.goto('/seasons/DBSH-2021/criteria')
  await expect(page.getByText(wish)).toBeVisible()
  await expectAccessible(page)
}

test('criteria drafted, consulted on, answered, adopted; next year opens with them', async ({ signIn }) => {
  test.setTimeout(420_000)
  const [secretary, chair] = [await signIn('secretary'), await signIn('chair')]
  const address = await begin(secretary)
  await drafted(secretary)
  await writeAtOnce(chair, secretary, address)
  await lookAhead(secretary, address)
  await sendOut(secretary, address)

  await review(await signIn('reviewer'))
  await sayNothing(await signIn('delegate', 'Hà Nam'), address)

  const refused = await adopt(chair, address)
  await expect(refused.getByText('Còn 2 góp ý chưa trả lời:')).toBeVisible()
  await expect(refused.getByRole('link', { name: `2. ${account('reviewer').name}` })).toBeVisible()
  await expectAccessible(chair)

  const asked = await answer(secretary, address, 1)
  await asked.getByRole('radio', { name: 'Giải trình' }).check()
  await asked.getByLabel('Nội dung tiếp thu, giải trình').fill('GRDP là chỉ tiêu tổng hợp nhất.')
  await asked.getByRole('button', { name: 'Ghi trả lời' }).click()
  await expect(asked).toContainText('GRDP là chỉ tiêu tổng hợp nhất.')
  const wished = await answer(secretary, address, 2)
  await wished.getByLabel('Nội dung tiếp thu, giải trình').fill('Tiếp thu.')
  await wished.getByRole('button', { name: 'Ghi và sửa dự thảo' }).click()
  await expect(secretary.locator('.page')).toContainText(wish)
  await expectAccessible(secretary)

  await expect(await adopt(chair, address)).toHaveCount(0)
  await expect(chair.locator('.dbar')).toContainText('Ban hành số 02/QĐ-CTĐ')
  await expectAccessible(chair)

  await prepareYear(await signIn('administrator'))
  await openYear(await signIn('leader', 'Hải Dương'))
})
