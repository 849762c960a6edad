import type { TypeReading } from "./content-type.ts";
import type { CacheMode } from "../host-types.ts";
import type { HeaderList } from "../fetch/header-list.ts";
import type { Profile } from "../profile.ts";
import type { Initiator } from "../request/page-request.ts";
import type { Loadable } from "./loadable.ts";
import type { MetadataTraits } from "../request/traits.ts";

/** What an engine sends for what no script asks: seen by the parity run of contexts. */
export interface ContextRules {
  /** `Accept` by destination, where it is not everything. */
  readonly accept: Readonly<Record<string, string>>;
  /** A CORS request of an element names its origin at home too. */
  readonly elementsNameOrigin: readonly Initiator[];
  /** What is loaded under "no-cors" without `crossorigin`, against the standard. */
  readonly loadedWithoutCors: readonly string[];
  /** The first status above 200 that makes a response useless to each kind; 600 takes any. */
  readonly failsFrom: Readonly<Record<Loadable, number>>;
  /** The only statuses a media element takes, where it knows any. */
  readonly mediaStatuses: readonly number[] | undefined;
  /** A style sheet of another type is an error, and not an empty sheet. */
  readonly checksStyleTypes: boolean;
  /**
   * What a style sheet's `Content-Type` counts as that is no type. "another": it is checked where it
   * has a slash, and after a redirect.
   */
  readonly strangeStyleType: "none" | "another";
  /** Which of several `Content-Type` lines counts, for a script and a style sheet as for "script". */
  readonly typeReading: Readonly<Record<"script" | "module" | "eventsource", TypeReading>>;
  /** What a media element adds. */
  readonly mediaHeaders: HeaderList;
  /** The cache mode of beacons. */
  readonly beaconCache: CacheMode;
  /** What an event source sets besides `Accept`. */
  readonly sourceHeaders: HeaderList;
  /** Where an event source connects again: where redirects led, all or the permanent ones. */
  readonly sourceReturnsTo: "first" | "permanent" | "last";
  /** An upload fails with its XMLHttpRequest even without a body, unless that is a simple one. */
  readonly bodylessUploadsFail: boolean;
  /** A body that a redirect sends again tells of its progress again. */
  readonly resentBodiesProgress: boolean;
  /**
   * What ends the upload of an XMLHttpRequest: its last byte, an answer that is no redirect, or a
   * response that it may read.
   */
  readonly uploadEndsWith: "body" | "answer" | "response";
  readonly socketMetadata: MetadataTraits | undefined;
  readonly socketsAccept: boolean;
  /** A WebSocket that asks for subprotocols fails where the server chooses none. */
  readonly socketsNeedProtocol: boolean;
  /** A subprotocol that no one asked for is passed over, and fails no connection. */
  readonly socketsIgnoreUnasked: boolean;
  /** The server may choose a subprotocol in other letters. */
  readonly socketProtocolsIgnoreCase: boolean;
  readonly tracksHaveReferrer: boolean;
  /** A URL with a user name loads for no element without `crossorigin`, event source or beacon. */
  readonly refusesUserinfo: boolean;
}

const range: HeaderList = [["range", "bytes=0-"]];

const spec: ContextRules = {
  // https://fetch.spec.whatwg.org/#concept-fetch, step 13
  accept: {
    image: "image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
    style: "text/css,*/*;q=0.1",
  },
  elementsNameOrigin: [],
  loadedWithoutCors: [],
  checksStyleTypes: true,
  strangeStyleType: "none",
  typeReading: { script: "parsed", module: "parsed", eventsource: "parsed" },
  failsFrom: {
    image: 600,
    font: 400,
    script: 300,
    module: 300,
    style: 300,
    audio: 400,
    video: 400,
    track: 600,
  },
  mediaStatuses: undefined,
  mediaHeaders: range,
  beaconCache: "default",
  sourceHeaders: [],
  sourceReturnsTo: "first",
  bodylessUploadsFail: false,
  resentBodiesProgress: false,
  uploadEndsWith: "body",
  socketMetadata: { dest: "websocket", mode: "websocket" },
  socketsAccept: true,
  socketsNeedProtocol: true,
  socketsIgnoreUnasked: false,
  socketProtocolsIgnoreCase: false,
  tracksHaveReferrer: true,
  refusesUserinfo: false,
};

/** The rules of every profile. */
export const contextRules: Readonly<Record<Profile, ContextRules>> = {
  spec,
  chromium: {
    ...spec,
    accept: {
      ...spec.accept,
      image: "image/jxl,image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8",
    },
    elementsNameOrigin: ["image", "font", "script", "style", "track"],
    // FrameFetchContext::ShouldBlockFetchAsCredentialedSubresource; `crossorigin` takes the name away
    refusesUserinfo: true,
    checksStyleTypes: false,
    failsFrom: { ...spec.failsFrom, script: 400, style: 400 },
    // media/blink/multi_buffer_data_provider, of a request with Range
    mediaStatuses: [200, 206],
    // EventSource::DidReceiveResponse keeps the URL of the response
    sourceReturnsTo: "last",
    // XMLHttpRequest::CreateRequest, upload_events_allowed_
    bodylessUploadsFail: true,
    // services/network/upload_progress_tracker.cc: at the response, or after half a second
    uploadEndsWith: "answer",
    socketMetadata: undefined,
    socketsAccept: false,
  },
  firefox: {
    ...spec,
    accept: {
      ...spec.accept,
      image: "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
      font: "application/font-woff2;q=1.0,application/font-woff;q=0.9,*/*;q=0.8",
      audio:
        "audio/webm,audio/ogg,audio/wav,audio/*;q=0.9,application/ogg;q=0.7,video/*;q=0.6,*/*;q=0.5",
      video: "video/webm,video/ogg,video/*;q=0.9,application/ogg;q=0.7,audio/*;q=0.6,*/*;q=0.5",
    },
    socketMetadata: { dest: "empty", mode: "websocket" },
    socketsNeedProtocol: false,
    socketsIgnoreUnasked: true,
    tracksHaveReferrer: false,
    // nsIHttpChannel.requestSucceeded: 200 to 299
    failsFrom: { ...spec.failsFrom, font: 300, audio: 300, video: 300 },
    // dom/base/EventSource.cpp, AsyncOnChannelRedirect
    sourceReturnsTo: "permanent",
    uploadEndsWith: "response",
    strangeStyleType: "another",
  },
  webkit: {
    ...spec,
    accept: {
      ...spec.accept,
      image: "image/webp,image/avif,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
    },
    elementsNameOrigin: ["image", "font", "script", "style", "track", "audio", "video"],
    // WebKitGTK, of a FontFace and a <track>
    loadedWithoutCors: ["font", "track"],
    failsFrom: { ...spec.failsFrom, script: 400, module: 400, track: 400 },
    resentBodiesProgress: true,
    // seen in WebKitGTK, whose HTTP is libsoup's: Safari may differ
    typeReading: { script: "first", module: "last", eventsource: "last" },
    // GStreamer asks here; Safari has AVFoundation in its place.
    mediaHeaders: [["icy-metadata", "1"]],
    beaconCache: "no-cache",
    sourceHeaders: [["cache-control", "no-cache"]],
    socketsAccept: false,
    // libsoup's: Safari may differ
    socketsNeedProtocol: false,
    socketProtocolsIgnoreCase: true,
  },
};
