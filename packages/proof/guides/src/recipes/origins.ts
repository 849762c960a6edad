/** In every recipe's policy, and in none. */
export const ALLOWED = "https://myapp.com";
export const DENIED = "https://evil.example";
