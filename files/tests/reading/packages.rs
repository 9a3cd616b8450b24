//! Archives: a data package is read, and what an archive may do harm with is refused.

use guatu_files::Why;

use crate::made::{archive, reading, refused, why};

fn files(bytes: Vec<u8>) -> Vec<String> {
    let reading = reading("a.zip", bytes);
    assert_eq!(reading.refused, []);
    let grids = reading.grids.into_iter().map(|grid| grid.file);
    let texts = reading.texts.into_iter().map(|text| text.file);
    texts.chain(grids).collect()
}

#[test]
fn a_package_is_read_at_the_top_or_in_one_folder() {
    for folder in ["", "包/"] {
        let packed = archive(&[
            (format!("{folder}README.md"), "no table"),
            (format!("{folder}说明.txt"), "no table"),
            (format!("{folder}datapackage.json"), "{}"),
            (format!("{folder}observations.csv"), "id\n1\n"),
            (format!("{folder}.DS_Store"), "x"),
            (format!("{folder}._observations.csv"), "x"),
            (format!("__MACOSX/{folder}._observations.csv"), "x"),
            (format!("{folder}图/图.png"), "x"),
        ]);
        assert_eq!(files(packed), ["datapackage.json", "observations.csv"]);
    }
}

#[test]
fn what_the_program_itself_packs_is_read() {
    let packed = ["datapackage.json", "b.csv", "a.csv"];
    let packed = packed.map(|name| (name.to_owned(), "挂图,1\n".to_owned()));
    let packed = guatu_files::zip(&packed).expect("an archive");
    assert_eq!(files(packed), ["datapackage.json", "a.csv", "b.csv"]);
}

#[test]
fn tables_in_several_folders_or_deeper_are_refused() {
    let packed = archive(&[("a/b.csv", "x\n"), ("c/d.csv", "x\n"), ("e.csv", "x\n")]);
    let expected = ["c/d.csv", "e.csv"].map(|name| (Why::ManyFolders, 0, 0, name.to_owned()));
    assert_eq!(refused("a.zip", packed), expected);
    assert_eq!(
        why("a.zip", archive(&[("a/b/c.csv", "x\n")])),
        [Why::ManyFolders]
    );
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for name in [
        "../a.csv",
        "b/../a.csv",
        "/a.csv",
        "//a/b.csv",
        "C:/a.csv",
        "c:a.csv",
        "b\\a.csv",
        "./a.csv",
        "b//a.csv",
        "..\\a.png",
        "a\u{7}.csv",
    ] {
        let refused = refused("a.zip", archive(&[(name, "x\n")]));
        let shown = name.replace('\u{7}', "\u{fffd}");
        assert_eq!(refused, [(Why::UnsafeName, 0, 0, shown)], "{name}");
    }
}

#[test]
fn a_link_to_another_file_is_refused() {
    let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    packed
        .add_symlink("a.csv", "/etc/passwd", options)
        .expect("a link");
    let packed = packed.finish().expect("an archive").into_inner();
    assert_eq!(why("a.zip", packed), [Why::UnsafeName]);
}

#[test]
fn files_within_that_hold_others_are_refused() {
    let inner = archive(&[("a.csv", "x\n")]);
    for name in ["b.zip", "b.xlsx", "b.XLS", "b.7z", "b.et"] {
        assert_eq!(
            why("a.zip", archive(&[(name, &inner)])),
            [Why::NestedFile],
            "{name}"
        );
    }
    assert_eq!(
        why("a.zip", archive(&[("b.csv", &inner)])),
        [Why::NotATable]
    );
}

#[test]
fn an_archive_without_tables_is_empty() {
    assert_eq!(why("a.zip", archive::<&str, &str>(&[])), [Why::Empty]);
    assert_eq!(why("a.zip", archive(&[("README.md", "x")])), [Why::Empty]);
}

#[test]
fn a_fault_within_names_the_file_of_the_archive() {
    let packed = archive(&[("a/b.csv", "x,y\n1,\"2\n"), ("a/c.csv", "")]);
    let reading = reading("a.zip", packed);
    let refused = reading.refused.iter();
    let places: Vec<_> = refused.map(|r| (&*r.file, r.row, r.why)).collect();
    let expected = [("b.csv", 2, Why::UnclosedQuote), ("c.csv", 0, Why::Empty)];
    assert_eq!(places, expected);
}

#[test]
fn names_in_an_encoding_of_china_are_read() {
    let mut packed = archive(&[("XX/b.csv", "x\n"), ("XX/README.txt.png", "x")]);
    for at in 0..packed.len() {
        if packed[at..].starts_with(b"XX/") {
            packed[at..at + 2].copy_from_slice(b"\xb9\x5c");
        }
    }
    assert_eq!(files(packed), ["b.csv"]);
}

#[test]
fn two_entries_of_one_name_are_refused() {
    let mut packed = archive(&[("a.csv", "x\n"), ("b.csv", "x\n")]);
    for at in 0..packed.len() {
        if packed[at..].starts_with(b"b.csv") {
            packed[at] = b'a';
        }
    }
    assert_eq!(why("a.zip", packed), [Why::SameName]);
}

#[test]
fn an_entry_with_a_password_is_refused() {
    let mut packed = archive(&[("a.csv", "x\n")]);
    for at in 0..packed.len() {
        // The flags of an entry stand six bytes behind its sign, in the directory eight.
        for (sign, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
            if packed[at..].starts_with(sign) {
                packed[at + flags] |= 1;
            }
        }
    }
    assert_eq!(why("a.zip", packed.clone()), [Why::Encrypted]);
}

#[test]
fn a_damaged_entry_is_refused() {
    let text = "指标,数值\n".repeat(100);
    let mut packed = archive(&[("a.csv", &text)]);
    packed[45] ^= 0xff;
    assert_eq!(why("a.zip", packed), [Why::BrokenArchive]);
}
