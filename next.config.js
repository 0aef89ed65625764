// @ts-check

/** @type {import('next').NextConfig} */
const nextConfig = {
  // Lua scripts and native sockets: these two run as they are, outside the bundle.
  serverExternalPackages: ['bullmq', 'ioredis'],
  // The image ships the traced server alone; `npm start` serves from the build as it lies.
  ...(process.env.STANDALONE === 'yes' && { output: 'standalone' }),
  // Pictures are drawn, so nothing resizes them, and nobody can ask for that.
  images: { unoptimized: true },
  outputFileTracingExcludes: { '/*': ['node_modules/sharp/**', 'node_modules/@img/**'] },
  // `npm run check` looks at the types of everything; a restaurant that only wants to open need not wait for that.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
}

export default nextConfig
