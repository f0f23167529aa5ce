export default function Page() {
  return <main>A page that holds nothing else.</main>
}
