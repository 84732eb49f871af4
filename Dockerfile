# Builds the pages with every dependency, and keeps those that the parties need to run.
FROM node:24.21.0-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY machines/package.json machines/
COPY mock-idp/package.json mock-idp/
COPY conformance/package.json conformance/
COPY site/package.json site/
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev
RUN mkdir data

FROM node:24.21.0-slim
WORKDIR /app
COPY --from=build /app ./
# The only folder that the user below may write to.
COPY --from=build --chown=node:node /app/data ./data
ENV NODE_ENV=production HOST=0.0.0.0
VOLUME /app/data
USER node
EXPOSE 4321 4322 4323
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["node", "--import", "tsx", "site/server/health.ts"]
# As "npm start" has it: room for new objects that grows to 100 MB saves no time.
CMD ["node", "--max-semi-space-size=16", "--import", "tsx", "site/main.ts"]
