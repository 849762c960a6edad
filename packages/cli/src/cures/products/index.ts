import type { Product } from "../product.ts";
import { aiohttp } from "./aiohttp.ts";
import { apache } from "./apache.ts";
import { apiGateway } from "./api-gateway.ts";
import { appsScript } from "./apps-script.ts";
import { azureAppService } from "./azure-app-service.ts";
import { aspnet } from "./aspnet.ts";
import { azureStorage } from "./azure-storage.ts";
import { caddy } from "./caddy.ts";
import { cloudRun } from "./cloud-run.ts";
import { cloudflareAccess } from "./cloudflare-access.ts";
import { cloudfront } from "./cloudfront.ts";
import { crossgate } from "./crossgate.ts";
import { directus } from "./directus.ts";
import { django } from "./django.ts";
import { elasticsearch } from "./elasticsearch.ts";
import { elysia } from "./elysia.ts";
import { envoy } from "./envoy.ts";
import { express } from "./express.ts";
import { fastapi } from "./fastapi.ts";
import { fastify } from "./fastify.ts";
import { flask } from "./flask.ts";
import { gcs } from "./gcs.ts";
import { go } from "./go.ts";
import { h3 } from "./h3.ts";
import { hapi } from "./hapi.ts";
import { haproxy } from "./haproxy.ts";
import { hono } from "./hono.ts";
import { iis } from "./iis.ts";
import { keycloak } from "./keycloak.ts";
import { koa } from "./koa.ts";
import { kong } from "./kong.ts";
import { lambdaUrl } from "./lambda-url.ts";
import { laravel } from "./laravel.ts";
import { lighttpd } from "./lighttpd.ts";
import { minio } from "./minio.ts";
import { nest } from "./nestjs.ts";
import { netlify } from "./netlify.ts";
import { next } from "./next.ts";
import { nginx } from "./nginx.ts";
import { node } from "./node.ts";
import { ollama } from "./ollama.ts";
import { php } from "./php.ts";
import { r2 } from "./r2.ts";
import { rackCors } from "./rack-cors.ts";
import { s3 } from "./s3.ts";
import { socketIo } from "./socket-io.ts";
import { spring } from "./spring.ts";
import { strapi } from "./strapi.ts";
import { supabase } from "./supabase.ts";
import { tomcat } from "./tomcat.ts";
import { traefik } from "./traefik.ts";
import { varnish } from "./varnish.ts";
import { vercel } from "./vercel.ts";
import { vite } from "./vite.ts";
import { webpack } from "./webpack-dev-server.ts";
import { workers } from "./workers.ts";

/** Those whose snippets were run here. A habit that several have counts for the first. */
const proven: readonly Product[] = [
  nginx,
  apache,
  caddy,
  haproxy,
  lighttpd,
  varnish,
  nest,
  next,
  vite,
  webpack,
  express,
  fastify,
  hapi,
  koa,
  hono,
  h3,
  elysia,
  node,
  flask,
  fastapi,
  django,
  aiohttp,
  rackCors,
  php,
  tomcat,
  crossgate,
  workers,
];

/** Those that are known by their documentation. */
const documented: readonly Product[] = [
  spring,
  aspnet,
  laravel,
  go,
  strapi,
  directus,
  ollama,
  traefik,
  envoy,
  kong,
  iis,
  s3,
  r2,
  gcs,
  minio,
  azureStorage,
  azureAppService,
  apiGateway,
  lambdaUrl,
  cloudRun,
  appsScript,
  netlify,
  vercel,
  supabase,
  keycloak,
  elasticsearch,
  cloudflareAccess,
];

/** Those that answer in front of a product that gives itself away too. */
const inFront: readonly Product[] = [socketIo, cloudfront];

/** Every product that has a snippet. */
export const products: readonly Product[] = [...inFront, ...proven, ...documented];

/** The product of a name that a person typed. */
export function findProduct(name: string): Product | undefined {
  const wanted = name.toLowerCase();
  return products.find(
    (product) => product.name === wanted || product.title.toLowerCase() === wanted,
  );
}
