import { connection, type NextRequest } from 'next/server'
import { config } from '#lib/config/config.ts'
import { answerMetrics } from '#lib/metrics/answer-metrics.ts'

/** What this copy counted, for a Prometheus that brings the token of the configuration. */
export async function GET(request: NextRequest) {
  await connection()
  return answerMetrics(request.headers.get('authorization'), config().metricsToken)
}
