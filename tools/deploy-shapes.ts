import { z } from 'zod'

const texts = z.record(z.string(), z.string())
const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) })

/** What is looked at of a Compose file. */
export const composeSchema = z.object({
  services: z.object({
    lifeguard: z.object({
      user: z.string(),
      read_only: z.boolean(),
      cap_drop: z.array(z.string()),
      tmpfs: z.array(z.string()),
      environment: texts,
      secrets: z.array(z.string()),
      ports: z.array(z.string()),
    }),
    postgres: z.object({ environment: texts, secrets: z.array(z.string()) }),
  }),
  networks: z.record(
    z.string(),
    z.object({ ipam: z.object({ config: z.array(z.object({ subnet: z.string() })) }).optional() }),
  ),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
})

/** What is looked at of a Deployment of Kubernetes. */
export const deploymentSchema = z.object({
  spec: z.object({
    replicas: z.number(),
    template: z.object({
      spec: z.object({
        enableServiceLinks: z.boolean(),
        terminationGracePeriodSeconds: z.number(),
        securityContext: z.object({ runAsNonRoot: z.boolean(), runAsUser: z.number() }),
        volumes: z.array(z.looseObject({ name: z.string() })),
        containers: z.tuple([
          z.object({
            ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
            env: z.array(z.object({ name: z.string(), value: z.string() })),
            startupProbe: probe,
            livenessProbe: probe,
            readinessProbe: probe,
            lifecycle: z.object({ preStop: z.object({ exec: z.object({ command: z.array(z.string()) }) }) }),
            securityContext: z.object({ allowPrivilegeEscalation: z.boolean(), readOnlyRootFilesystem: z.boolean() }),
            volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
          }),
        ]),
      }),
    }),
  }),
})

/** What is looked at of a Service of Kubernetes. */
export const serviceSchema = z.object({
  spec: z.object({ ports: z.array(z.object({ name: z.string(), port: z.number(), targetPort: z.string() })) }),
})
