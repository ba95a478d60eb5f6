import { useState } from 'react'
import { keep, kept } from './device.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The theme chosen on this device, and how to choose another; `system` follows the device's own setting. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => themes.find((one) => one === kept('theme')) ?? 'system')
  const choose = (chosen: Theme) => {
    setTheme(chosen)
    keep('theme', chosen === 'system' ? null : chosen)
    if (chosen === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = chosen
  }
  return [theme, choose]
}
