import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Fleet } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { whyRefused } from '../fleet/link.ts'

/** No symbolic link of a repository that Argo CD reads leads out of it. */
export const linkStaysInRepository: Check = {
  name: 'link-stays-in-repository',
  params: noParams,
  *find(fleet) {
    if (!isReadByArgocd(fleet)) return
    for (const link of fleet.links ?? []) {
      const why = whyRefused(link)
      if (why === undefined) continue
      // What Git stores of a link is the text of its target.
      const source = { file: link.file, text: link.target }
      yield {
        at: { source, doc: 0, path: [], offset: 0 },
        message: `the symbolic link to ${JSON.stringify(link.target)} ${why}`,
      }
    }
  },
}

function isReadByArgocd({ model, ofKind }: Fleet): boolean {
  if (model !== undefined && model.gitops.engine === 'argocd') return true
  return ofKind([kinds.application, kinds.applicationSet]).length > 0
}
