export function loader(): never {
  throw new Error("the database is down");
}
