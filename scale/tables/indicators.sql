-- An indicator says in its name how it was rolled up: a median of districts is not the rate of the province.
SELECT DISTINCT
    r.province, i.id,
    concat(i.name_zh, CASE r.rule WHEN 'sum' THEN '（区县合计）' ELSE '（区县中位数）' END) AS name_zh,
    concat(i.name_en, CASE r.rule WHEN 'sum' THEN ' (sum of districts)' ELSE ' (median of districts)' END) AS name_en,
    i.theme, i.unit, i.measure, i.direction, i.headline, i.aliases, i.pinyin,
    concat_ws('', i.definition_zh, CASE r.rule
        WHEN 'sum' THEN '汇总得出：各区县数据加总。'
        ELSE '汇总得出：各区县数据的中位数；各区县权重相同，不代表全省（自治区、直辖市）数据。'
    END) AS definition_zh,
    concat_ws(' ', i.definition_en, CASE r.rule
        WHEN 'sum' THEN 'Derived: the figures of the districts added up.'
        ELSE 'Derived: the median of the districts, all of one weight; not the figure of the province.'
    END) AS definition_en,
    '' AS part_of
FROM published AS r JOIN indicators AS i ON i.id = r.indicator
ORDER BY r.province, i.id
