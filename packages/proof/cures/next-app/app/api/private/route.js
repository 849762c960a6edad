function data(request) {
  const isSignedIn = request.headers.has("authorization");
  return new Response("data", { status: isSignedIn ? 200 : 401 });
}

export { data as GET, data as OPTIONS };
