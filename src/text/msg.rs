//! Fixed messages.

use crate::dataset::Lang;

/// Defines the messages with both languages side by side.
macro_rules! messages {
    ($($msg:ident: $zh:literal, $en:literal;)+) => {
        /// A fixed message of the page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each message says what it is")]
        pub enum Msg {
            $($msg,)+
        }

        impl Msg {
            /// Every message.
            pub const ALL: &'static [Self] = &[$(Self::$msg),+];

            /// The message in a language.
            #[must_use]
            pub const fn get(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (Self::$msg, Lang::Zh) => $zh,
                        (Self::$msg, Lang::En) => $en,
                    )+
                }
            }
        }
    };
}

messages! {
    Brand: "挂图", "Guatu";
    Views: "视图", "Views";
    Board: "挂图", "Board";
    Chart: "图表", "Chart";
    Table: "表格", "Table";
    Units: "责任", "Units";
    Sources: "来源", "Sources";
    SkipToContent: "跳到正文", "Skip to content";
    SearchHint: "搜索指标、单位、首字母 dqsczz", "Indicators, units or pinyin";
    SearchLabel: "搜索", "Search";
    OtherLanguage: "EN", "中文";
    OtherLanguageLabel: "EN · Switch to English", "中文 · 切换到中文";
    Appearance: "外观", "Appearance";
    AppearanceSystem: "跟随系统", "System";
    AppearanceLight: "浅色", "Light";
    AppearanceDark: "深色", "Dark";
    LargeText: "大字", "Large text";
    Download: "离线版", "Offline copy";
    DownloadHint: "下载单个文件，双击即可离线打开", "Download one file that opens offline by double click";
    Filters: "筛选", "Filters";
    FacetArea: "地区", "Area";
    FacetPeriod: "时期", "Period";
    FacetTheme: "主题", "Theme";
    FacetKind: "数据性质", "Kind of figure";
    FacetClass: "指标属性", "Class of target";
    FacetStatus: "进展评估", "Status";
    BaseFigure: "基期", "Base";
    OutcomeFigure: "结果", "Outcome";
    ShareFigure: "文件所列完成进度", "Printed share";
    PrintedAgain: "同一目标另见", "The same target again";
    EarlierFigure: "此前数值", "Earlier";
    OtherPrinting: "另一处所列数值", "Another printing of the figure";
    ProofRounded: "各步列示四舍五入后的数，计算采用未舍入的数，末位可能略有出入。", "Numbers are shown rounded and worked on unrounded, so last digits may differ slightly.";
    ProofRule: "规则", "Rule";
    ProofTime: "时间", "Time";
    ProofSteps: "算式", "Formula";
    ProofVerdict: "判定", "Verdict";
    ProofReason: "原因", "Why";
    ProofBands: "判定标准", "Bands";
    ProofDigits: "临界检验", "Digits";
    ProofNotes: "说明", "Notes";
    ProofForecast: "按现进度推算", "Where it leads";
    PaceKey: "竖线为时间进度；色带由低到高为滞后、略滞后、符合进度、快于进度，以进度差（百分点）为界", "Line: share of time. Strip: behind, slightly behind, on pace, ahead, parted at points of lead over the time";
    ProofEditions: "目标的不同表述", "Editions of the target";
    Proofs: "进展评估与依据", "Status and its proof";
    CopyProof: "复制依据", "Copy the proof";
    ColumnFlags: "说明", "Flags";
    ColumnGap: "与目标之差", "Gap to target";
    ColumnPace: "进度差", "Lead over time";
    GapSign: "与目标之差：正数为优于目标，负数为未达目标。进度差：完成进度减时间进度，不得突破的指标相反。", "Gap to target: more than 0 is better than the target. Lead over time: the share done less the share of time, of a ceiling the other way round.";
    ColumnLead: "牵头单位", "Lead unit";
    ColumnMethod: "方法版本", "Method version";
    ColumnEdition: "数据版本", "Edition of the data";
    StatusMet: "完成", "Met";
    StatusMetEarly: "提前完成", "Met early";
    StatusReportedMet: "文件称完成", "Reported met";
    StatusAhead: "快于进度", "Ahead";
    StatusOnPace: "符合进度", "On pace";
    StatusSlightlyBehind: "略滞后", "Slightly behind";
    StatusBehind: "滞后", "Behind";
    StatusReversing: "逆向", "Reversing";
    StatusMissed: "未完成", "Missed";
    StatusAwaiting: "待公布", "Awaiting outcome";
    StatusNotAssessable: "无法评估", "Not assessable";
    FacetOrganisation: "责任单位", "Responsible unit";
    FacetDocument: "文件", "Document";
    ShowAll: "全部", "All";
    ShowFewer: "收起", "Fewer";
    FindChoice: "在此项中查找", "Find a choice";
    NoChoice: "没有匹配的选项", "No choice matches";
    KindActual: "实际", "Actual";
    KindEstimate: "预计", "Estimate";
    KindToDate: "累计", "To date";
    KindTarget: "目标", "Target";
    KindContext: "背景", "Context";
    ClassBinding: "约束性", "Binding";
    ClassAnticipatory: "预期性", "Anticipatory";
    ClassBindingShort: "约束", "Binding";
    ClassAnticipatoryShort: "预期", "Anticipatory";
    PlanReport: "计划执行报告", "plan report";
    ProgressReport: "工作情况报告", "progress report";
    WorkReport: "政府工作报告", "government work report";
    News: "新闻报道", "news report";
    TaskDivision: "任务分工方案", "division of tasks";
    RoleLead: "牵头", "Lead";
    RoleResponsible: "责任", "Responsible";
    Clear: "清除筛选", "Clear filters";
    Remove: "取消", "Remove";
    GroupBy: "排列", "Arrange";
    ByPlan: "按规划", "By plan";
    ByTheme: "按主题", "By theme";
    AlsoCalled: "又称", "also called";
    Initials: "拼音首字母", "pinyin initials";
    FoundUnits: "查看单位：", "Units found:";
    NothingFound: "没有符合条件的数据", "No figure fits the filters";
    NothingFoundHint: "请减少筛选条件，或换一个搜索词。", "Remove a filter, or search for something else.";
    NoCard: "符合条件的数据不在挂图上", "The figures that fit are not on the board";
    NoCardHint: "挂图只列目标和主要指标，其余数据在表格中。", "The board shows targets and main indicators; all other figures are in the table.";
    AllFigures: "全部数据", "All figures";
    Report: "执行情况表", "Execution table";
    SaveCsv: "保存为CSV", "Save as CSV";
    SeeTable: "查看表格", "See the table";
    KnownBefore: "此前", "Earlier";
    NoTarget: "未单列目标", "No target of its own";
    BindingTargets: "约束性指标", "Binding targets";
    AnticipatoryTargets: "预期性指标", "Anticipatory targets";
    OtherTargets: "未标明属性的目标", "Class not stated";
    WithoutOutcome: "未载", "not reported";
    YearResults: "年完成情况", "results";
    Form: "图形", "Form";
    FormBullets: "目标与完成情况", "Target and outcome";
    FormTrend: "走势", "Trend";
    FormPace: "年内进度", "Progress in the year";
    FormDumbbell: "对照", "Side by side";
    FormRanked: "排名", "Ranking";
    FormDistribution: "分布", "Distribution";
    UnfitNoNumber: "没有数值", "no number";
    UnfitNoTarget: "没有目标值", "no target";
    NothingToCompare: "所选指标没有可以对照或连线的数值，以下照录文件所载。", "The picked indicators have nothing to compare or to follow over time. This is what the documents say.";
    UnfitNoOutcome: "所收文件未载目标期内的结果", "no outcome in these documents";
    UnfitOnePeriod: "只有一个时期", "one period";
    UnfitOneArea: "同期只有一个地区", "one area";
    UnfitNoPair: "没有可比的两方", "no pair";
    UnfitNoYear: "缺累计数或全年数", "no year to date";
    WhyNoNumber: "所选指标在当前筛选下没有可画的数值，只有文字表述或位次。", "Among the figures that pass, the picked indicators have statements in words or places in an order, and no number to draw.";
    WhyNoTarget: "所选指标没有带数值的目标，无从与结果对照。", "None of the picked indicators has a target with a number to hold its outcome against.";
    WhyNoOutcome: "所选指标有目标，但所收文件没有载明目标期内可比的结果，无从对照。", "The picked indicators have targets, but these documents tell no comparable outcome within the targets’ periods.";
    WhyOnePeriod: "所选指标的数值都属同一时期，连不成走势。", "All figures of each picked indicator are for one period, so nothing can be followed over time.";
    WhyOneArea: "排名要有同一时期、同一性质下至少两个地区的数值；所选指标同期都只有一个地区的，没有先后可排。", "A ranking needs figures of one period and kind for two areas or more; each picked indicator has but one area in a period, so there is nothing to rank.";
    WhyNoPair: "所选指标没有同一时期的两个地区，也没有同一事项的两次表述可供对照；时段长短不同、口径不同的数不放在一起比。", "No picked indicator has two areas in the same period, or two printings of the same thing. Figures for periods of different lengths or of different definitions are not set side by side.";
    WhyNoYear: "年内进度要有年内累计数，以及同年的全年数或目标；所选指标两者不全。比率、增速和位次不能累加，也没有进度。", "Progress in a year needs a figure to date and the same year’s outcome or target; the picked indicators lack one of them. Rates, shares and ranks do not add up over a year.";
    DoesNotFit: "不适用", "does not fit";
    UseInstead: "改用", "Use instead";
    PaceTitle: "年内进度", "Progress in the year";
    PaceNote: "各行单独标尺，从零起", "Each row has its own scale from zero";
    NoYear: "所选数据中没有可对照的年内累计数和全年数", "No year has both a figure to date and one for the whole of it";
    DumbbellTitle: "对照", "Side by side";
    DumbbellShared: "同一标尺，从零起", "One scale from zero";
    DumbbellApart: "单位不同，各行单独标尺，从零起", "Units differ: each row has its own scale from zero";
    NoPairToDraw: "所选数据中没有可以对照的两个数值", "No two figures that could be set side by side";
    NoDifference: "两数相同", "no difference";
    NotSubtracted: "界限、区间或约数之间不计差额", "no difference taken of bounds, ranges or rounded figures";
    PrintingsDisagree: "两处记载不一致", "the two printings disagree";
    DistributionTitle: "数据分布", "Figures by theme";
    DistributionNote: "单位：条；按主题计数，色块为数据性质；计入筛选后的全部数据", "Number of figures by theme, shaded by kind; all that pass the filters are counted";
    StatusesTitle: "目标进展分布", "Targets by theme and status";
    StatusesNote: "单位：条；按主题计数，色块与符号为进展评估；计入筛选后的全部目标", "Number of targets as printed by theme, in the colour and shape of their status; all that pass the filters are counted";
    DistributionHint: "；点击即筛选", "; a click filters";
    Total: "合计", "Total";
    Compare: "对比", "Compare";
    Tray: "对比指标", "Compared";
    SeeCharts: "查看图表", "See the charts";
    EmptyTray: "清空", "Empty";
    PickIndicators: "添加指标", "Add an indicator";
    FindIndicator: "查找指标（支持拼音首字母）", "Find an indicator";
    PickHint: "最多六项", "Up to six";
    PickFirst: "未选时显示默认六项；选定后只显示所选", "With none picked, six by default; then those picked alone";
    PickFull: "已选满六项", "Six are picked";
    PickNone: "恢复默认", "Back to the default";
    NothingToDraw: "所选数据中没有可绘制的数值", "No number among the figures that could be drawn";
    BulletsTitle: "目标与完成情况", "Targets and outcomes";
    BulletsNote: "各行单独标尺，从零起；竖线为目标，小旗指向达标一侧", "Each row has its own scale from zero; tick: target, its flag points to the side that meets it";
    NotJudged: "所示非评估所依据的结果", "Not the outcome that was judged";
    KeyActual: "实心为实际", "solid: actual";
    KeyEstimate: "斜纹为预计", "hatched: estimate";
    KeyToDate: "空心为累计", "outlined: to date";
    KeyTarget: "带心点为目标", "with a dot: target";
    KeyYearTarget: "竖线为全年目标", "tick: the year’s target";
    KeyCalendar: "虚线为时序进度", "dashed: where the calendar stands";
    KeyBroken: "连线断开为两处记载不一致", "a broken bar: the two printings disagree";
    TrendNote: "虚线为目标，实心为实际，斜纹为预计，空心为累计", "Dashed: target; solid: actual; hatched: estimate; outlined: to date";
    RankedNote: "同一时期、同一性质的数值从大到小排列，不同的分组列出；实心为实际，斜纹为预计，空心为累计，虚线为目标", "Largest first among figures of one period and kind; groups are not ranked against each other; solid: actual; hatched: estimate; outlined: to date; dashed: target";
    ChartTable: "图中数据", "Data in this chart";
    ChartKeys: "方向键逐个查看，回车打开", "Arrow keys walk the marks, Enter opens";
    ColumnIndicator: "指标", "Indicator";
    ColumnArea: "地区", "Area";
    ColumnPeriod: "时期", "Period";
    ColumnKind: "性质", "Kind";
    ColumnValue: "数值", "Figure";
    ColumnUnit: "单位", "Unit";
    ColumnSource: "出处", "Where printed";
    ColumnPrinted: "原文片段", "As printed";
    ColumnOtherName: "英文名称", "Chinese name";
    ColumnPlan: "规划、计划", "Plan";
    ColumnDate: "文件日期", "Dated";
    ColumnNote: "说明", "Remarks";
    Columns: "列", "Columns";
    ColumnsUsual: "恢复默认列", "Back to the usual columns";
    Order: "排序", "Order";
    OrderOfDocuments: "按文件次序", "as in the documents";
    OrderHint: "先按的列为第一排序依据，最多三列；再按一次改变方向，第三次取消。在表头按住 Shift 点击，作用相同。", "Rows are sorted by the columns in the order you press them, three at most. Press again to reverse the order, a third time to drop the column. Shift and a click on a head do the same.";
    OrderNone: "恢复文件次序", "Back to the order of the documents";
    WindowNote: "表格只载入屏幕附近的行，浏览器的页内查找查不到其余各行，请用上方搜索。", "Only rows near the screen are loaded, so the browser’s find-in-page misses the rest: use the search above.";
    PrintNote: "这里只有屏幕附近的行。打印全部各行，请用页面上的“打印”按钮。", "Only the rows near the screen are printed here: the page’s own Print button prints them all.";
    BackToBoard: "挂图", "Board";
    Printings: "原文出处", "Every printing";
    ResponsibleUnits: "责任单位", "Responsible units";
    UnitsTitle: "责任分工", "who answers for what";
    UnitsNote: "● 牵头　○ 责任，数字为项数，栏目下为该栏总项数；一个事项只归一栏", "● leads, ○ answers for, and how many; under each head how many there are. A subject stands in one column";
    UnitsColouredNote: "左为牵头（粗体），右为责任，数字为项数，栏目下为该栏总项数；形状为其目标中的最差状态，待公布和无法评估的不算未完成", "Left: leads (bold); right: answers for; the numbers count subjects, under each head all of them. Shape: the worst status of their targets; what is awaited or cannot be assessed is not called missed";
    ColourBy: "颜色", "Colour";
    ColourNone: "不标色", "Plain";
    ColourStatus: "按最差状态标色", "By worst status";
    WithoutTarget: "无目标", "no target";
    UnitsHint: "。点击单位查看其全部事项", ". Click a unit for all of its own";
    LeadingUnits: "牵头单位", "Leading units";
    OtherUnits: "其他责任单位", "Other responsible units";
    MainIndicators: "主要指标", "Main indicators";
    NoUnit: "没有符合条件的责任单位", "No unit fits the filters";
    NoUnitHint: "责任分工只见于下列文件，其余文件没有载明责任单位；也可减少筛选条件，或换一个搜索词。", "Only these documents name responsible units. You can also remove a filter, or search for something else.";
    ColumnOrganisation: "单位", "Unit of government";
    ColumnTask: "事项", "Subject";
    ColumnTarget: "目标", "Target";
    ColumnOutcome: "目标期内结果", "Outcome within the period";
    ColumnNamedAs: "原文名称与出处", "Named as, and where";
    OpenQuestions: "待跟进目标", "Open questions";
    NoQuestion: "没有未完成、滞后、无法评估或待公布的目标。", "No target is missed, behind, impossible to assess, or awaited.";
    CountedElsewhere: "同一目标，在本页另一处计数", "the same target, counted in another place of this page";
    ClassNotStated: "未标明属性", "Class not stated";
    DutiesPrintedIn: "责任分工见", " Assigned in";
    AlsoPrinted: "原文又作", "Also printed as";
    FullName: "全称", "Full name in Chinese";
    NoDuty: "资料中没有这家单位承担的事项。", "The data name nothing that this unit answers for.";
    UnitOnBoard: "在挂图上查看其目标", "Its targets on the board";
    UnitInTable: "在表格中查看其数据", "Its figures in the table";
    NoFigureInTask: "本任务没有目标数据", "No target in the data";
    Tasks: "任务分工", "Tasks and units";
    NoResponsible: "文件没有为这项指标指定责任单位。", "No document names a responsible unit for this indicator.";
    Comparability: "可比性", "Comparability";
    NoComparability: "资料中未记录口径差异。", "No difference of definition is recorded.";
    Definition: "指标解释", "Definition";
    Repaired: "原文订正", "The published text is damaged here and was mended (note in Chinese)";
    PeriodInferred: "时期据文件范围推定", "Period inferred from the scope of the document";
    SharedFigure: "同一表述用于几项指标", "One statement serves several indicators";
    UpIsBetter: "越高越好", "higher is better";
    DownIsBetter: "越低越好", "lower is better";
    NeitherIsBetter: "不分高低", "neither higher nor lower is better";
    FrontIsBetter: "位次越靠前越好", "nearer the top is better";
    PickUsual: "默认指标", "Default indicators";
    Documents: "文件", "Documents";
    Number: "文号", "No.";
    Delivered: "报告日期", "delivered";
    Issued: "印发日期", "issued";
    Reported: "报道日期", "reported";
    Published: "发布日期", "published";
    Filtered: "已筛选", "Filtered";
    NotFiltered: "未筛选", "Not filtered";
    ColumnBound: "界限", "Bound";
    ColumnUpper: "数值上限", "Upper end";
    Print: "打印", "Print";
    ExportPng: "下载 PNG 图片", "Download as PNG picture";
    ExportSvg: "下载 SVG 矢量图", "Download as SVG drawing";
    CopyTable: "复制表格", "Copy table";
    Copied: "已复制，可粘贴到表格或文档", "Copied: paste it into a spreadsheet or a document";
    CopyByHand: "浏览器未允许复制。数据已选中，请按 Ctrl+C（苹果电脑为 ⌘C）。", "The browser did not allow copying. The data are selected: press Ctrl+C (⌘C on a Mac).";
    Saved: "文件已开始下载", "The download has started";
    NotSaved: "浏览器未能保存文件", "The browser did not save the file";
    LinkToView: "在线查看", "The same view online";
    LinkInFile: "打开离线版 guatu.html，在地址栏末尾接上下列内容，即可回到此页", "To come back to this page, open guatu.html and put this at the end of its address";
    SourceOfChart: "所据文件", "Source";
    UnitIs: "单位", "Unit";
    Edition: "版本", "Edition";
    FooterNote: "每个数均可查原文出处；本页不联网、不收集信息。", "Every figure can be traced to its printing; this page sends nothing anywhere.";
    NoticeTitle: "链接中有部分内容未能使用：", "Part of the link could not be used:";
    Dismiss: "知道了", "Dismiss";
    DataFault: "数据未能读取", "The data could not be read";
    CrashTitle: "页面出错了", "Something went wrong";
    CrashText: "这是本程序的错误，您的操作没有问题。重新载入即可回到刚才的画面。", "This is a fault of the program, not of yours. Reloading brings you back to the same view.";
    Reload: "重新载入", "Reload";
    PartDocuments: "文件", "Documents";
    PartRelations: "数据对照", "Figures compared";
    PartProjects: "项目", "Projects";
    PartGlossary: "名词解释", "Glossary";
    Parts: "来源的内容", "Parts of the sources";
    Covers: "所涉时期", "covers";
    Issuer: "发布单位", "issuer";
    Inferred: "推定", "inferred";
    Contents: "目录", "Contents";
    ExpandAll: "全部展开", "Expand all";
    CollapseAll: "全部收起", "Collapse all";
    NoDate: "文件未载", "not stated";
    Excluded: "不计入数据的数字", "Numerals not treated as data";
    ExcludedNote: "逐处登记，并注明不计入的理由", "each with the reason why it is not";
    TermsHere: "名词", "Terms";
    TermMark: "注", "note";
    TermExplain: "名词解释", "Explain";
    OtherChoices: "项目和名词只按地区、时期、文件和搜索词筛选，其余条件在此不起作用。", "Projects and terms are narrowed by area, period, document and words; other filters do not apply here.";
    NoPair: "符合条件的数据没有对照关系", "No related figures fit the filters";
    NoProject: "没有符合条件的项目", "No project fits the filters";
    NoTerm: "没有符合条件的名词", "No term fits the filters";
    ColumnLine: "行", "Line";
    ColumnProject: "项目名称", "Project";
    ColumnStage: "进展", "Stage";
    StageReserve: "谋划储备", "In reserve";
    StagePreparation: "前期工作", "In preparation";
    StageStarted: "开工", "Started";
    StageBuilding: "在建", "Under construction";
    StageToppedOut: "封顶", "Topped out";
    StageCompleted: "完工", "Completed";
    StageOpened: "投用", "In use";
    StagePlanned: "计划", "Planned";
    ReasonDate: "日期", "dates";
    ReasonDocumentNumber: "文号", "document numbers";
    ReasonProperName: "专有名称", "parts of names";
    ReasonHeadingNumber: "标题序号", "numbers of headings";
    ReasonThreshold: "分组界限", "class limits";
    ReasonDamaged: "原文残损", "damaged text";
    ReasonOrdinal: "次序", "ordinals";
    ReasonNavigation: "网页文字", "website text";
    ReasonEnumeration: "概括性计数", "counts of points";
    ReasonOther: "其他", "other";
    EndOutcome: "结果", "outcome";
    EndTarget: "目标", "target";
    EndPart: "部分", "part";
    EndWhole: "整体", "whole";
    EndShare: "完成比例", "share of the task";
    EndBase: "完成数", "amount done";
    EndLater: "截止较晚", "later";
    EndEarlier: "截止较早", "earlier";
    EndAgain: "再次列示", "restated";
    EndFirst: "首次列示", "first stated";
    SameFact: "同一事实", "Same fact";
    LaterCutoff: "截止时间不同", "Different cut-off date";
    Restates: "重复列示", "Restated";
    PartOf: "部分与整体", "Part of a whole";
    ShareOf: "占任务比例", "Share of the task";
    TargetOf: "目标与完成情况", "Target and outcome";
    Conflicts: "数值不一致", "Inconsistent values";
    OutcomeInWords: "结果为文字表述，未绘入图", "an outcome in words, not drawn";
    NotComparable: "口径不同，不可比", "Not comparable";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_messages_hold_no_stray_english_and_english_ones_no_chinese() {
        let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let swapped = [Msg::OtherLanguage, Msg::OtherLanguageLabel];
        for msg in Msg::ALL.iter().filter(|msg| !swapped.contains(msg)) {
            assert!(!msg.get(Lang::En).chars().any(is_chinese), "{msg:?}");
            assert!(msg.get(Lang::Zh).chars().any(is_chinese), "{msg:?}");
        }
    }
}
