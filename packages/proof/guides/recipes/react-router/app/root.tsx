import { type MiddlewareFunction, Outlet, Scripts } from "react-router";
import { corsMiddleware } from "./cors.ts";

export const middleware: MiddlewareFunction<Response>[] = [corsMiddleware];

export default function App() {
  return (
    <html lang="en">
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  );
}
