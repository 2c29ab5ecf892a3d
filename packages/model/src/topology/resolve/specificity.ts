import type { Match } from '../model.ts'

/**
 * Puts the more specific match first, by the precedence of the Gateway API: exact path, longest prefix, method, number of headers.
 * The controller evaluates rules in list order and knows no precedence of its own. What is equally specific is ordered by its text.
 */
export function compareMatches(a: Match, b: Match): number {
  const [left, right] = [rank(a), rank(b)]
  for (const [at, value] of left.entries()) {
    const difference = (right[at] ?? 0) - value
    if (difference !== 0) return difference
  }
  const [textA, textB] = [matchText(a), matchText(b)]
  return textA === textB ? 0 : textA < textB ? -1 : 1
}

function rank({ path, method, grpc, headers, queryParams }: Match): readonly number[] {
  return [
    path?.type === 'Exact' ? 1 : 0,
    path?.value.length ?? 0,
    method === undefined ? 0 : 1,
    grpc?.service?.length ?? 0,
    grpc?.method?.length ?? 0,
    headers.length,
    queryParams.length,
  ]
}

/** Equal for two matches that match the same requests; header names and values are compared as Lattice does, without case. */
export function matchText({ path, method, grpc, headers, queryParams }: Match): string {
  const pairs = headers
    .map(({ type = 'Exact', name, value }) => `${type} ${name}: ${value}`.toLowerCase())
    .sort()
  const query = queryParams.map(({ type = 'Exact', name, value }) => `${type} ${name}=${value}`).sort()
  return JSON.stringify([
    path?.type,
    path?.value,
    method,
    grpc?.type,
    grpc?.service,
    grpc?.method,
    pairs,
    query,
  ])
}
