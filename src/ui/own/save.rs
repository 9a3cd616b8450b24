//! Saves what is shown as a single file: the program with these data, under a title and a day of the reader's.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser;
use crate::dataset::{Area, load};
use crate::front::{Front, Said};
use crate::intake::{day, renamed, retitled};
use crate::query::FacetIndex;
use crate::text::{Msg, Out, Own};
use crate::ui::context::{Shared, use_shared};

/// So many areas can be named at most.
const AREAS: usize = 6;

/// The id of what says that the day is none.
const WRONG: &str = "save-date-wrong";

/// The id of the field of the day.
const DATE: &str = "save-date";

/// What is set; what is as it was is not written anew. A title that nobody has touched follows the names of areas.
#[derive(Clone, Debug, Default, PartialEq)]
struct Fields {
    title: String,
    title_en: String,
    date: String,
    areas: Vec<(String, String)>,
}

impl Fields {
    fn of(shared: &Shared) -> Self {
        let data = &shared.data;
        let areas = named(shared).into_iter();
        Self {
            title: data.title.zh.to_string(),
            title_en: data.title.en.to_string(),
            date: data.created.clone(),
            areas: areas
                .map(|area| (area.code.to_string(), area.name.zh.to_string()))
                .collect(),
        }
    }

    /// Whether the day is one, or is not stated.
    fn has_day(&self) -> bool {
        self.date.trim().is_empty() || day(&self.date).is_some()
    }

    /// With another name of an area, in each title too that nobody has touched.
    fn with_area(&self, was: &Self, at: usize, name: String) -> Self {
        let [title, title_en] = self.titles(was);
        let mut next = self.clone();
        if let Some((_, known)) = next.areas.get_mut(at) {
            *known = name;
        }
        let follow = |field: &mut String, before: String, after: String| {
            if *field == before {
                *field = after;
            }
        };
        let [after, after_en] = next.titles(was);
        follow(&mut next.title, title, after);
        follow(&mut next.title_en, title_en, after_en);
        next
    }

    /// The titles as they were, with the names that areas have now.
    fn titles(&self, was: &Self) -> [String; 2] {
        let pairs = was.areas.iter().zip(&self.areas);
        let pairs = pairs.map(|((_, was), (_, now))| (&**was, now.trim()));
        let names: Vec<(&str, &str)> = pairs.filter(|(_, now)| !now.is_empty()).collect();
        [&was.title, &was.title_en].map(|title| retitled(title, &names))
    }
}

/// Which data, and what stood in the fields before.
type Before = (Rc<str>, Fields);

thread_local! {
    /// What was typed in the place of what, so that who opens the dialog again finds it.
    static TYPED: RefCell<Vec<(Before, Fields)>> = const { RefCell::new(Vec::new()) };
}

/// What was typed in the place of this.
fn typed(before: &Before) -> Option<Fields> {
    TYPED.with_borrow(|typed| {
        let found = typed.iter().find(|(known, _)| known == before);
        found.map(|(_, fields)| fields.clone())
    })
}

/// Keeps what is typed in the place of this.
fn keep(before: &Before, fields: &Fields) {
    TYPED.with_borrow_mut(|typed| {
        typed.retain(|(known, _)| known != before);
        if before.1 != *fields {
            typed.push((before.clone(), fields.clone()));
        }
    });
}

/// The areas that documents speak of.
fn named(shared: &Shared) -> Vec<&Area> {
    let data = &shared.data;
    let mut codes: Vec<_> = data
        .documents
        .iter()
        .map(|document| document.area)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    let areas = codes.into_iter().filter_map(|code| data.area(code));
    areas.take(AREAS).collect()
}

