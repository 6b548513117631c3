FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY next.config.js tsconfig.json proxy.ts instrumentation.ts instrumentation-client.ts ./
COPY public public
COPY lib lib
COPY components components
COPY app app
RUN npm run build && rm -rf .next/cache .next/diagnostics .next/trace .next/trace-build .next/turbopack .next/types

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional

FROM node:24-bookworm-slim
WORKDIR /app
RUN install -d -o node -g node -m 700 /data
COPY LICENSE THIRD-PARTY-NOTICES ./
COPY --from=packages /app/node_modules node_modules
# All that the build's stamp is made of, or the start would build again.
COPY --from=build /app/package.json /app/package-lock.json /app/next.config.js /app/tsconfig.json ./
COPY --from=build /app/proxy.ts /app/instrumentation.ts /app/instrumentation-client.ts ./
COPY --from=build /app/public public
COPY --from=build /app/lib lib
COPY --from=build /app/components components
COPY --from=build /app/app app
COPY --from=build /app/.next .next
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 LIFEGUARD_DATA_DIR=/data TMPDIR=/data
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./lib/check-node.js", "--conditions=react-server", "lib/start/main.ts"]
