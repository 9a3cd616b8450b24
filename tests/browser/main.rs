//! The built pages in three browsers: what a reader does, and what must then be on the screen.
//!
//! A flow is written once, in the file of its concern, and runs in each [`engine::Engine`]: the
//! macro below makes a test of every pair. What the screen must show is worked out by the same
//! library from the same data ([`native`]), so no number is written down here. Start at
//! [`browser::Browser`], which a flow drives, and at [`session::run`], which starts and ends it.
//!
//! `cargo xtask test` builds the pages and runs this; it hands the built folder over as
//! `GUATU_DIST`, the tools as `GUATU_TOOLS`, and a package of a million figures as `GUATU_MILLION`.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod access;
mod browser;
mod charts;
mod crash;
mod data;
mod embed;
mod embed_panel;
mod engine;
mod exports;
mod filters;
mod hostile;
#[path = "../hostile/mod.rs"]
mod hostile_words;
mod later;
mod links;
mod marks;
mod narrow;
mod native;
mod offline;
mod opening;
mod own;
mod own_files;
mod own_hostile;
mod own_read;
mod own_save;
mod own_shown;
mod paper;
mod policy;
mod presses;
mod process;
mod proofs;
mod refused;
mod report;
mod screen;
mod session;
mod share;
mod single;
mod site;
mod sources;
mod table;
mod units;
mod views;
mod walk;
mod words;

/// Makes a module for each engine with a test for each flow.
macro_rules! flows {
    ($($name:ident: $flow:path;)+) => {
        flows!(in WebKit: $($name: $flow;)+);
    };
    (in $webkit:ident: $($name:ident: $flow:path;)+) => {
        flows!(@in chromium Chromium: $($name: $flow;)+);
        flows!(@in firefox Firefox: $($name: $flow;)+);
        flows!(@in webkit $webkit: $($name: $flow;)+);
    };
    (@in $module:ident $engine:ident: $($name:ident: $flow:path;)+) => {
        mod $module {
            use crate::engine::Engine;
            use crate::session::run;

            $(
                #[tokio::test]
                async fn $name() {
                    run(Engine::$engine, $flow).await;
                }
            )+
        }
    };
}

