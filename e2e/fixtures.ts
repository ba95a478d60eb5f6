import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type Product, startProduct } from './server.ts'

type Account = { email: string; password: string; name: string; role: string; unitName: string | null }
const accounts: Account[] = JSON.parse(
  readFileSync(new URL('../prisma/sample/accounts.json', import.meta.url), 'utf8'),
)

/** A sample account by role and, where it has one, unit. */
export function account(role: string, unitName?: string): Account {
  const found = accounts.find(
    (one) => one.role === role && (unitName === undefined || one.unitName === unitName),
  )
  if (found === undefined) throw new Error(`no sample account ${role} ${unitName ?? ''}`)
  return found
}

type Fixtures = {
  /** A page of a browser of its own, signed in as that account; what it logs as an error fails the test. */
  signIn: (role: string, unitName?: string) => Promise<Page>
  /** A page nobody is signed in on. */
  visitor: () => Promise<Page>
}

export const test = base.extend<Fixtures, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const product = await startProduct()
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  visitor: async ({ browser, product }, use) => {
    const contexts: BrowserContext[] = []
    const errors: string[] = []
    await use(async () => {
      const context = await browser.newContext({ baseURL: product.url })
      contexts.push(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => {
        // A refusal shown on screen is logged by the browser itself as a failed load.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          errors.push(message.text())
      })
      return page
    })
    for (const context of contexts) await context.close()
    expect(errors).toEqual([])
  },
  signIn: async ({ visitor }, use) => {
    await use(async (role, unitName) => {
      const { email, password } = account(role, unitName)
      const page = await visitor()
      await page.goto('/sign-in')
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
      await page.waitForURL((url) => url.pathname !== '/sign-in')
      return page
    })
  },
})

/** WCAG 2.2 A and AA by axe, and no sideways scroll at 360 px: on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // At rest and from the top: what the sticky bar happens to cover halfway would count as a small target.
  await page.waitForLoadState('networkidle')
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.waitForTimeout(150)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
  }).toPass()
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) })),
  ).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 800 })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, 'the page scrolls sideways at 360 px').toBeLessThanOrEqual(0)
  if (size !== null) await page.setViewportSize(size)
}

export { expect }
