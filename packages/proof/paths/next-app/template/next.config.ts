import type { NextConfig } from "next";

const config: NextConfig = {
  // Next would add a Vary of its own to what it compresses.
  compress: false,
  skipTrailingSlashRedirect: true,
};

export default config;
