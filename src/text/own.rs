//! Fixed messages of a reader's own data: opening, checking, saving.

use super::message::messages;

messages! {
    /// A fixed message of opening, checking or saving a reader's own data.
    Own {
        Open: "打开数据", "Open data";
        OpenWhat: "打开您自己的数据：数据包（ZIP）、数据表（CSV）或工作簿（XLSX）。只在本机读取，不上传。与公布的数据合并时，只需“数据”一张表；另成一份时，需“数据”和“指标”两张表。", "Open data of your own: a package (ZIP), tables (CSV) or a workbook (XLSX). They are read on this device and sent nowhere. Beside the published data only the table of figures is needed, without them that of indicators too.";
        Choose: "选择文件", "Choose files";
        ChooseOthers: "选择其他文件", "Choose other files";
        Drop: "松开鼠标即可打开", "Let go to open";
        MarkName: "数据来源", "Whose data";
        DropHere: "或把文件拖到本页任意处", "or drop them anywhere on the page";
        Template: "下载填报模板", "Download a template";
        TemplateWhat: "工作簿（XLSX）：各表的列名、说明、可选值和示例", "A workbook (XLSX) with columns, explanations, choices and examples";
        TemplateName: "挂图填报模板", "guatu-template";
        About: "说明", "About";
        Reading: "正在读取……", "Reading…";
        NotRead: "文件未能读取。首次打开须联网取得所需程序，请联网并重新载入本页后再试。", "The files could not be read. The first time needs the network: connect, load the page again and try once more.";
        Unread: "浏览器未能读取文件，请重新选择；文件夹不能打开。", "The browser could not read the file: choose it again. Folders cannot be opened.";
        TooLarge: "文件合计超过64 MB，未读取。请拆分，或只保留所需的行。", "The files are larger than 64 MB together and were not read: split them, or keep the rows that you need.";
        Mode: "与现有数据的关系", "With the data that are there";
        Add: "合并", "Add";
        AddWhat: "保留公布的数据；同一文件、同一行、同一指标的，以打开的为准", "The published data stay; where both have a figure, yours counts";
        AddOpened: "合并到先前打开的数据", "Add to what was opened before";
        AddOpenedWhat: "保留先前打开的数据；同一文件、同一行、同一指标的，以新打开的为准", "What was opened before stays; where both have a figure, the new one counts";
        Drops: "选此项后，先前打开的数据不再保留", "What was opened before is kept no longer";
        Replace: "替换", "Replace";
        ReplaceWhat: "只用打开的数据", "Only yours are used";
        Show: "显示这份数据", "Show these data";
        FaultsTitle: "须更正的问题", "Faults to be mended";
        NotesBelow: "显示前请看下方提示", "Notes below, to be read before:";
        DoubtsBelow: "显示前请核对下方所列", "To be looked at before, below:";
        DoubtsTitle: "请核对", "To be looked at";
        NotesTitle: "提示", "Notes";
        NothingLoaded: "有问题，尚未打开；本页所示仍为原来的数据。更正后请重新选择文件。", "Nothing was opened; the page shows what it showed before. Mend these and choose the files again.";
        Fault: "问题", "Fault";
        FaultKind: "类别", "What it is";
        FaultPlace: "位置", "Place";
        FaultRow: "行", "Row";
        FaultColumn: "列", "Column";
        FaultWrong: "问题", "What is wrong";
        FaultRead: "读到", "Read";
        FaultAllowed: "应为", "Allowed";
        CopyFaults: "复制问题清单", "Copy the list";
        SaveFaults: "保存 CSV", "Save CSV";
        FaultsName: "问题清单", "faults";
        NewFigures: "新增数据", "New figures";
        ChangedFigures: "修改数据", "Changed figures";
        GoneFigures: "不再显示的数据", "Figures that go";
        GoneTargets: "不再显示的目标", "Targets that go";
        StatusChanges: "完成情况的变化", "Targets whose status changes";
        NoStatusChanges: "留下的各目标，完成情况没有变化。", "No target that stays has another status.";
        SameData: "数据与本页所示的相同。", "The figures are those that the page shows.";
        NewTarget: "新目标", "new target";
        Mark: "所示为自行打开的数据，不是公布的数据", "Opened by a reader: not the published data";
        Back: "返回公布的数据", "Back to published data";
        Aside: "所示为公布的数据。自行打开的数据暂存于本页，关闭或重新载入本页即不再保留。", "These are the published data. Those that you opened are kept in this page until it is closed or loaded anew.";
        Again: "显示打开的数据", "Show what I opened";
        Forget: "不再保留", "Keep them no longer";
        ForgetSure: "确认不再保留", "Yes, let go of them";
        ForgetUnsaved: "打开的数据尚未保存为文件，不再保留后须重新打开。", "They were not saved as a file: they would have to be opened again.";
        Figure: "自行打开", "yours";
        SaveFile: "保存为单一文件", "Save as one file";
        SaveWhat: "一个 guatu.html，内含程序和所示数据，双击即可打开，无须联网；其中也能再打开、再保存。", "One guatu.html with the program and the data that are shown: it opens by a double click, without a network, and can open and save data itself.";
        SaveSet: "标题、日期和地区名称", "Title, date and names of areas";
        SaveTitle: "标题", "Title";
        SaveTitleEn: "英文标题", "English title";
        SaveDate: "发布日期", "Date of publication";
        SaveArea: "地区名称", "Name of the area";
        SaveDateWrong: "发布日期应为一个日期，如 2026-11-23 或 2026年11月23日", "The date of publication is a day such as 2026-11-23";
        SaveFailed: "文件未能生成。请联网并重新载入本页后再试。", "The file could not be made: connect, load the page again and try once more.";
        NeedsData: "此链接指向您打开的数据，收件人须先打开同一份数据。建议另存为单一文件发送。", "This link is to data that you opened: who gets it must open the same ones first. Better save them as one file, and send that.";
        LinkToOpened: "在线查看（须先打开同一份数据）", "Online, once the same data are opened";
        ChangedIn: "改动", "Changed";
        ChangedList: "修改的数据", "Figures that change";
        ListCut: "只列出前200项。", "The first 200 are listed.";
        SaveAsPublished: "另存的文件以这份数据为公布的数据，不再注明是自行打开的。请核对标题、日期和地区名称。", "The file has these data as its published ones and no longer says that they were opened. Check title, date and names of areas.";
        TooManyFaults: "只列出前500处。", "The first 500 are listed.";
    }
}
