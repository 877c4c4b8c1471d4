// One request to a service: the token, one renewal and replay, retries where nothing can be done
// twice, deadlines, and problems as ApiError.
import { hearServerTime } from './clock.svelte'
import { ApiError, readProblem } from './errors'
import { net, type Service } from './net.svelte'
import { freshToken, session } from './session.svelte'

export interface Call {
  method: string
  path: string
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  form?: FormData
  /** Idempotency-Key: makes a write safe to send again. */
  key?: string
  accept?: string
  signal?: AbortSignal
  /** Milliseconds until the answer must have begun. */
  timeout?: number
  open?: boolean // without a token
}

const RETRIES = 2

let aiOrigin: Promise<string> | undefined

/** Where the AI service is; the Backend says so, and it is remembered for times without a network. */
function aiService(): Promise<string> {
  aiOrigin ??= fetch('/client.json')
    .then((response) => response.json())
    .then(({ ai_service_url }) => {
      localStorage.setItem('lexi.ai', ai_service_url)
      return ai_service_url
    })
    .catch(() => {
      aiOrigin = undefined
      const known = localStorage.getItem('lexi.ai')
      if (known) return known
      throw new ApiError('OFFLINE', 0, 'the address of the AI service is not known')
    })
  return aiOrigin
}

export async function address(service: Service, path: string, query: Call['query'] = {}): Promise<string> {
  const url = new URL(path, service === 'ai' ? await aiService() : location.origin)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value))
  }
  return url.href
}

/** The answer, its status below 400; every other is thrown as ApiError. */
export async function send(service: Service, call: Call): Promise<Response> {
  try {
    return await sendPatiently(service, call)
  } catch (error) {
    if (error instanceof ApiError) error.service = service
    throw error
  }
}

async function sendPatiently(service: Service, call: Call): Promise<Response> {
  const url = await address(service, call.path, call.query)
  const repeatable = call.method === 'GET' || call.key !== undefined
  for (let tried = 0; ; tried += 1) {
    try {
      return await sendWithToken(service, url, call)
    } catch (error) {
      const problem = error as ApiError
      const worthIt = problem.code === 'OFFLINE' ? navigator.onLine : problem.status === 503 && (problem.retryAfter ?? 1) <= 2
      if (!repeatable || !worthIt || tried >= RETRIES || call.signal?.aborted) throw problem
      await sleep((problem.retryAfter ?? 0) * 1000 + 250 * 2 ** tried * (1 + Math.random()))
    }
  }
}

async function sendWithToken(service: Service, url: string, call: Call): Promise<Response> {
  const token = call.open ? undefined : session.tokens?.access_token
  try {
    return await sendOnce(service, url, call, token)
  } catch (error) {
    const problem = error as ApiError
    if (token === undefined || problem.status !== 401) throw problem
    return await sendOnce(service, url, call, await freshToken(token))
  }
}

async function sendOnce(service: Service, url: string, call: Call, token: string | undefined): Promise<Response> {
  const headers: Record<string, string> = {}
  if (token) headers.Authorization = `Bearer ${token}`
  if (call.accept) headers.Accept = call.accept
  if (call.key) headers['Idempotency-Key'] = call.key
  if (call.body !== undefined) headers['Content-Type'] = 'application/json'
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), call.timeout ?? 30000)
  const signal = call.signal ? AbortSignal.any([call.signal, deadline.signal]) : deadline.signal
  let response: Response
  try {
    response = await fetch(url, {
      method: call.method,
      headers,
      body: call.form ?? (call.body === undefined ? undefined : JSON.stringify(call.body)),
      signal,
    })
  } catch (error) {
    if (call.signal?.aborted) throw error
    net.failed(service)
    if (deadline.signal.aborted) throw new ApiError('TIMEOUT', 0, 'no answer in time')
    throw new ApiError('OFFLINE', 0, 'no answer')
  } finally {
    clearTimeout(timer)
  }
  net.answered(service)
  if (response.ok) return response
  throw await readProblem(response)
}

/** What stands in the envelope; the bare token replies have none. */
export async function readData(response: Response): Promise<{ data: unknown; total?: number; pages?: number }> {
  if (response.status === 204) return { data: undefined }
  const body = await response.json()
  if (body?.meta?.timestamp) hearServerTime(body.meta.timestamp)
  if (!('success' in body)) return { data: body }
  return { data: body.data, total: body.pagination?.total, pages: body.pagination?.total_pages }
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
