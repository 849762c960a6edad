import type { Product } from "../product.ts";
import { crossgate, workers } from "./crossgate.ts";
import { documentedProducts } from "./documented.ts";
import { express, nest } from "./express.ts";
import { hono } from "./hono.ts";
import { elysia, fastify, h3, hapi, koa, next, node, vite, webpack } from "./javascript.ts";
import { nginx } from "./nginx.ts";
import { apache, caddy, haproxy, lighttpd, php, tomcat, varnish } from "./proxies.ts";
import { aiohttp, django, fastapi, flask } from "./python.ts";
import { rackCors } from "./ruby.ts";

/** Every product that has a snippet: those that were run here, and those that are known by their documentation. */
export const products: readonly Product[] = [
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
  ...documentedProducts,
];

/** The product of a name that a person typed. */
export function findProduct(name: string): Product | undefined {
  const wanted = name.toLowerCase();
  return products.find(
    (product) => product.name === wanted || product.title.toLowerCase() === wanted,
  );
}
