export { decideRequest as decide } from '../lib/policies/decide-request.ts'
