const headers = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, PUT, OPTIONS",
  "Access-Control-Allow-Headers": "Content-Type, Authorization",
};

export async function GET(): Promise<Response> {
  return new Response("hello world", { headers });
}

export async function PUT(): Promise<Response> {
  return new Response("saved", { headers });
}

export async function OPTIONS(): Promise<Response> {
  return new Response(null, { status: 204, headers });
}