flows! {
    a_proof_opens_by_keyboard_and_each_figure_leads_to_its_printing: crate::proofs::by_keyboard;
    a_proof_is_copied_with_all_that_redoes_it: crate::proofs::copied;
    what_is_typed_into_the_calculator_is_answered: crate::proofs::calculator;
    every_proof_is_open_on_paper: crate::proofs::on_paper;
    the_single_file_opens_from_disk_and_asks_for_nothing: crate::opening::from_disk;
    no_view_no_dialog_and_no_file_of_the_single_file_asks_for_anything: crate::opening::whole_from_disk;
    the_site_works_in_any_folder_and_asks_for_each_file_once: crate::opening::from_a_folder;
    the_single_file_works_in_a_frame_of_another_site: crate::opening::in_a_frame;
    two_lines_put_a_view_on_a_page_of_another_site: crate::embed::two_lines;
    several_views_on_a_page_have_heights_of_their_own: crate::embed::several;
    messages_of_another_form_origin_or_window_are_left_alone: crate::embed::wrong_messages;
    a_view_stands_on_a_page_that_is_opened_from_disk: crate::embed::from_disk;
    the_share_dialog_writes_the_lines_for_a_page_and_shows_how_they_look: crate::embed_panel::lines;
    a_plain_frame_of_a_fixed_height_scrolls_inside: crate::embed::plain_frame;
    the_site_says_so_when_its_data_do_not_come: crate::data::missing;
    the_single_file_says_so_when_its_data_are_damaged: crate::data::damaged;
    data_with_faults_are_named_in_place_of_the_views: crate::data::faulty;
    a_site_that_was_visited_opens_without_its_server: crate::offline::revisit;
    a_new_version_is_shown_and_kept_whole: crate::offline::update;
    a_new_version_that_does_not_come_whole_leaves_the_one_before: crate::offline::broken_update;
    a_page_never_has_the_data_of_another_version: crate::offline::no_mixture;
    nothing_stays_of_a_site_for_which_there_is_no_room: crate::offline::no_room;
    the_data_of_a_host_are_there_without_its_server: crate::offline::data_of_the_host;
    files_are_made_without_a_server_once_one_was_made: crate::offline::exports;
    a_session_asks_for_the_site_s_own_files_each_once: crate::offline::each_file_once;
    a_link_shows_the_same_of_the_site_and_of_a_file_that_is_read_only: crate::offline::same_link;
    a_year_of_one_s_own_is_filled_in_opened_mended_saved_and_found_again: crate::own::year;
    what_leaves_the_page_of_one_s_own_data_is_of_them: crate::own_shown::leaves;
    one_s_own_data_are_opened_named_and_saved_by_keyboard: crate::own_save::by_keyboard;
    a_table_is_the_same_in_any_encoding_and_a_package_takes_the_place_of_the_published_one: crate::own_read::same;
    what_is_dropped_on_the_page_is_read_or_refused: crate::own::dropped;
    hostile_files_are_refused_in_two_seconds_and_the_page_goes_on: crate::own_hostile::files;
    without_webassembly_the_headline_figures_stand_and_the_page_says_why: crate::refused::without_wasm;
    a_program_that_was_changed_is_not_run: crate::refused::changed_program;
    a_view_whose_file_does_not_come_says_so_and_comes_when_asked_again: crate::later::not_come;
    a_link_to_a_line_shows_it_though_its_view_comes_later: crate::later::line;
    views_that_were_changed_are_not_run: crate::later::changed;
    where_the_program_stops_the_site_says_so_and_leads_back: crate::crash::on_a_site;
    where_the_program_stops_the_single_file_says_so_and_leads_back: crate::crash::from_disk;
    the_single_file_makes_another_of_itself_as_the_command_does: crate::single::children;
    a_single_file_is_saved_from_the_site_and_from_itself: crate::single::saved;
    the_policy_stops_what_is_put_into_a_page: crate::policy::stops_all;
    words_of_hostile_data_stay_words_and_tear_no_view: crate::hostile::data;
    a_hostile_link_is_read_and_does_nothing: crate::hostile::links;
    the_faults_of_hostile_data_are_words: crate::hostile::faults;
    the_export_dialog_is_walked_by_keyboard: crate::exports::by_keyboard;
    every_kind_of_file_is_saved_from_the_site: crate::exports::from_a_site;
    every_kind_of_file_is_saved_from_the_single_file: crate::exports::from_disk;
    a_filter_moves_count_and_link_and_survives_reload_and_back: crate::filters::by_checkbox;
    a_chip_takes_its_filter_away: crate::filters::by_chip;
    a_long_facet_shows_all_its_choices_on_demand: crate::filters::all_choices;
    the_other_language_is_a_link_away: crate::words::language;
    a_search_by_pinyin_initials_finds_what_the_data_have: crate::words::search;
    a_search_that_names_a_unit_leads_to_its_page: crate::words::unit;
    a_damaged_link_opens_the_board_and_says_what_it_left_out: crate::links::damaged;
    the_share_dialog_is_walked_by_keyboard_and_the_history_goes_on: crate::share::by_keyboard;
    link_and_citation_are_copied_from_the_dialog: crate::share::copied;
    a_figure_is_cited_by_its_printing: crate::share::figure;
    a_link_from_a_file_begins_with_the_site_that_is_put_in: crate::share::from_disk;
    a_page_with_another_edition_says_what_is_otherwise: crate::share::edition;
    a_link_shows_its_state_and_shows_it_again_after_a_reload: crate::links::states;
    every_view_is_a_link_away: crate::views::by_the_tabs;
    the_sources_open_by_their_tab_and_a_section_folds: crate::sources::by_the_tab;
    every_figure_stands_in_its_document: crate::sources::all_figures;
    every_row_of_the_table_leads_to_its_printing: crate::sources::from_the_table;
    related_figures_stand_side_by_side: crate::sources::pairs;
    a_term_is_explained_where_it_stands_by_keyboard: crate::sources::terms;
    a_column_head_orders_the_table: crate::table::order;
    the_order_of_the_documents_is_a_press_away: crate::table::usual;
    columns_added_to_the_order_follow_the_first: crate::table::several;
    the_columns_of_the_table_are_chosen: crate::table::columns;
    every_row_of_the_table_comes_into_the_page_in_its_turn: crate::table::all_rows;
    a_row_keeps_the_focus_when_it_is_scrolled_away: crate::table::focus;
    who_comes_back_to_the_table_finds_the_place: crate::table::place;
    all_rows_of_the_table_are_printed: crate::table::paper;
    the_keyboard_walks_the_matrix_of_units_and_opens_one: crate::units::by_keyboard;
    a_unit_s_page_names_it_as_printed_and_leads_to_the_line: crate::units::page;
    a_unit_s_page_counts_each_target_once_and_asks_what_is_open: crate::units::brief;
    the_matrix_is_coloured_by_a_switch_that_the_link_keeps: crate::units::coloured;
    on_a_narrow_page_every_unit_is_in_a_list: crate::units::narrow;
    a_form_that_does_not_fit_says_why_and_leads_on: crate::charts::unfit;
    the_keyboard_walks_a_chart_and_opens_an_indicator: crate::marks::by_keyboard;
    the_pointer_shows_a_figure_and_hides_it_again: crate::marks::by_pointer;
    a_print_has_vector_charts_no_controls_and_the_way_back: crate::paper::printed;
    a_print_of_the_single_file_says_how_to_come_back: crate::paper::printed_from_disk;
    a_status_of_the_strip_narrows_the_board_and_leads_to_the_proof: crate::report::by_the_strip;
    the_execution_table_is_filtered_copied_and_saved: crate::report::execution_table;
    the_execution_table_is_printed: crate::report::on_paper;
    a_unit_s_page_is_printed_with_one_name_and_no_filters: crate::paper::brief;
    the_matrix_of_units_is_printed_band_by_band: crate::paper::matrix;
    a_chart_is_saved_as_picture_and_drawing: crate::paper::saved;
    a_chart_s_table_is_copied_or_offered_for_copying: crate::paper::copied;
    every_form_of_chart_tells_the_figures_of_its_hit_map: crate::marks::of_every_form;
    who_comes_back_is_at_the_link_that_led_away: crate::views::back;
    a_board_of_many_cards_lists_more_on_demand: crate::views::many_cards;
    what_is_pressed_at_once_is_answered_in_its_turn: crate::views::quick_presses;
    who_comes_back_finds_the_view_scrolled_as_it_was: crate::views::scrolled;
    who_comes_back_has_the_focus_at_a_card_far_down: crate::views::far_card;
    a_segment_of_the_distribution_filters_the_table: crate::marks::of_groups;
    a_segment_of_a_status_filters_the_table_to_it: crate::marks::of_statuses;
    on_a_narrow_page_the_filters_are_a_popover: crate::narrow::filters;
    on_a_narrow_page_the_settings_are_a_popover: crate::narrow::settings;
    no_view_scrolls_sideways_on_a_narrow_page: crate::narrow::width;
    nothing_in_english_is_wider_than_a_tablet: crate::narrow::tablet;
}

