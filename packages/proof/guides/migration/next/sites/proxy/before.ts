import { type NextRequest, NextResponse } from "next/server.js";

const allowedOrigins = ["https://myapp.com", "https://admin.myapp.com"];
const corsOptions = {
  "Access-Control-Allow-Methods": "GET, PUT, OPTIONS",
  "Access-Control-Allow-Headers": "Content-Type, Authorization",
};

export function proxy(request: NextRequest): NextResponse {
  const origin = request.headers.get("origin") ?? "";
  const allowed = allowedOrigins.includes(origin);
  if (request.method === "OPTIONS") {
    const preflight = allowed ? { "Access-Control-Allow-Origin": origin } : {};
    return NextResponse.json({}, { headers: { ...preflight, ...corsOptions } });
  }
  const response = NextResponse.next();
  if (allowed) response.headers.set("Access-Control-Allow-Origin", origin);
  for (const [name, value] of Object.entries(corsOptions)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: "/api/:path*" };
