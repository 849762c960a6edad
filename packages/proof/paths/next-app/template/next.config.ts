import type { NextConfig } from "next";

const config: NextConfig = {
  // Next would add its own Vary to what it compresses.
  compress: false,
  skipTrailingSlashRedirect: true,
  // Two generated routes may differ in case alone, which TypeScript refuses of two files.
  typescript: { ignoreBuildErrors: true },
};

export default config;
