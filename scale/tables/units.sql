SELECT DISTINCT r.province, u.id, u.name_zh, u.name_en, u.dimension, u.factor
FROM published AS r JOIN indicators AS i ON i.id = r.indicator JOIN units AS u ON u.id = i.unit
ORDER BY r.province, u.id
