# One image for the web server and for kitchens: `node server.js` (the default) and `node workers/kitchen.ts`.

FROM node:24-bookworm-slim AS build
WORKDIR /nugget
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ENV STANDALONE=yes
RUN npm run build

# What a kitchen needs beyond what the web server's build traced for itself. A name that is missing here costs some
# megabytes, no more. Nothing optional: that is another Node, compilers, image tools.
FROM node:24-bookworm-slim AS kitchen
WORKDIR /nugget
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional \
 && npm uninstall --no-save --omit=dev --omit=optional \
      next react react-dom swr qrcode.react tailwindcss @tailwindcss/postcss @fontsource-variable/rubik \
 && rm node_modules/.package-lock.json

FROM node:24-bookworm-slim
WORKDIR /nugget
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 TALE=off
COPY --from=build /nugget/.next/standalone ./
COPY --from=build /nugget/.next/static .next/static
COPY --from=kitchen /nugget/node_modules node_modules
COPY package.json ./
COPY orders orders
COPY rush rush
COPY workers workers
# For `npm run orders` and `npm run intake`.
COPY scripts scripts
COPY restaurants restaurants
COPY public public
USER node
EXPOSE 3000
CMD ["node", "server.js"]
