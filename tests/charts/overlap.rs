//! No words of a chart lie on other words, and none leave it.

use guatu::chart::{Chart, Theme, svg};
use guatu::dataset::Lang;

use crate::written::collision;
use crate::{Outcome, cases, samples, statuses};

#[test]
fn words_of_no_form_lie_on_each_other() -> Outcome {
    let light = Theme::light();
    let forms = cases::cases().into_iter().flat_map(|case| {
        let chart = |(form, chart): (&str, fn(&[_]) -> Chart)| {
            let name = format!("{form} {}", case.name);
            (name, chart(&case.items), case.width)
        };
        cases::FORMS.map(chart)
    });
    let own = [320, 480, 600, 760, 1100].into_iter().flat_map(|width| {
        [
            ("statuses", statuses::themes(Lang::Zh)),
            ("statuses in English", statuses::themes(Lang::En)),
            ("targets", statuses::targets()),
            ("bullets", samples::mixed()),
        ]
        .map(|(name, chart)| (name.to_owned(), chart, width))
    });
    let mut found = Vec::new();
    for (name, chart, width) in forms.chain(own) {
        let (drawn, _) = svg(&chart, width, &light)?;
        let collision = collision(&drawn, f64::from(width))?;
        found.extend(collision.map(|what| format!("{name} at {width}: {what}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}
