import { didYouMean, type Place, type Problem } from '@espalier/model'

const known = '{cluster}'

/** What a path has in braces beside `{cluster}` would stay as it is, and lead to a folder that nobody meant. */
export function placeholderProblems(path: string, at: Place): readonly Problem[] {
  const [odd] = path.replaceAll(known, '').match(/\{[^{}]*\}|[{}]/) ?? []
  if (odd === undefined) return []
  const near = didYouMean(odd, [known])
  const message = `${path} has ${odd}, which stands for nothing${near === '' ? `; only ${known} does` : near}`
  return [{ check: 'wrong-value', message, at }]
}
