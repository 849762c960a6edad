import { parse } from "tldts";
import { isLoopbackHost } from "../cause/address-space.ts";
import type { LintWarning } from "./report.ts";
import { hasSuffixesBelow } from "./suffix-ancestor.ts";

/** Where anyone gets a host or page for nothing, and no public suffix list says so. */
const sharedHosts = new Set(
  [
    // Snippets and workspaces.
    "codepen.io cdpn.io jsfiddle.net jshell.net jsbin.com codesandbox.io stackblitz.com webcontainer.io",
    "replit.com repl.it glitch.com glitch.me plnkr.co plunker.co gitpod.io github.dev app.github.dev",
    "observableusercontent.com kaggleusercontent.com googleusercontent.com claude.site",
    // Sites and tunnels.
    "wordpress.com weebly.com squarespace.com tumblr.com medium.com substack.com ghost.io hashnode.dev",
    "neocities.org 000webhostapp.com tiiny.site canva.site softr.app koyeb.app encore.app nhost.run",
    "firebasestorage.app b-cdn.net hs-sites.com loca.lt lhr.life localhost.run serveo.net",
    // Names that stand for any address.
    "nip.io sslip.io xip.io traefik.me",
    // Services that give each customer a name.
    "zendesk.com atlassian.net slack.com sharepoint.com force.com my.salesforce.com lightning.force.com",
    "teachable.com thinkific.com",
  ].flatMap((line) => line.split(" ")),
);

/** What is doubtful about one entry of an origin list. */
export function originWarnings(entry: string, path: string): readonly LintWarning[] {
  const [, scheme = "", rest = ""] = /^([^:]+):\/\/(.*)$/.exec(entry) ?? [];
  if (scheme !== "http" && scheme !== "https") return [];
  const isWildcard = rest.startsWith("*.");
  const host = rest.replace(/^\*\./, "").replace(/:(?:\d+|\*)$/, "");
  if (isLoopbackHost(host)) {
    const message = `${entry} is the reader's own machine: any program on it that serves pages is allowed. Keep it out of a production list.`;
    return [{ code: "localhost", path, message }];
  }
  const warnings = isWildcard
    ? wildcardWarnings(entry, host, path)
    : hostWarnings(entry, host, path);
  if (scheme === "https") return warnings;
  const message = `${entry} is not encrypted: anyone on the network can be that page.`;
  return [...warnings, { code: "http-origin", path, message }];
}

function wildcardWarnings(entry: string, host: string, path: string): readonly LintWarning[] {
  const { publicSuffix, isPrivate } = parse(host, { allowPrivateDomains: true });
  if (publicSuffix !== host) return ancestorWarnings(entry, host, path);
  if (isPrivate) {
    const message = `${entry} is everyone who has a site with ${host}, which gives them away. Name yours.`;
    return [{ code: "shared-hosting", path, message }];
  }
  const message = `${entry} is everyone who registers a name under ${host}. Name your domain.`;
  return [{ code: "public-suffix", path, message }];
}

/** `*.amazonaws.com` has public suffixes below it: what it matches is strangers'. */
function ancestorWarnings(entry: string, host: string, path: string): readonly LintWarning[] {
  if (sharedHosts.has(host)) {
    const message = `${entry} is everyone who has a page with ${host}.`;
    return [{ code: "shared-hosting", path, message }];
  }
  if (!hasSuffixesBelow(host)) return [];
  const message = `${entry} covers public suffixes below ${host}, where anyone can have a site. Name yours.`;
  return [{ code: "public-suffix-ancestor", path, message }];
}

function hostWarnings(entry: string, host: string, path: string): readonly LintWarning[] {
  const { publicSuffix, isPrivate } = parse(host, { allowPrivateDomains: true });
  const isShared = sharedHosts.has(host) || (publicSuffix === host && isPrivate === true);
  if (!isShared) return [];
  const message = `${entry} shows pages of many people: whatever one of them writes is allowed.`;
  return [{ code: "shared-hosting", path, message }];
}
