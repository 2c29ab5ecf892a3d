export { argocd } from './argocd/index.ts'
export { flux } from './flux/index.ts'
