import '@fontsource-variable/source-sans-3/index.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-code-pro/index.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/parts.css'
import './ui/page.css'
import { ApiProblem } from '@bangvang/contract/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { sessionQuery } from './lib/actor.tsx'
import { presentLocale } from './lib/locale.ts'
import { createCache } from './lib/query.ts'
import { isOffline } from './lib/refusal.ts'
import { loadWords } from './lib/words.ts'

const cache = createCache()
// Both are needed by every page: asked for at once, waited for where they are used.
void cache.prefetchQuery(sessionQuery)
void loadWords(presentLocale(), ['shell']).catch(() => undefined)

const root = document.getElementById('app')
if (root !== null)
  createRoot(root, {
    // A refusal and a dead network are answers that the page shows; the rest are bugs.
    onCaughtError: (error) => {
      if (!(error instanceof ApiProblem) && !isOffline(error)) reportError(error)
    },
  }).render(
    <StrictMode>
      <QueryClientProvider client={cache}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
