/** May read everything but what is below /admin. */
export const PAGE = "https://myapp.com";
/** May read what is below /admin, and nothing else. */
export const ADMIN = "https://admin.myapp.com";

/** Spellings of one path, and what looks like one. */
export const SPELLINGS: readonly string[] = [
  "/admin",
  "/admin/",
  "/admin/x",
  "/%61dmin/x",
  "/%2561dmin/x",
  "//admin/x",
  "/admin//x",
  "/admin%2fx",
  "/admin%2Fx",
  "/admin%5cx",
  "/admin\\x",
  "/x/../admin",
  "/x/%2e%2e/admin/x",
  "/./admin/x",
  "/ADMIN/x",
  "/admin;x",
  "/admin.x",
  "/admin?x",
  "/admin/%zz",
  "/admin%00/x",
  "/administrator",
];
