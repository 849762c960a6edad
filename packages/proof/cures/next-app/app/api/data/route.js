function data() {
  return new Response("data");
}

export { data as DELETE, data as GET, data as POST, data as PUT };
