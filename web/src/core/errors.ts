// What can go wrong between the client and a service, as one type.
import type { Service } from './net.svelte'

export type Code =
  | 'OFFLINE' // no answer at all: no network, or the service is down
  | 'TIMEOUT'
  | 'AUTH_MISSING' | 'AUTH_INVALID' | 'AUTH_EXPIRED' | 'AUTH_FORBIDDEN'
  | 'VALIDATION_ERROR' | 'NOT_FOUND' | 'ALREADY_EXISTS' | 'CONFLICT' | 'RATE_LIMITED'
  | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'MODEL_LOADING' | 'SERVICE_UNAVAILABLE' | 'INTERNAL_ERROR'

export class ApiError extends Error {
  /** Which service it is from, where one was asked. */
  service?: Service

  constructor(
    readonly code: Code,
    readonly status: number,
    message: string,
    /** What is wrong with which field of the request, in the service's words. */
    readonly fields: Record<string, string> = {},
    /** Seconds until a try is worth it. */
    readonly retryAfter?: number,
    readonly requestId?: string,
  ) {
    super(message)
  }

  /** Did the request perhaps never arrive, so that it must be kept and sent again? */
  get isAway(): boolean {
    return this.code === 'OFFLINE' || this.code === 'TIMEOUT' || this.status >= 500
  }
}

export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  return new ApiError('INTERNAL_ERROR', 0, error instanceof Error ? error.message : String(error))
}

/** The problem document of a refused request. */
export async function readProblem(response: Response): Promise<ApiError> {
  const body = await response.json().catch(() => undefined)
  const code: Code = body?.error?.code ?? (response.status >= 500 ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_ERROR')
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined
  return new ApiError(code, response.status, body?.detail ?? response.statusText, body?.error?.details?.fields ?? {}, retryAfter, body?.meta?.request_id)
}
