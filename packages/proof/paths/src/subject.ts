import type { Gate } from "@crossgate/core";
import type { SettingLimits } from "./generate/setting.ts";
import type { Reached, Setting } from "./setting.ts";

/** One request to a running application. */
export interface Question {
  /** As it stands on the request line; an application in the same process gets it in a URL. */
  readonly target: string;
  readonly method: "GET" | "OPTIONS";
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Which handler ran, if one did. */
  readonly reached: Reached | undefined;
}

/** An application that runs. */
export interface Application {
  /** @returns `undefined` for a request that the host refuses before it routes */
  ask(question: Question): Promise<Answer | undefined>;
  close?(): Promise<void> | void;
}

/** A router, and how an application is written with it. */
export interface Subject {
  readonly name: string;
  readonly limits?: SettingLimits;
  /** Whether it routes by the request line, of which `request.url` may show another path. */
  readonly routesByWire?: boolean;
  /** Whether handlers have the gate, and what reaches none of them does not meet it. */
  readonly gatesHandlers?: boolean;
  /** Whether the router can have these routes beside each other; without it, whatever they are. */
  accepts?(setting: Setting): boolean;
  /** @param gate without one the application is bare */
  start(setting: Setting, gate?: Gate): Promise<Application> | Application;
}

/** What a handler answers: where the request has come. */
export function answerOf(
  route: number,
  path: string,
  parameters: Readonly<Record<string, string | undefined>> = {},
): Response {
  return Response.json({ route, path, parameters });
}

/** Reads what a handler has said. */
export async function read(response: Response): Promise<Answer> {
  const { status, headers } = response;
  return { status, headers, reached: readReached(await response.text()) };
}

export function readReached(body: string): Reached | undefined {
  return body.startsWith(`{"route":`) ? (JSON.parse(body) as Reached) : undefined;
}
