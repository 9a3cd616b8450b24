-- The tables of a package as Parquet, in DuckDB: the figures a folder for each province, which are the first two
-- digits of the area's code, so that who asks about one province reads the files of one.

-- What a figure is multiplied by to have it in another unit of its dimension, where four decimals hold that exactly:
-- sums stay exact then.
CREATE TABLE conversions AS
SELECT unit, wanted, CAST(own / other AS DECIMAL(18, 4)) AS factor
FROM (
    SELECT a.id AS unit, b.id AS wanted, CAST(a.factor AS DOUBLE) AS own, CAST(b.factor AS DOUBLE) AS other
    FROM units AS a JOIN units AS b ON a.dimension = b.dimension
)
WHERE own < 1e13 * other AND CAST(CAST(own / other AS DECIMAL(18, 4)) AS DOUBLE) * other = own;

COPY areas TO 'areas.parquet' (COMPRESSION zstd);
COPY documents TO 'documents.parquet' (COMPRESSION zstd);
COPY themes TO 'themes.parquet' (COMPRESSION zstd);
COPY units TO 'units.parquet' (COMPRESSION zstd);
COPY indicators TO 'indicators.parquet' (COMPRESSION zstd);
COPY rules TO 'rules.parquet' (COMPRESSION zstd);
COPY conversions TO 'conversions.parquet' (COMPRESSION zstd);
COPY (SELECT *, substr(area, 1, 2) AS province FROM observations)
TO 'observations' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (province));