/// The fields and the button.
#[component]
pub fn SavePanel() -> Html {
    let shared = use_shared();
    let was = Fields::of(&shared);
    let before = (Rc::clone(&shared.data.own), was.clone());
    let fields = use_state(|| typed(&before).unwrap_or_else(|| was.clone()));
    // What is set is not hidden; while one types the fields stay as they are.
    let was_set = use_state(|| *fields != was);
    use_effect_with((before, (*fields).clone()), |(before, fields)| {
        keep(before, fields);
    });
    let said = use_state_eq(|| "");
    let has_day = fields.has_day();
    let [followed, followed_en] = fields.titles(&was);
    // What is emptied is as it would be untouched, and shows so.
    let field = |words: Own,
                 name: &'static str,
                 [value, was]: [&String; 2],
                 set: fn(&mut Fields, String)| {
        let now = fields.clone();
        let is_wrong = name == "date" && !has_day;
        let said = said.setter();
        let oninput = input(move |text| {
            let mut next = (*now).clone();
            set(&mut next, text);
            now.set(next);
            // What was said is of what was saved before.
            said.set("");
        });
        html! {
            <label>
                <span>{ shared.msg(words) }</span>
                <input
                    type="text"
                    data-save={name}
                    id={(name == "date").then_some(DATE)}
                    value={value.clone()}
                    placeholder={was.clone()}
                    maxlength="120"
                    autocomplete="off"
                    aria-invalid={is_wrong.to_string()}
                    aria-describedby={is_wrong.then_some(WRONG)}
                    {oninput}
                />
            </label>
        }
    };
    let area = |at: usize, (code, name): &(String, String)| {
        let (now, before, said) = (fields.clone(), was.clone(), said.setter());
        let oninput = input(move |text| {
            now.set(now.with_area(&before, at, text));
            said.set("");
        });
        html! {
            <label>
                <span>{ [shared.msg(Own::SaveArea), " ", code].concat() }</span>
                <input type="text" data-save="area" value={name.clone()} placeholder={was.areas.get(at).map(|(_, name)| name.clone())} maxlength="40" autocomplete="off" {oninput} />
            </label>
        }
    };
    let onclick = {
        let (shared, fields, said) = (shared.clone(), fields.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            if !fields.has_day() {
                let _ = browser::focus(DATE);
                return;
            }
            said.set(shared.msg(Out::ExportMaking));
            let (saved, failed) = (shared.msg(Msg::Saved), shared.msg(Own::SaveFailed));
            let later = said.clone();
            let done = move |came: Result<(), _>| later.set(came.map_or(failed, |()| saved));
            if !save(&shared, &fields, done) {
                said.set(failed);
            }
        })
    };
    html! {
        <section class="save-panel">
            <h3>{ shared.msg(Own::SaveFile) }</h3>
            <p>{ shared.msg(Own::SaveWhat) }</p>
            if shared.data.is_opened {
                <p>{ shared.msg(Own::SaveAsPublished) }</p>
            }
            // What was opened has the published title until it is given another.
            <details open={shared.data.is_opened || *was_set}>
                <summary>{ shared.msg(Own::SaveSet) }</summary>
                <div class="save-fields">
                    { field(Own::SaveTitle, "title", [&fields.title, &followed], |fields, text| fields.title = text) }
                    { field(Own::SaveTitleEn, "title_en", [&fields.title_en, &followed_en], |fields, text| fields.title_en = text) }
                    { field(Own::SaveDate, "date", [&fields.date, &was.date], |fields, text| fields.date = text) }
                    { fields.areas.iter().enumerate().map(|(at, named)| area(at, named)).collect::<Html>() }
                </div>
                <p id={WRONG} class="site-wrong" role="status">{ if has_day { "" } else { shared.msg(Own::SaveDateWrong) } }</p>
            </details>
            <button type="button" class="primary" data-export="single-file" {onclick}>{ shared.msg(Own::SaveFile) }</button>
            <p role="status">{ *said }</p>
        </section>
    }
}

fn input(set: impl Fn(String) + 'static) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            set(field.value());
        }
    })
}

/// Has the file made; whether that could be begun.
fn save(
    shared: &Shared,
    fields: &Fields,
    done: impl FnOnce(Result<(), browser::Refused>) + 'static,
) -> bool {
    let was = Fields::of(shared);
    // What is left follows the names; what is written is meant, the old title too.
    let [followed, followed_en] = fields.titles(&was);
    let other = |now: &'_ String, was: &String| {
        (now != was && !now.trim().is_empty()).then(|| now.trim().to_owned())
    };
    let (title, title_en) = (
        other(&fields.title, &followed),
        other(&fields.title_en, &followed_en),
    );
    let created = day(&fields.date).filter(|day| *day != was.date);
    let areas = fields.areas.iter().zip(&was.areas);
    let areas = areas.filter(|(now, was)| now != was && !now.1.trim().is_empty());
    let areas: Vec<(&str, &str)> = areas
        .map(|((code, name), _)| (code.as_str(), name.trim()))
        .collect();
    let said = Said {
        title: title.as_deref(),
        title_en: title_en.as_deref(),
        created: created.as_deref(),
        ..Said::default()
    };
    let tables = renamed(&browser::shown(), said, &areas);
    // They were checked before: only names are other ones.
    let Ok(data) = load(&tables) else {
        return false;
    };
    let front = Front::new(&data, &FacetIndex::new(&data), &tables);
    browser::save_single(&front.pieces(), &tables, "guatu".to_owned(), done);
    true
}
