/** Loads a library that is no module. */
export function script(address) {
  return new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = () => done();
    element.onerror = () => failed(new Error(`${address} did not load`));
    document.head.append(element);
  });
}
