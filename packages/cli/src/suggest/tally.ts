import { familyOf, isOurs } from "./families.ts";
import { type LoggedRequest, OWN } from "./log/logged-request.ts";
import type { Told } from "./log/read-record.ts";

/** What origins have asked for, one or several together. */
export interface Asked {
  requests: number;
  /** Of these, those that the gate behind the log has denied. */
  refused: number;
  methods: readonly string[];
  headers: readonly string[];
  credentials: boolean;
}

/** What the hosts of one domain have asked for together. */
export interface Family extends Asked {
  hosts: number;
}

/** How many origins are counted one by one; a flood of made-up ones must not fill the memory. */
const mostOrigins = 50_000;
/** A stranger may ask for any number of methods and headers. */
const mostNames = 100;
const longestName = 100;
/** No origin is longer; what is longer is cut and stays no origin. */
const longestOrigin = 327;

/** Counts the requests of a log in bounded memory. */
export class Tally {
  readonly #mostOrigins: number;
  readonly origins: Map<string, Asked> = new Map();
  /** Origins that asked rarely among very many, by the pattern over them. */
  readonly families: Map<string, Family> = new Map();
  /** Requests of origins that asked rarely among very many, and belong to no family. */
  readonly rest: { origins: number; requests: number } = { origins: 0, requests: 0 };
  requests = 0;
  /** Requests of the server's own pages. */
  own = 0;
  isHeadersTold = false;
  isCredentialsTold = false;

  constructor(most: number = mostOrigins) {
    this.#mostOrigins = most;
  }

  add(told: Told): void {
    if (told === OWN) {
      this.own += 1;
      return;
    }
    this.requests += 1;
    const origin = wellFormed(told.origin.slice(0, longestOrigin));
    let asked = this.origins.get(origin);
    if (!asked) {
      if (this.origins.size >= this.#mostOrigins) this.#prune();
      this.origins.set(copyOf(origin), (asked = nothingAsked()));
    }
    addRequest(asked, told);
    this.isHeadersTold ||= told.headers !== undefined;
    this.isCredentialsTold ||= told.credentials !== undefined;
  }

  /** Counts the half that asked least together: by families, and strangers all in one. */
  #prune(): void {
    const byRequests = [...this.origins].toSorted(
      ([, one], [, other]) => one.requests - other.requests,
    );
    for (const [origin, asked] of byRequests.slice(0, Math.ceil(this.#mostOrigins / 2))) {
      this.origins.delete(origin);
      const pattern = familyOf(origin);
      const family = pattern === undefined ? undefined : this.#family(pattern);
      if (family) {
        family.hosts += 1;
        merge(family, asked);
      } else {
        this.rest.origins += 1;
        this.rest.requests += asked.requests;
      }
    }
  }

  #family(pattern: string): Family | undefined {
    const known = this.families.get(pattern);
    if (known || this.families.size >= this.#mostOrigins || !isOurs(pattern)) return known;
    const family = { ...nothingAsked(), hosts: 0 };
    this.families.set(pattern, family);
    return family;
  }
}

function nothingAsked(): Asked {
  return { requests: 0, refused: 0, methods: [], headers: [], credentials: false };
}

/** A refused request tells who asked, and not what a policy has to allow. */
function addRequest(asked: Asked, request: LoggedRequest): void {
  asked.requests += 1;
  if (request.isRefused) {
    asked.refused += 1;
    return;
  }
  if (request.method) asked.methods = withName(asked.methods, request.method);
  for (const name of request.headers ?? []) asked.headers = withName(asked.headers, name);
  asked.credentials ||= request.credentials === true;
}

function merge(family: Asked, asked: Asked): void {
  family.requests += asked.requests;
  family.refused += asked.refused;
  for (const name of asked.methods) family.methods = withName(family.methods, name);
  for (const name of asked.headers) family.headers = withName(family.headers, name);
  family.credentials ||= asked.credentials;
}

function withName(names: readonly string[], written: string): readonly string[] {
  const name = wellFormed(written);
  if (names.includes(name) || names.length >= mostNames || name.length > longestName) return names;
  return [...names, copyOf(name)];
}

/** Half of a pair of surrogates has no place in a copy. */
function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? copyOf(text) : text;
}

/** A part of a text keeps all of it in memory, here a whole piece of the log. */
function copyOf(text: string): string {
  return Buffer.from(text).toString();
}
