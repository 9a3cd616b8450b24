//! Fixed messages of what leaves the page: sharing, embedding, citing, exporting.

use super::message::messages;
use crate::view::PagePart;

messages! {
    /// A fixed message of sharing, embedding, citing or exporting.
    Out {
        Share: "分享", "Share";
        Cite: "引用", "Cite";
        Embed: "嵌入", "Embed";
        Export: "导出", "Export";
        Link: "链接", "Link";
        LinkOfView: "本页链接", "Link to this view";
        CodeOfLink: "扫码打开本页", "Scan to open this view";
        LinkInWords: "转发文字", "In words, for a message";
        LinkFromFile: "本页为离线版：他人须有同一份 guatu.html，并在其地址末尾接上 # 及以后的部分。如有网站提供本页，请填写网址，即可得到网页链接和二维码。", "This is the offline copy: others need the same guatu.html, and add everything from # on to the end of its address. If a site has this page, enter its address for a link to the site and a code to scan.";
        SiteAddress: "网站地址", "Address of the site";
        SiteWrong: "请填写网址，如 https://www.example.gov.cn/guatu/", "Enter an address such as https://www.example.org/guatu/";
        LongLink: "此链接超过2000个字符，部分邮件和即时通讯软件可能将其截断；减少所选项目可以缩短。", "This link is longer than 2,000 characters, and some programs cut it: choose less to make it shorter.";
        CiteStandard: "GB/T 7714—2025 格式", "By GB/T 7714—2025";
        CitePlain: "文字说明", "In plain words";
        EmbedCode: "粘贴到网页的代码", "Code to paste into a page";
        Copy: "复制", "Copy";
        EmbedHeight: "高度", "Height";
        EmbedGrows: "随内容变化", "Grows with the content";
        EmbedFixed: "固定", "Fixed";
        EmbedPixels: "像素", "Pixels";
        EmbedLanguage: "语言", "Language";
        EmbedAmount: "显示内容", "Shows";
        EmbedAll: "全部", "Everything";
        EmbedFilters: "带筛选", "Figures and filters";
        EmbedFigures: "只要内容", "Figures alone";
        EmbedChoose: "逐项选择", "Choose part by part";
        EmbedHide: "不显示的部分", "Leave out";
        EmbedNeedsSite: "生成代码须有网站地址，请在网站上打开挂图后复制。", "The lines need the address of a site. Open Guatu on its site and copy them there.";
        EmbedGuide: "网站管理员须知：安全策略、缓存、事件", "For webmasters: security policy, caching, events";
        Preview: "预览", "Preview";
        PreviewAlone: "在新窗口打开", "Open in a new window";
        HideFilters: "筛选按钮", "Filters button";
        HideSearch: "搜索框", "Search field";
        HideChips: "数量和筛选条件", "Count and what is filtered";
        HideStrip: "进展统计", "Counts by status";
        HideSwitch: "视图切换", "Switches of a view";
        HideTools: "打印、导出、对比", "Print, export, compare";
        HideNotes: "说明文字", "Hints and notes";
        Close: "关闭", "Close";
        ExportFiltered: "筛选结果", "Filtered figures";
        ExportOfPage: "本页数据", "This page";
        ExportWhat: "导出内容", "What to export";
        ExportXlsx: "电子表格，分数据、目标、来源、说明四个工作表，数值可直接计算", "Workbook: figures, targets, sources and how they were filtered; numbers can be calculated with";
        ExportCsv: "一张数据表，可直接用 Excel、WPS 打开，中文显示正常", "One table of the figures; Excel and WPS open it as it is";
        ExportJson: "供程序读取，内容与电子表格相同", "For programs: the same as the workbook";
        ExportZip: "完整数据包：全部数据表及字段说明，不受筛选影响", "The whole data package: every table with its description, whatever the filters";
        ExportMaking: "正在生成文件……", "Making the file…";
        ExportTooMany: "超过10万条，请先筛选；如需全部数据，请选择 ZIP 数据包。", "More than 100,000 figures: filter them first, or take all as ZIP.";
        ExportFailed: "文件未能生成。首次导出须联网取得所需程序，请联网并重新载入本页后再试。", "The file could not be made. The first one needs the network: connect, load the page again and try once more.";
        SheetFigures: "数据", "Figures";
        SheetTargets: "目标", "Targets";
        SheetAbout: "说明", "About";
        FactTitle: "标题", "Title";
        FactFilters: "筛选条件", "Filters";
        FactFigures: "数据条数", "Number of figures";
        FactTargets: "目标条数", "Number of targets";
        FactUntil: "资料截至", "Documents up to";
        FactLink: "链接", "Link";
        FactLanguage: "语言", "Language";
        FactRows: "各行含义", "Rows";
        FactSigns: "正负号含义", "Signs";
        RowsAre: "一行为文件中的一处记载，数值和单位照录原文，不合并、不换算。", "A row is one printing of one figure, with number and unit as printed; nothing is merged or converted.";
        HeadId: "编号", "Id";
        HeadIndicatorId: "指标编号", "Indicator id";
        HeadAreaCode: "地区代码", "Area code";
        HeadIsoPeriod: "时期代码", "Period (ISO 8601)";
        HeadKindCode: "性质代码", "Kind code";
        HeadClassCode: "属性代码", "Class code";
        HeadPlanCode: "规划代码", "Plan code";
        HeadStatusCode: "评估代码", "Status code";
        HeadDocumentId: "文件编号", "Document id";
        HeadShown: "数值及单位", "Figure with unit";
        HeadSection: "所在标题", "Section";
        HeadRepair: "原文订正", "Repair";
        HeadTargetValue: "目标值", "Target value";
        HeadTargetUpper: "目标值上限", "Target, upper end";
        HeadOutcomeValue: "结果值", "Outcome value";
        HeadPlanName: "规划、计划名称", "Name of the plan";
        HeadGapUnit: "差距的单位", "Unit of the gap";
        HeadGapValue: "差距值", "Gap value";
        HeadValuesUnit: "目标值、结果值的单位", "Unit of target and outcome";
        HeadPoints: "进度差（百分点）", "Lead over time (points)";
        HeadReason: "无法评估的原因", "Why not assessable";
        HeadTitle: "文件标题", "Title";
        HeadIssuer: "发布单位", "Issuer";
        HeadDocumentKind: "文件类型", "Kind of document";
        HeadDelivered: "报告（印发、报道）日期", "Delivered";
        HeadPublished: "发布日期", "Published";
        HeadCovers: "所涉时期", "Period covered";
        HeadStandsFor: "重复记载，以此编号计数", "Counted under (id)";
        HeadRelated: "不可直接比较的数据编号", "Not comparable with (ids)";
        HeadFigures: "导出数据条数", "Figures exported";
        HeadSum: "文本校验码（SHA-256）", "SHA-256 of the text";
        OpenAlone: "在挂图中打开", "Open in Guatu";
    }
}

impl Out {
    /// A part of the page that an embed can go without.
    #[must_use]
    pub const fn page_part(part: PagePart) -> Self {
        match part {
            PagePart::Filters => Self::HideFilters,
            PagePart::Search => Self::HideSearch,
            PagePart::Chips => Self::HideChips,
            PagePart::Strip => Self::HideStrip,
            PagePart::Switch => Self::HideSwitch,
            PagePart::Tools => Self::HideTools,
            PagePart::Notes => Self::HideNotes,
        }
    }
}
