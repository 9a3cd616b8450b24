-- A synthetic country, as DuckDB makes it out of numbers: nothing in it is of a real place but the first two
-- digits of the codes of 31 provinces (GB/T 2260). The letter X keeps the codes of districts apart from real ones.
-- The variables `districts` and `package` (the folder of the project's own tables) are set by country.py.
-- Figures come from MD5 sums of their keys: the same on every machine, with any number of threads.

CREATE MACRO drawn(key, below) AS CAST(md5_number_lower(key) % below AS BIGINT);

CREATE TABLE districts AS
SELECT
    province,
    n // 31 + 1 AS number,
    -- A name without digits: figures are printed beside it.
    translate(province, '0123456789', 'ABCDEFGHIJ') AS letters,
    concat(province, 'X', lpad(CAST(n // 31 + 1 AS VARCHAR), 3, '0')) AS code
FROM (
    SELECT n, list_extract(string_split(
        '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65', ' '
    ), CAST(n % 31 + 1 AS BIGINT)) AS province
    FROM range(getvariable('districts')) AS all_districts(n)
);

CREATE TABLE areas AS
SELECT DISTINCT
    concat(province, '0000') AS code, concat('合成省', letters) AS name_zh, concat('Synthetic Province ', letters) AS name_en,
    CAST(NULL AS VARCHAR) AS parent
FROM districts
UNION ALL
SELECT
    code, concat('合成省', letters, '第', number, '区'), concat('District ', number, ' of Synthetic Province ', letters),
    concat(province, '0000')
FROM districts;

CREATE TABLE years AS SELECT CAST(year AS INTEGER) AS year FROM range(2005, 2025) AS all_years(year);

-- There is no text behind a synthetic document: its sum is that of its name.
CREATE TABLE documents AS
SELECT
    concat(lower(code), '-', year) AS id,
    code AS area,
    'statistics' AS kind,
    concat('合成省', letters, '第', number, '区', year, '年统计资料') AS title_zh,
    concat('District ', number, ' of Synthetic Province ', letters, ': figures of ', year) AS title_en,
    CAST(NULL AS VARCHAR) AS issuer,
    CAST(NULL AS VARCHAR) AS number,
    make_date(year + 1, 2, 1 + number % 20) AS delivered,
    CAST(NULL AS DATE) AS published,
    CAST(year AS VARCHAR) AS covers,
    sha256(concat(lower(code), '-', year)) AS sha256,
    1 AS numerals
FROM districts CROSS JOIN years;

CREATE TABLE themes AS SELECT * FROM read_csv(concat(getvariable('package'), '/themes.csv'));
CREATE TABLE units AS SELECT * FROM read_csv(concat(getvariable('package'), '/units.csv'), all_varchar = true);

-- Ten kinds of indicators, ten of each. `middle` is the figure of a middling district, in hundredths of the unit.
CREATE TABLE kinds AS SELECT * FROM (VALUES
    ('value-added', '增加值', 'value added', 'economy', 'yuan-100m', 'level', 'up', 'sum', 2, 30000),
    ('revenue', '收入', 'revenue', 'finance', 'yuan-100m', 'level', 'up', 'sum', 2, 4500),
    ('investment', '投资额', 'investment', 'investment', 'yuan-100m', 'level', 'none', 'sum', 2, 21000),
    ('sales', '销售额', 'sales', 'consumption', 'yuan-100m', 'level', 'up', 'sum', 2, 16000),
    ('enterprises', '企业数', 'enterprises', 'industry', 'enterprise', 'stock', 'up', 'sum', 0, 120000),
    ('persons', '人数', 'persons', 'income', 'person-10k', 'stock', 'none', 'sum', 2, 4200),
    ('floor-area', '建筑面积', 'floor area', 'urban', 'm2-10k', 'stock', 'none', 'sum', 2, 52000),
    ('growth', '增速', 'growth', 'economy', 'percent', 'growth', 'up', 'median', 2, 0),
    ('share', '占比', 'share', 'innovation', 'percent', 'ratio', 'none', 'median', 2, 0),
    ('compliance', '达标率', 'rate of compliance', 'environment', 'percent', 'ratio', 'up', 'median', 2, 0)
) AS v(slug, zh, en, theme, unit, measure, direction, rule, decimals, middle);

CREATE TABLE catalogue AS
SELECT *, concat(slug, '-', substr('abcdefghij', n, 1)) AS id, row_number() OVER (ORDER BY slug, n) AS place
FROM kinds CROSS JOIN (SELECT CAST(n AS BIGINT) AS n FROM range(1, 11) AS ten(n)) AS ten;

CREATE TABLE indicators AS
SELECT
    id, concat('合成', zh, substr('甲乙丙丁戊己庚辛壬癸', n, 1)) AS name_zh,
    concat('Synthetic ', en, ' ', substr('ABCDEFGHIJ', n, 1)) AS name_en, theme, unit, measure, direction,
    CASE WHEN n = 1 THEN 'yes' ELSE 'no' END AS headline,
    CAST(NULL AS VARCHAR) AS aliases, CAST(NULL AS VARCHAR) AS pinyin,
    '合成指标，不表示任何真实事物。' AS definition_zh, 'A synthetic indicator, which means nothing real.' AS definition_en,
    CAST(NULL AS VARCHAR) AS part_of
FROM catalogue;

CREATE TABLE rules AS SELECT id AS indicator, rule, decimals, 50 AS coverage FROM catalogue;

-- Hundredths of the indicator's own unit; one in 97 is not there, as in life.
CREATE VIEW drawn_figures AS
SELECT
    d.province, d.code, y.year, c.id AS indicator, c.place, c.unit, c.decimals, concat(d.code, y.year, c.id) AS key,
    CASE
        WHEN c.rule = 'sum' AND c.decimals = 0 THEN amount // 100 * 100
        WHEN c.rule = 'sum' THEN amount
        WHEN c.slug = 'growth' THEN (drawn(key, 141) - 20) * 10
        ELSE drawn(key, 1000) * 10
    END AS hundredths
FROM (
    SELECT
        d, y, c, concat(d.code, y.year, c.id) AS key,
        c.middle * (50 + drawn(concat(d.code, c.id), 101)) * (100 + 6 * (y.year - 2005))
            * (95 + drawn(concat(d.code, y.year, c.id), 11)) // 1000000 AS amount
    FROM districts AS d CROSS JOIN years AS y CROSS JOIN catalogue AS c
)
WHERE drawn(concat('missing', key), 97) > 0;

-- Where they are printed: each in the document of its year, one in 89 again in that of the next, a hundredth higher.
-- Every seventh district gives its money in 万元.
CREATE VIEW printings AS
SELECT
    *, year AS reported, place + 2 AS line,
    CASE WHEN unit = 'yuan-100m' AND drawn(code, 7) = 0 THEN 'yuan-10k' ELSE unit END AS printed_unit
FROM drawn_figures
UNION ALL
SELECT
    * REPLACE (hundredths + hundredths // 10000 * 100 AS hundredths), year + 1, place + 202,
    CASE WHEN unit = 'yuan-100m' AND drawn(code, 7) = 0 THEN 'yuan-10k' ELSE unit END
FROM drawn_figures
WHERE year < 2024 AND drawn(concat('restated', key), 89) = 0;

CREATE VIEW figures AS
SELECT
    *,
    CAST(CAST(hundredths AS DECIMAL(18, 0)) * CASE printed_unit WHEN 'yuan-10k' THEN 100.00 ELSE 0.01 END
        AS DECIMAL(18, 4)) AS value
FROM printings;

CREATE VIEW observations AS
SELECT
    concat(lower(f.code), '-', f.reported, '-', f.line, '-1') AS id,
    concat(lower(f.code), '-', f.reported) AS document,
    CAST(f.line AS INTEGER) AS line,
    concat(f.year, '年') AS section,
    f.indicator,
    f.code AS area,
    CAST(f.year AS VARCHAR) AS period,
    'printed' AS period_basis,
    'actual' AS kind,
    '=' AS comparator,
    f.value,
    CAST(NULL AS DECIMAL(18, 4)) AS value_high,
    f.printed_unit AS unit,
    CAST(NULL AS VARCHAR) AS statement,
    CAST(NULL AS VARCHAR) AS class,
    CAST(NULL AS VARCHAR) AS plan,
    CAST(NULL AS VARCHAR) AS task,
    CAST(NULL AS VARCHAR) AS shared,
    concat(i.name_zh, CASE f.decimals
        WHEN 0 THEN CAST(CAST(f.value AS DECIMAL(18, 0)) AS VARCHAR)
        ELSE CAST(CAST(f.value AS DECIMAL(18, 2)) AS VARCHAR)
    END, u.name_zh) AS as_printed,
    CAST(NULL AS VARCHAR) AS repair,
    CAST(NULL AS VARCHAR) AS note_zh,
    CAST(NULL AS VARCHAR) AS note_en
FROM figures AS f JOIN indicators AS i ON i.id = f.indicator JOIN units AS u ON u.id = f.printed_unit;
