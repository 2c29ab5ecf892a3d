import { isScalar, type Scalar } from 'yaml'

/** True for a scalar without quotes whose words decide what it is; `!!str on` is a text to every reader, and `! on` to most. */
export function isPlain(node: unknown): node is Scalar {
  return isScalar(node) && node.type === 'PLAIN' && node.tag !== '!' && node.tag !== 'tag:yaml.org,2002:str'
}
