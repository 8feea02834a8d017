package dev.anchors.examples.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class FirstOpeningsTest {

    @TempDir
    private Path folder;

    @Test
    void threads_that_open_an_empty_file_of_h2_at_the_same_time_wait_for_each_other() throws Exception {
        FirstOpenings.inThreads("jdbc:h2:" + folder.resolve("anchors"));
    }

    @Test
    void processes_that_open_an_empty_database_of_h2_at_the_same_time_wait_for_each_other() throws Exception {
        DatabaseServer server = DatabaseServer.start(folder);
        try {
            FirstOpenings.inProcesses(server.url());
        } finally {
            server.stop();
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = PostgreSqlSchema.URL_VARIABLE,
            matches = ".+",
            disabledReason = PostgreSqlSchema.DISABLED_REASON)
    void threads_that_open_an_empty_schema_of_postgresql_at_the_same_time_wait_for_each_other() throws Exception {
        PostgreSqlSchema schema = PostgreSqlSchema.create();
        try {
            FirstOpenings.inThreads(schema.url());
        } finally {
            schema.drop();
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = PostgreSqlSchema.URL_VARIABLE,
            matches = ".+",
            disabledReason = PostgreSqlSchema.DISABLED_REASON)
    void processes_that_open_an_empty_schema_of_postgresql_at_the_same_time_wait_for_each_other() throws Exception {
        PostgreSqlSchema schema = PostgreSqlSchema.create();
        try {
            FirstOpenings.inProcesses(schema.url());
        } finally {
            schema.drop();
        }
    }
}
