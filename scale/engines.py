"""DuckDB and Apache Spark behind two functions: name a table or query, and read the rows of a query."""

import os
import pathlib


class DuckDB:
    """On one machine, in this process."""

    def __init__(self, scratch):
        import duckdb

        self.database = duckdb.connect()
        self.database.execute("SET temp_directory = ?", [str(scratch)])

    def table(self, name, path):
        """Names a Parquet file, or a folder of them with a folder for each province."""
        files = f"{path}/*/*.parquet" if path.is_dir() else str(path)
        # A province's code is words, whatever it looks like.
        self.database.execute(
            f"CREATE VIEW {name} AS SELECT * FROM"
            f" read_parquet('{files}', hive_partitioning = {path.is_dir()}, hive_types_autocast = false)"
        )

    def keep(self, name, query):
        """Names the rows of a query and keeps them for the queries to come."""
        self.database.execute(f"CREATE TABLE {name} AS {query}")

    def rows(self, query):
        """The names of the columns of a query, and its rows."""
        result = self.database.execute(query)
        return [column[0] for column in result.description], result.fetchall()


class Spark:
    """Over many machines, or on all cores of this one."""

    def __init__(self, scratch):
        # With "spark://…", "yarn" or "k8s://…" it is a cluster, which has its own addresses, folders and sizes.
        master = os.environ.get("SPARK_MASTER", "local[*]")
        settings = {
            "spark.master": master,
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.log.level": "ERROR",
            "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
        }
        if master.startswith("local"):
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
            settings |= {
                "spark.driver.memory": "3g",
                "spark.local.dir": str(scratch),
                "spark.sql.shuffle.partitions": "4",
            }
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.appName("guatu")
        for name, value in settings.items():
            builder = builder.config(name, value)
        self.session = builder.getOrCreate()

    def table(self, name, path):
        """As for DuckDB."""
        self.session.read.parquet(str(path)).createOrReplaceTempView(name)

    def keep(self, name, query):
        """As for DuckDB."""
        self.session.sql(query).cache().createOrReplaceTempView(name)

    def rows(self, query):
        """As for DuckDB."""
        result = self.session.sql(query)
        return result.columns, [tuple(row) for row in result.collect()]


ENGINES = {"duckdb": DuckDB, "spark": Spark}


def opened(engine, country, scratch):
    """An engine with all tables of a country under their names."""
    scratch.mkdir(parents=True, exist_ok=True)
    made = ENGINES[engine](scratch)
    for path in sorted(pathlib.Path(country).iterdir()):
        made.table(path.stem, path)
    return made
