// A module that any page may import.
export const greeting = "hello world";
