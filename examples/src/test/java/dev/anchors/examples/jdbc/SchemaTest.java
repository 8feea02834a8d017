package dev.anchors.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final Migration FIRST = Migration.sql("create table if not exists notes (text varchar)");
    private static final Migration SECOND = Migration.sql("alter table notes add column if not exists author varchar");
    private static final Migration WRONG = Migration.sql("this is not sql");

    private final TestDatabase database = new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID());
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(database.url());
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void an_empty_database_gets_all_migrations_in_order() throws SQLException {
        migrate(List.of(FIRST, SECOND));

        assertThat(versions()).containsExactly("1", "2");
        database.execute("insert into notes (text, author) values ('remember', 'ada')");
    }

    @Test
    void an_older_database_gets_only_the_migrations_that_it_lacks() throws SQLException {
        migrate(List.of(FIRST));
        database.execute("insert into notes (text) values ('remember')");

        migrate(List.of(WRONG, SECOND)); // the first one would fail if it were applied again

        assertThat(versions()).containsExactly("1", "2");
        assertThat(database.strings("select text from notes where author is null"))
                .containsExactly("remember");
    }

    @Test
    void a_migration_that_failed_is_not_counted_and_can_be_repeated() throws SQLException {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> migrate(List.of(FIRST, WRONG)));
        assertThat(versions()).containsExactly("1");

        migrate(List.of(FIRST, SECOND));

        assertThat(versions()).containsExactly("1", "2");
    }

    @Test
    void a_database_that_a_later_program_has_changed_is_refused_and_stays_as_it_is() throws SQLException {
        migrate(List.of(FIRST, SECOND));

        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> migrate(List.of(FIRST)))
                .withMessage("the tables of the database have version 2, and this program knows versions up to 1; use a"
                        + " later version of the program, or another database");

        assertThat(versions()).containsExactly("1", "2");
    }

    @Test
    void text_that_was_stored_as_it_is_gets_the_form_of_stored_text() throws SQLException {
        Migration asItIs = Migration.sql(
                "create table if not exists notes (id varchar primary key, text varchar)",
                "insert into notes values ('a', 'x\u001a0000'), ('b', U&'y\\d800'), ('c', 'plain'), ('d', null)");
        Migration toStored = Migration.text("notes", List.of("id"), "text", StoredText::write);

        migrate(List.of(asItIs, toStored));
        migrate(List.of(asItIs, toStored));

        assertThat(database.strings("select text from notes order by id"))
                .containsExactly("x\u001a001a0000", "y\u001ad800", "plain", null);
    }

    @Test
    void paths_of_a_database_of_version_2_are_found_although_editors_write_the_drive_in_another_way()
            throws SQLException {
        Schema.CURRENT.migrate(connection);
        database.execute("insert into anchors (id, type, point, path, created, updated) values"
                + " ('a', 'FILE', 'p', '/c:/Users/ada', now(), now()), ('b', 'FILE', 'q', '/home/ada', now(), now())");
        database.execute("delete from schema_versions where version > 2");

        Schema.CURRENT.migrate(connection);

        assertThat(database.strings("select path from anchors order by id"))
                .containsExactly("C:\\Users\\ada", "/home/ada");
        assertThat(versions()).containsExactly("1", "2", "3");
    }

    @Test
    void a_migration_of_text_that_fails_changes_nothing() throws SQLException {
        migrate(List.of(FIRST));
        database.execute("insert into notes (text) values ('one'), ('two')");
        Migration failing = Migration.text("notes", List.of("text"), "text", text -> {
            if (text.equals("two")) {
                throw new IllegalStateException("a mistake");
            }
            return "changed";
        });

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> migrate(List.of(FIRST, failing)));

        assertThat(versions()).containsExactly("1");
        assertThat(database.strings("select text from notes")).containsExactlyInAnyOrder("one", "two");
    }

    private void migrate(List<Migration> migrations) throws SQLException {
        new Schema(migrations).migrate(connection);
    }

    private List<String> versions() throws SQLException {
        return database.strings("select version from schema_versions order by version");
    }
}
