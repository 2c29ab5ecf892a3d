/** A pair of a `tags` annotation that does not become a tag. */
interface DroppedTag {
  readonly pair: string
  readonly why: string
}

export interface ReadTags {
  readonly tags: ReadonlyMap<string, string>
  readonly dropped: readonly DroppedTag[]
}

const most = 50
const longestKey = 128
const longestValue = 256
const ownPrefix = 'application-networking.k8s.aws/'

/**
 * Reads a `tags` annotation as the controller does, which says nothing of what it drops.
 * Source: aws-application-networking-k8s@v2.1.3 pkg/k8s/utils.go.
 */
export function readTags(annotation: string): ReadTags {
  const tags = new Map<string, string>()
  const dropped: DroppedTag[] = []
  for (const pair of annotation.split(',').map(part => part.trim())) {
    if (pair === '') continue
    const [key = '', ...rest] = pair.split('=')
    const tag = { key: key.trim(), value: rest.length === 0 ? undefined : rest.join('=').trim() }
    const why = whyRefused(tag) ?? (tags.has(tag.key) ? 'its key is there already' : undefined)
    if (why !== undefined) dropped.push({ pair, why })
    else if (tags.size === most) dropped.push({ pair, why: `it comes after ${most} others` })
    else tags.set(tag.key, tag.value ?? '')
  }
  return withoutReserved(tags, dropped)
}

function whyRefused({
  key,
  value,
}: {
  readonly key: string
  readonly value: string | undefined
}): string | undefined {
  if (value === undefined) return 'it has no "="'
  if (key === '' || value === '') return `its ${key === '' ? 'key' : 'value'} is empty`
  if (bytes(key) > longestKey) return `its key is longer than ${longestKey} bytes`
  if (bytes(value) > longestValue) return `its value is longer than ${longestValue} bytes`
  const [odd] = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/u.exec(key + value) ?? []
  return odd === undefined ? undefined : `tags take no "${odd}"`
}

// Only now, so that reserved keys count among the 50 and against their duplicates.
function withoutReserved(read: ReadonlyMap<string, string>, others: readonly DroppedTag[]): ReadTags {
  const isReserved = (key: string) => key.startsWith(ownPrefix) || key.toLowerCase().startsWith('aws:')
  const entries = [...read]
  const reserved = entries.filter(([key]) => isReserved(key))
  return {
    tags: new Map(entries.filter(([key]) => !isReserved(key))),
    dropped: [
      ...others,
      ...reserved.map(([key, value]) => ({ pair: `${key}=${value}`, why: 'its key is reserved' })),
    ],
  }
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}
