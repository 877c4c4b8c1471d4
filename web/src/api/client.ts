// Typed calls of both services. Paths, parameters, bodies and replies are types made from the two
// OpenAPI documents (scripts/types.js), so a call that a service does not know does not compile.
import { readData, send, type Call } from '../core/http'
import type { paths as AiPaths } from './ai'
import type { paths as BackendPaths } from './backend'

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete'
type PathsOf<P, V extends Verb> = { [K in keyof P]: P[K] extends Record<V, object> ? K : never }[keyof P] & string
type Operation<P, V extends Verb, K extends keyof P> = P[K] extends Record<V, infer O> ? O : never

type Json<R> = R extends { content: { 'application/json': infer J } } ? J : undefined
type Success<R> = { [S in keyof R & (200 | 201)]: Json<R[S]> }[keyof R & (200 | 201)]
type Unwrapped<J> = J extends { success: boolean; data: infer D } ? D : J
/** What stands in `data` of the reply. */
type Data<O> = O extends { responses: infer R } ? Unwrapped<Success<R>> : never

type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? { body: B } : O extends { requestBody?: { content: { 'application/json': infer B } } } ? { body?: B } : { body?: undefined }
type Params<O> = O extends { parameters: { path: infer P extends object } } ? { params: P } : { params?: undefined }
type Query<O> = O extends { parameters: { query?: infer Q } } ? { query?: Q } : { query?: undefined }
type Input<O> = Body<O> & Params<O> & Query<O> & Pick<Call, 'key' | 'signal' | 'timeout' | 'form' | 'open' | 'accept'>
type Arguments<O> = object extends Input<O> ? [input?: Input<O>] : [input: Input<O>]

export interface Page<T> {
  data: T
  total: number
  pages: number
}

interface Given {
  params?: Record<string, string>
  query?: Call['query']
}

function fill(path: string, params: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name]))
}

function client<P>(service: 'backend' | 'ai') {
  async function call(verb: Verb, path: string, input: (Given & Partial<Call>) | undefined) {
    const { params, ...rest } = input ?? {}
    return send(service, { ...rest, method: verb.toUpperCase(), path: fill(path, params) })
  }
  function on<V extends Verb>(verb: V) {
    return async <K extends PathsOf<P, V>>(path: K, ...[input]: Arguments<Operation<P, V, K>>): Promise<Data<Operation<P, V, K>>> => {
      const answer = await call(verb, path, input as Given)
      return (await readData(answer)).data as Data<Operation<P, V, K>>
    }
  }
  return {
    get: on('get'),
    post: on('post'),
    put: on('put'),
    patch: on('patch'),
    delete: on('delete'),
    /** A list with its pagination. */
    async page<K extends PathsOf<P, 'get'>>(path: K, ...[input]: Arguments<Operation<P, 'get', K>>): Promise<Page<Data<Operation<P, 'get', K>>>> {
      const { data, total, pages } = await readData(await call('get', path, input as Given))
      return { data: data as Data<Operation<P, 'get', K>>, total: total ?? 0, pages: pages ?? 1 }
    },
    /** The answer itself: bytes, or a stream. */
    async raw<V extends Verb, K extends PathsOf<P, V>>(verb: V, path: K, ...[input]: Arguments<Operation<P, V, K>>): Promise<Response> {
      return call(verb, path, input as Given)
    },
  }
}

export const backend = client<BackendPaths>('backend')
export const ai = client<AiPaths>('ai')

/** The reply's data of an operation: `Reply<BackendPaths, 'get', '/api/v1/users/me'>`. */
type Reply<P, V extends Verb, K extends keyof P> = Data<Operation<P, V, K>>
export type BackendReply<V extends Verb, K extends keyof BackendPaths> = Reply<BackendPaths, V, K>
export type AiReply<V extends Verb, K extends keyof AiPaths> = Reply<AiPaths, V, K>
export type BackendBody<V extends Verb, K extends keyof BackendPaths> = NonNullable<Body<Operation<BackendPaths, V, K>>['body']>
