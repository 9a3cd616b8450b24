//! Fragments as links: whatever stands in an address, a state comes of it whose own link is read as that state again.

#![no_main]

use guatu::dataset::{Dataset, Tables, load};
use guatu::view::link;
use libfuzzer_sys::fuzz_target;

thread_local! {
    static DATA: Dataset = load(&Tables::built_in()).expect("a valid package");
}

fuzz_target!(|fragment: &str| {
    DATA.with(|data| {
        let (state, _) = link::read(fragment, data);
        let written = link::write(&state, data);
        let (again, notices) = link::read(&written, data);
        assert_eq!((again, notices), (state, Vec::new()), "{written}");
    });
});
