import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../fixtures.ts'

const title = 'Họp trù bị lần hai'
const units = ['Hải Dương', 'Bắc Ninh', 'Hưng Yên', 'Thái Bình', 'Nam Định', 'Hà Nam', 'Quảng Ninh']

/** The secretary plans a meeting with its agenda; answers its address. */
async function plan(page: Page): Promise<string> {
  await page.goto('/seasons/DBSH-2020/meetings')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lập cuộc họp' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên cuộc họp').fill(title)
  await dialog.getByLabel('Bắt đầu (giờ Việt Nam)').fill('2021-01-20T08:00')
  await dialog.getByLabel('Địa điểm').fill('Hạ Long, Quảng Ninh')
  await dialog.getByLabel('Chương trình').selectOption({ label: 'Để trống' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Lập cuộc họp' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  for (const [name, kind] of [
    ['Báo cáo kết quả chấm điểm', 'Báo cáo'],
    ['Thông qua bảng xếp hạng năm 2020', 'Biểu quyết'],
  ] as const) {
    await page.getByRole('button', { name: 'Thêm mục' }).click()
    await dialog.getByLabel('Nội dung').fill(name)
    await dialog.getByLabel('Loại mục').selectOption({ label: kind })
    await dialog.getByRole('button', { name: 'Lưu mục' }).click()
    await expect(page.getByRole('heading', { name })).toBeVisible()
  }
  return new URL(page.url()).pathname
}

