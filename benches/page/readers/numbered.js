/** Counts in the order of the numbers that follow the letter of each name. */
export function numbered(domain, names, counts) {
  const ordered = new Uint32Array(domain);
  names.forEach((name, at) => (ordered[Number(name.slice(1))] = Number(counts[at])));
  return ordered;
}
