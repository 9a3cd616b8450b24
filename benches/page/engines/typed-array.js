// The plain floor: typed arrays and one loop by hand, without anything kept between changes.

export function build({ rows, codes, domains, values, period }) {
  const columns = codes.map((column) => column.slice());
  const numbers = values.slice();
  let allowed = [];
  const reset = () => {
    allowed = domains.map((domain) => new Uint8Array(domain).fill(1));
  };
  reset();
  return {
    reset,
    bytesPerRow: () => [...columns, numbers].reduce((sum, array) => sum + array.BYTES_PER_ELEMENT, 0),
    change({ column, codes }) {
      allowed[column].fill(codes.length === 0 ? 1 : 0);
      for (const code of codes) allowed[column][code] = 1;
      return answer();
    },
  };

  function answer() {
    const [a, b, c, d, e, f, g] = columns;
    const [inA, inB, inC, inD, inE, inF, inG] = allowed;
    const counts = domains.map((domain) => new Uint32Array(domain));
    const [nA, nB, nC, nD, nE, nF, nG] = counts;
    const sums = new Float64Array(domains[period]);
    const passing = new Uint32Array(domains[period]);
    const periods = columns[period];
    for (let row = 0; row < rows; row++) {
      const pA = inA[a[row]];
      const pB = inB[b[row]];
      const pC = inC[c[row]];
      const pD = inD[d[row]];
      const pE = inE[e[row]];
      const pF = inF[f[row]];
      const pG = inG[g[row]];
      const passed = pA + pB + pC + pD + pE + pF + pG;
      if (passed < 6) continue;
      if (passed === 7) {
        sums[periods[row]] += numbers[row];
        passing[periods[row]]++;
      }
      if (passed - pA === 6) nA[a[row]]++;
      if (passed - pB === 6) nB[b[row]]++;
      if (passed - pC === 6) nC[c[row]]++;
      if (passed - pD === 6) nD[d[row]]++;
      if (passed - pE === 6) nE[e[row]]++;
      if (passed - pF === 6) nF[f[row]]++;
      if (passed - pG === 6) nG[g[row]]++;
    }
    return { counts, means: sums.map((sum, at) => sum / passing[at]) };
  }
}
