import { type Model, type Problem, within } from '@espalier/model'
import { asUrl } from './git-repository.ts'
import { inFleet } from './in-fleet.ts'

/** Team sources that a GitRepository cannot fetch. Source: source-controller v1 api, GitRepositorySpec.URL. */
export function unreadableSources(model: Model): readonly Problem[] {
  return model.services.flatMap(({ name, source }) => {
    if (source === undefined || inFleet(model, source)) return []
    if (/^(https?|ssh):\/\//.test(asUrl(source.repository))) return []
    const message = `the source of service ${name}, ${source.repository}, is fetched as a GitRepository, and Flux takes an https or ssh address there`
    return [{ check: 'beyond-engine', message, at: within(source.at, 'repository') }]
  })
}
