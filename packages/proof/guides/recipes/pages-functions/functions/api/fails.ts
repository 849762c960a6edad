export const onRequestGet: PagesFunction = () => {
  throw new Error("the database is down");
};
