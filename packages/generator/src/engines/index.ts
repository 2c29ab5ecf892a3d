export { argocd } from './argocd/index.ts'
