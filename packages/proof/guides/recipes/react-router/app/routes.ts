import { index, route, type RouteConfig } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("api/data", "routes/data.ts"),
  route("api/fails", "routes/fails.ts"),
  // A path that no route matches runs no middleware.
  route("*", "routes/not-found.ts"),
] satisfies RouteConfig;
