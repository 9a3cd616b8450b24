-- An indicator says in its name how it was rolled up: a median of districts is not the rate of the province.
SELECT DISTINCT
    r.province, i.id,
    concat(i.name_zh, CASE r.rule WHEN 'sum' THEN '（区县合计）' ELSE '（区县中位数）' END) AS name_zh,
    concat(i.name_en, CASE r.rule WHEN 'sum' THEN ' (sum of districts)' ELSE ' (median of districts)' END) AS name_en,
    i.theme, i.unit, i.measure, i.direction, i.headline, i.aliases, i.pinyin,
    concat(i.definition_zh, CASE r.rule
        WHEN 'sum' THEN '汇编所得：各区县之数相加。'
        ELSE '汇编所得：各区县之数的中位数，各区县同等看待，不是全省之数。'
    END) AS definition_zh,
    concat(i.definition_en, CASE r.rule
        WHEN 'sum' THEN ' Derived: the figures of the districts added up.'
        ELSE ' Derived: the median of the districts, all of one weight; not the figure of the province.'
    END) AS definition_en,
    '' AS part_of
FROM roll_up AS r JOIN indicators AS i ON i.id = r.indicator
ORDER BY r.province, i.id
