declare module 'autocannon' {
  export type Request = {
    method: string
    path: string
    headers: Record<string, string>
    setupRequest?: (request: Request & { body?: string }) => Request & { body?: string }
  }
  export type Options = {
    url: string
    connections: number
    duration: number
    setupClient: (client: { setRequests: (requests: Request[]) => void }) => void
  }
  export type Result = {
    errors: number
    timeouts: number
    statusCodeStats: Record<string, { count: number }>
    duration: number
  }
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default function autocannon(options: Options): Promise<Result>
}
