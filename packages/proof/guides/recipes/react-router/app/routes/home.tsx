export function action() {
  return { received: true };
}

export default function Home() {
  return <h1>hello world</h1>;
}
