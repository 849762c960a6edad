/** A table that strangers' words are looked up in: what every object has of itself is not in it. */
export function dictionary<Value>(
  members: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value | undefined>> {
  return Object.assign(Object.create(null) as Record<string, Value>, members);
}
