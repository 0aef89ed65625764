// @ts-check

/** @type {import('next').NextConfig} */
const nextConfig = {
  // Lua scripts and native sockets: these two run as they are, outside the bundle.
  serverExternalPackages: ['bullmq', 'ioredis'],
  // The image ships the traced server alone; `npm start` serves from the build as it lies.
  ...(process.env.STANDALONE === 'yes' && { output: 'standalone' }),
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
}

export default nextConfig
