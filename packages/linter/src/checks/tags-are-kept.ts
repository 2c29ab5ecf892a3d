import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { readersOf } from '../fleet/annotation-readers.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { annotation, annotationAt } from '../fleet/refs.ts'
import { readTags } from '../fleet/tags.ts'
import { title } from '../fleet/title.ts'
import { abridged } from '../text/abridged.ts'
import { someOf } from '../text/some-of.ts'

/** Whatever a `tags` annotation lists becomes a tag. */
export const tagsAreKept: Check = {
  name: 'tags-are-kept',
  params: noParams,
  *find(fleet) {
    for (const entry of latticeOf(fleet, readersOf('tags') ?? [])) {
      const { dropped } = readTags(annotation(entry, 'tags') ?? '')
      if (dropped.length === 0) continue
      const words = dropped.map(({ pair, why }) => `"${abridged(pair)}" (${why})`)
      yield {
        at: annotationAt(entry, 'tags'),
        entry,
        message: `the controller drops of the tags of ${title(entry)}: ${someOf(words)}`,
      }
    }
  },
}
