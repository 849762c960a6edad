export default {
  origin: [
    "https://app.myapp.com",
    "https://admin.myapp.com",
    "https://partner.example",
    "https://eu.myapp.com",
  ],
  allowMethods: ["DELETE", "PUT"],
  allowHeaders: ["content-type", "x-trace"],
};