/// What is looked at by the pixel.
mod small_pixels {
    flows! { in WebKitOfSmallPixels:
        a_chart_is_crisp_painted_and_stands_beside_its_table: crate::charts::painted;
        a_chart_is_crisp_on_another_screen: crate::charts::on_another_screen;
    }
}

/// Colours, names and roles are the page's own: one engine says enough of them.
mod axe {
    use crate::engine::Engine::Chromium;
    use crate::{access, session};

    #[tokio::test]
    async fn finds_no_barrier_in_an_open_proof() {
        session::run(Chromium, crate::proofs::access).await;
    }

    #[tokio::test]
    async fn finds_no_barrier_in_the_settings_of_a_narrow_page() {
        session::run(Chromium, crate::narrow::access).await;
    }

    #[tokio::test]
    async fn finds_no_barrier_in_the_light_in_chinese() {
        session::run(Chromium, access::light_in_chinese).await;
    }

    #[tokio::test]
    async fn finds_no_barrier_in_the_light_in_english() {
        session::run(Chromium, access::light_in_english).await;
    }

    #[tokio::test]
    async fn finds_no_barrier_in_the_dark_in_chinese() {
        session::run(Chromium, access::dark_in_chinese).await;
    }

    #[tokio::test]
    async fn finds_no_barrier_in_the_dark_in_english() {
        session::run(Chromium, access::dark_in_english).await;
    }
}

/// Chromium alone tells when a press was painted, and how long its code ran.
mod presses_of_chromium {
    use crate::engine::Engine::Chromium;
    use crate::{presses, session};

    #[tokio::test]
    async fn are_painted_within_fifty_milliseconds_over_a_million_figures() {
        session::run_alone(Chromium, presses::over_a_million_figures).await;
    }

    #[tokio::test]
    async fn are_a_frame_of_work_over_the_built_in_figures() {
        session::run_alone(Chromium, presses::over_the_built_in_figures).await;
    }
}

/// What no script runs for is the page's own markup: one engine says enough of it.
mod without_scripts {
    use crate::engine::Engine::ChromiumWithoutScripts;

    #[tokio::test]
    async fn the_headline_figures_stand_and_the_page_says_why() {
        crate::session::run(ChromiumWithoutScripts, crate::refused::without_scripts).await;
    }
}
