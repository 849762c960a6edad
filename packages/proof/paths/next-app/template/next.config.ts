import type { NextConfig } from "next";

const config: NextConfig = {
  // Next would add its own Vary to what it compresses.
  compress: false,
  skipTrailingSlashRedirect: true,
};

export default config;
