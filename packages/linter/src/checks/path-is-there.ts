import { didYouMean } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import type { Delivered } from '../delivery/delivery.ts'
import { baseOf } from '../delivery/path.ts'
import { delivering } from '../fleet/delivering.ts'
import type { Fleet } from '../fleet/fleet.ts'

interface Params {
  /** What is wrong: there is no such folder, or nothing in it that the engine would take. */
  readonly state: 'missing' | 'empty'
}

/** What Applications and Kustomizations deliver from this repository is in it. */
export const pathIsThere: Check<Params> = {
  name: 'path-is-there',
  params: fields({ state: { enum: ['missing', 'empty'] } }, 'state'),
  *find(fleet, { state }) {
    for (const { delivery, entry } of delivering(fleet)) {
      const { title, engine, what } = delivery
      // Of what is rendered, only the folders of teams can be missing: topology.yaml names those, and they may come later.
      if (what.state !== state || entry.rendered || !isHere(what, fleet)) continue
      const wrong =
        state === 'missing'
          ? `and the repository has no such folder${didYouMean(baseOf(what.path), what.siblings)}`
          : 'which holds no file that Argo CD would take'
      const verb = engine === 'flux' ? 'applies' : 'delivers'
      yield {
        at: what.at,
        entry,
        message: `${title} ${verb} ${what.path || 'the root of the repository'}, ${wrong}`,
      }
    }
  },
}

// Another branch, a tag or a commit may hold other files than those at hand.
function isHere({ revision = 'HEAD' }: Delivered, { model }: Fleet): boolean {
  const own = model === undefined ? [] : [model.gitops.revision]
  const short = revision.replace(/^refs\/heads\//, '')
  return ['HEAD', 'main', 'master', ...own.map(one => one.replace(/^refs\/heads\//, ''))].includes(short)
}
