import { z } from 'zod'

// Before any schema is made: zod would else try `new Function`, which the Content Security Policy reports.
z.config({ jitless: true })
