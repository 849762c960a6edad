/** @type {import("@sveltejs/kit").Config} */
export default {
  kit: { csrf: { trustedOrigins: ["https://myapp.com"] } },
};
