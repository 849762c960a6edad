export async function runAll(): Promise<void> {}