async function noteAttendance(page: Page) {
  for (const [index, unit] of units.entries()) {
    await page.getByRole('button', { name: `Dự họp: ${unit}` }).click()
    const dialog = page.getByRole('dialog')
    if (unit === 'Hưng Yên') {
      await dialog.getByLabel('Có mặt').selectOption({ label: 'Ủy quyền' })
      await dialog.getByLabel('Người được ủy quyền').fill('Nguyễn Thanh Bình')
      await dialog.getByLabel('Số giấy ủy quyền').fill('12/GUQ-UBND')
    } else await dialog.getByLabel(/^Họ tên và chức vụ/).fill(`Đại diện tỉnh ${unit}; Phó Chủ tịch`)
    await dialog.getByRole('button', { name: 'Lưu dự họp' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(new RegExp(`^${index + 1}/9 có mặt`))).toBeVisible()
  }
  await expect(page.getByText('7/9 có mặt, đủ số họp (cần 6)')).toBeVisible()
}

async function prepareVote(page: Page) {
  const item = page.getByRole('listitem').filter({ hasText: 'Thông qua bảng xếp hạng năm 2020' }).first()
  await item.getByRole('button', { name: 'Chuẩn bị biểu quyết' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nội dung hỏi').fill('Thông qua bảng xếp hạng năm 2020?')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Lưu biểu quyết' }).click()
  await expect(page.getByRole('heading', { name: 'Thông qua bảng xếp hạng năm 2020?' })).toBeVisible()
}

/** Whoever has no device at hand raises one: five yeses and an abstention. */
async function enterHands(page: Page) {
  await page.getByRole('button', { name: 'Nhập từ giơ tay' }).click()
  const dialog = page.getByRole('dialog')
  for (const unit of units.slice(1))
    await dialog
      .getByRole('group', { name: unit })
      .getByRole('radio', { name: unit === 'Hà Nam' ? 'Không ý kiến' : 'Đồng ý', exact: true })
      .check()
  await dialog.getByRole('button', { name: 'Ghi các phiếu đã chọn' }).click()
  await expect(dialog).toBeHidden()
}

test('a meeting on three screens: planned, run, voted, minuted, signed and locked', async ({ signIn }) => {
  test.setTimeout(300_000)
  const secretary = await signIn('secretary')
  const address = await plan(secretary)
  await noteAttendance(secretary)
  await expectAccessible(secretary)

  const delegate = await signIn('delegate', 'Hải Dương')
  await delegate.goto(address)
  const wall = await signIn('reviewer')
  await wall.goto(`${address}/projector`)
  await expect(wall.getByText('Cuộc họp chưa bắt đầu')).toBeVisible()

  await secretary.getByRole('button', { name: 'Bắt đầu họp' }).click()
  const goTo = secretary.getByRole('button', { name: 'Chuyển tới mục này' })
  await goTo.first().click()
  // The wall and the delegate's device follow by themselves.
  await expect(wall.locator('[aria-current=step]')).toContainText('Báo cáo kết quả chấm điểm')
  await delegate.getByRole('button', { name: 'Đăng ký phát biểu' }).click()
  await secretary.getByRole('button', { name: /^Mời / }).click()
  await expect(wall.getByText('Đang phát biểu')).toBeVisible()
  await secretary.getByRole('button', { name: 'Phát biểu xong' }).click()
  await expect(wall.getByText('Đang phát biểu')).toBeHidden()

  await goTo.first().click()
  await prepareVote(secretary)
  await secretary.getByLabel('Thời gian (phút)').fill('2')
  await secretary.getByRole('button', { name: 'Mở biểu quyết' }).click()
  await expect(wall.getByText('Chưa biểu quyết').first()).toBeVisible()
  await expectAccessible(wall)
  await delegate.getByRole('radio', { name: 'Đồng ý', exact: true }).check()
  await delegate.getByRole('button', { name: 'Gửi phiếu' }).click()
  await expect(delegate.getByText(/^Đã gửi lúc/)).toBeVisible()
  await expectAccessible(delegate)
  await enterHands(secretary)
  await secretary.getByRole('button', { name: 'Đóng biểu quyết' }).click()
  await expect(wall.getByText('Được thông qua')).toBeVisible()
  await expect(
    delegate.getByText('7 phiếu thu về; 7 hợp lệ, 1 trắng, 0 không hợp lệ', { exact: false }),
  ).toBeVisible()

  await secretary.getByLabel('Nội dung', { exact: true }).fill('Cụm thống nhất bảng xếp hạng năm 2020.')
  await secretary.getByRole('button', { name: 'Ghi kết luận' }).click()
  await expect(wall.getByText('Cụm thống nhất bảng xếp hạng năm 2020.')).toBeVisible()
  await secretary.getByLabel('Việc', { exact: true }).fill('Gửi biên bản cho các tỉnh')
  await secretary.getByRole('button', { name: 'Giao việc' }).click()
  await expect(secretary.getByText('Gửi biên bản cho các tỉnh')).toBeVisible()
  await secretary.getByRole('button', { name: 'Kết thúc họp' }).click()
  await expect(wall.getByText('Cuộc họp đã kết thúc')).toBeVisible()

  await secretary.getByRole('link', { name: 'Biên bản' }).click()
  await secretary.getByRole('button', { name: 'Viết biên bản từ cuộc họp' }).click()
  await expect(secretary.getByText(/Cụm thống nhất bảng xếp hạng năm 2020/).first()).toBeVisible()
  await secretary.getByRole('button', { name: 'Sửa đoạn 2', exact: true }).click()
  await secretary.getByLabel('Sửa đoạn 2', { exact: true }).fill('Đoạn do thư ký viết lại.')
  await secretary.getByRole('button', { name: 'Lưu đoạn' }).click()
  await expect(secretary.getByText('Đoạn do thư ký viết lại.')).toBeVisible()
  await expectAccessible(secretary)

  const chair = await signIn('chair')
  await chair.goto(`${address}/minutes`)
  await chair.getByRole('button', { name: 'Duyệt biên bản' }).click()
  await chair.getByRole('button', { name: 'Ký biên bản (chủ trì)' }).click()
  await expect(chair.getByText(/^Chủ trì: .*, ký lúc/)).toBeVisible()
  await secretary.getByRole('button', { name: 'Ký biên bản (thư ký)' }).click()
  await expect(secretary.getByText('Đã ký và khóa')).toBeVisible()
  await expect(secretary.getByRole('button', { name: /^Sửa đoạn/ })).toHaveCount(0)
  await expectAccessible(chair)
})
