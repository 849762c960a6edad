function moved() {
  return new Response(null, { status: 307, headers: { location: "/api/data" } });
}

export { moved as GET, moved as PUT };
