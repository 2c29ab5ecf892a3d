import { type Finding, judge, type Model, policies, type Source } from '@espalier/model'

/** The model of a topology that can be rendered as it is, else what stands against that: the judgement of `render`, before anything is written. */
export async function proveTopology(
  source: Source,
): Promise<{ readonly model?: Model; readonly findings: readonly Finding[] }> {
  const { readTopology } = await import('@espalier/model/topology')
  const { value, problems } = readTopology(source)
  const findings = judge(problems, policies).filter(({ severity }) => severity === 'error')
  if (value === undefined || findings.length > 0) return { findings }
  const { render } = await import('@espalier/generator')
  const refused = judge(render(value).problems, policies)
  return refused.length > 0 ? { findings: refused } : { model: value, findings: [] }
}
