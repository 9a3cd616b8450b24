//! A small package with a text of its own, invented, for the tests to plant faults in.

use guatu::dataset::Tables;

use super::audit;
use super::coverage::Coverage;
use super::fault::{Fault, What};
use super::text::Text;

/// Four lines: a title, two figures, a place in an order and a range, a project and who does it.
pub const TEXT: &str =
    "山水区2030年小结\n新建桥梁12座，增长7.5%\n道路位居第二，学校3-5所\n甲桥通车，区建局负责\n";

const PACKAGE: &[(&str, &str)] = &[
    (
        "datapackage.json",
        r#"{"version": "1", "title": "试", "title_en": "Trial"}"#,
    ),
    (
        "areas.csv",
        "code,name_zh,name_en,parent\n1,山水区,Hills,\n",
    ),
    (
        "documents.csv",
        "id,area,kind,title_zh,title_en,issuer,number,delivered,published,covers,sha256,numerals\n\
         paper,1,plan_report,小结,Paper,,,,,2030,SUM,6\n",
    ),
    ("themes.csv", "id,name_zh,name_en,order\nall,全,All,1\n"),
    (
        "units.csv",
        "id,name_zh,name_en,dimension,factor\n\
         item,个,,count,1\npercent,%,%,ratio,1\nrank,位,,rank,1\n",
    ),
    (
        "indicators.csv",
        "id,name_zh,name_en,theme,unit,measure,direction,headline,aliases,pinyin,definition_zh,\
         definition_en,part_of\n\
         bridges,桥,Bridges,all,item,count,up,no,,,,,\n\
         growth,增长,Growth,all,percent,growth,up,no,,,,,\n\
         roads,路,Roads,all,rank,rank,down,no,,,,,\n\
         schools,校,Schools,all,item,count,up,no,,,,,\n",
    ),
    (
        "observations.csv",
        "id,document,line,section,indicator,area,period,period_basis,kind,comparator,value,\
         value_high,unit,statement,class,plan,task,shared,as_printed,repair,note_zh,note_en\n\
         paper-2-1,paper,2,一,bridges,1,2030,inferred,actual,=,12,,item,,,,,,新建桥梁12座,,,\n\
         paper-2-2,paper,2,一,growth,1,2030,inferred,actual,=,7.5,,percent,,,,,,增长7.5%,,,\n\
         paper-3-1,paper,3,一,roads,1,2030,inferred,actual,=,2,,rank,,,,,,道路位居第二,,,\n\
         paper-3-2,paper,3,一,schools,1,2030,inferred,actual,=,3,5,item,,,,,,学校3-5所,,,\n",
    ),
    ("relations.csv", "from,to,kind,note_zh,note_en\n"),
    (
        "tasks.csv",
        "id,document,line,theme_no,theme_line,theme_zh,theme_en,number,title_zh,title_en\n\
         build,paper,4,1,2,桥梁,Bridges,1,甲桥,Build\n",
    ),
    (
        "organisations.csv",
        "id,name_zh,name_en,kind,aliases,pinyin\nworks,区建局,Works,bureau,,\n",
    ),
    (
        "responsibilities.csv",
        "subject,organisation,role,order,document,line,as_printed\n\
         build,works,lead,1,paper,4,区建局\n",
    ),
    (
        "projects.csv",
        "id,name_zh,name_en,area,document,line,stage,period,as_printed\n\
         paper-4-p1,甲桥,First bridge,1,paper,4,opened,,甲桥通车\n",
    ),
    (
        "glossary.csv",
        "term_zh,term_en,document,line,definition_zh,definition_en\n\
         学校,School,paper,3,教书处,Where one learns\n",
    ),
    (
        "exclusions.csv",
        "document,line,as_printed,reason\npaper,1,2030年,date\n",
    ),
];

/// A package and its text, to plant faults in.
pub struct Trial {
    /// The package.
    pub tables: Tables,
    /// Its text.
    pub text: String,
}

impl Trial {
    /// The package without a fault.
    pub fn new() -> Self {
        Self::of(TEXT, "plan_report")
    }

    /// The package with another text and kind of document; its sum is true.
    pub fn of(text: &str, kind: &str) -> Self {
        let sum = Text::new(text, kind).sha256;
        let mut tables = Tables::default();
        for (name, table) in PACKAGE {
            tables.insert(
                name,
                table.replace("SUM", &sum).replace("plan_report", kind),
            );
        }
        let text = text.to_owned();
        Self { tables, text }
    }

    /// Puts another text in the place of one in a table, once.
    pub fn with(mut self, file: &str, old: &str, new: &str) -> Self {
        let table = self.tables.get(file).expect("a table").to_owned();
        assert!(table.contains(old), "{file} holds {old}");
        self.tables.insert(file, table.replacen(old, new, 1));
        self
    }

    /// What the audit finds and counts.
    pub fn audit(&self) -> (Vec<Fault>, Vec<Coverage>) {
        audit(&self.tables, |document| {
            assert_eq!(document, "paper");
            Ok(self.text.clone())
        })
        .expect("the audit runs")
    }

    /// The one fault that is found, as it is told, with its kind.
    pub fn fault(&self) -> (String, What) {
        let (faults, _) = self.audit();
        let [fault] = faults.as_slice() else {
            let all: Vec<String> = faults.iter().map(ToString::to_string).collect();
            panic!("one fault, not:\n{}", all.join("\n"));
        };
        (fault.to_string(), fault.what.clone())
    }
}
