import createNextIntlPlugin from 'next-intl/plugin';

/** Types are checked by `npm run check`; the thread bundles and native packages are loaded by Node at run time, not bundled. */
export default createNextIntlPlugin('./lib/i18n/request.ts')({
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'pg-copy-streams', 'pino', 'pdfkit', '@prisma/client', '@prisma/adapter-pg'],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '1mb' } },
  poweredByHeader: false,
});
