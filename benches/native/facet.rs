//! A facet change without a browser: what the scan costs by itself, at sizes that must grow linearly.
#![expect(missing_docs, reason = "criterion's macros make public functions")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use guatu_bench::Facets;
use guatu_bench::work::{self, Spread, script};

const SIZES: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];

/// One change of the script after the other, from its beginning again after the last.
fn changes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("facet");
    for rows in SIZES {
        let columns = (0..work::DOMAINS.len()).map(|at| work::column(at, rows, Spread::Uniform));
        let mut facets = Facets::new(columns, work::values(rows));
        let script = script(60);
        let mut next = script.iter().cycle();
        group.throughput(Throughput::Elements(rows as u64));
        group.sample_size(20);
        group.bench_function(BenchmarkId::from_parameter(rows), |bencher| {
            bencher.iter(|| next.next().map(|change| facets.change(change)));
        });
    }
    group.finish();
}

criterion_group!(facet, changes);
criterion_main!(facet);
