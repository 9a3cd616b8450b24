SELECT
    province,
    concat('roll-up-', province, '-', line, '-1') AS id,
    concat('roll-up-', province) AS document,
    line, section, indicator,
    concat(province, '0000') AS area,
    period, 'printed' AS period_basis, 'actual' AS kind, '=' AS comparator, value, '' AS value_high, unit,
    '' AS statement, '' AS class, '' AS plan, '' AS task, '' AS shared, as_printed, '' AS repair,
    concat('本数据由区县数据汇总得出，非文件原载；', aside, '有此项数据。') AS note_zh,
    concat('Derived, printed nowhere else: ', counted, ' of ', districts, ' districts have a figure.') AS note_en
FROM lines
WHERE indicator IS NOT NULL
ORDER BY province, id
