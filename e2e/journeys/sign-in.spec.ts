import { account, expect, expectAccessible, test } from '../fixtures.ts'

test('a delegate signs in, sees what the unit owes by when, and signs out', async ({
  signIn,
  visitor,
  product,
}) => {
  const stranger = await visitor()
  await stranger.goto('/')
  await stranger.waitForURL('**/sign-in*')
  await expectAccessible(stranger)

  const page = await signIn('delegate', 'Hưng Yên')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Hưng Yên').first()).toBeVisible()

  const { email, password } = account('delegate', 'Hưng Yên')
  const wrong = await page.request.post(`${product.url}/api/session`, {
    data: { email, password: `${password}?` },
  })
  expect(wrong.status()).toBe(401)
})

test('nothing acknowledged is lost when the server is killed', async ({ signIn, product }) => {
  const page = await signIn('delegate', 'Hưng Yên')
  await page.waitForLoadState('networkidle')
  const address = '/api/seasons/DBSH-2020/assessments/HYE'
  const before = (await (await page.request.get(address)).json()).answers.find(
    (one: { criterionCode: string }) => one.criterionCode === 'KT01',
  )
  const saved = await page.request.put(`${address}/answers/KT01`, {
    data: { answer: before.answer, note: 'Ghi trước khi máy chủ bị tắt', version: before.version },
  })
  expect(saved.status()).toBe(200)
  await product.crash()
  const after = (await (await page.request.get(address)).json()).answers.find(
    (one: { criterionCode: string }) => one.criterionCode === 'KT01',
  )
  expect(after).toMatchObject({ note: 'Ghi trước khi máy chủ bị tắt', version: before.version + 1 })
})
