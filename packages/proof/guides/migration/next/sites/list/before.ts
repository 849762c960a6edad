const allowedOrigins = ["https://myapp.com", "https://admin.myapp.com"];

function headersFor(request: Request): Record<string, string> {
  const origin = request.headers.get("origin") ?? "";
  return {
    "Access-Control-Allow-Origin": allowedOrigins.includes(origin) ? origin : "https://myapp.com",
    "Access-Control-Allow-Methods": "GET, PUT, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Allow-Credentials": "true",
  };
}

export async function GET(request: Request): Promise<Response> {
  return new Response("hello world", { headers: headersFor(request) });
}

export async function PUT(request: Request): Promise<Response> {
  return new Response("saved", { headers: headersFor(request) });
}

export async function OPTIONS(request: Request): Promise<Response> {
  return new Response(null, { status: 204, headers: headersFor(request) });
}
