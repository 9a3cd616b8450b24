SELECT DISTINCT r.province, t.id, t.name_zh, t.name_en, t.order
FROM published AS r JOIN indicators AS i ON i.id = r.indicator JOIN themes AS t ON t.id = i.theme
ORDER BY r.province, t.id
