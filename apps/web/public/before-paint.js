// Before the first paint: the theme and language chosen on this device, so that nothing flashes.
try {
  const theme = localStorage.getItem('bangvang.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  if (localStorage.getItem('bangvang.locale') === 'en') document.documentElement.lang = 'en'
} catch {
  // A browser that keeps nothing shows the system's theme, in Vietnamese.
}
// zod would try `new Function`, which the Content Security Policy forbids and reports.
globalThis.__zod_globalConfig = { jitless: true }
