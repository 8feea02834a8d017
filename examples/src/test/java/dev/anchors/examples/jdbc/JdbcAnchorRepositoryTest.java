package dev.anchors.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.Transferables;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Demonstrates the tests that the contract cannot contain: the tables, and failures that only this adapter can provoke.
 */
class JdbcAnchorRepositoryTest {

    private static final SeededAnchor SEED = SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes"))
            .asset(new AssetId("note"))
            .build();

    private final TestDatabase database = new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID());
    private final JdbcAnchorRepository anchors = JdbcAnchorRepository.open(database.url(), Clock.systemUTC());

    @AfterEach
    void deleteDatabase() {
        anchors.close();
    }

    @Test
    void the_tables_store_every_field_of_a_seed_and_times_in_microseconds() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2024-04-17T09:30:00.123456789Z"));
        SeededAnchor seed = SEED.toBuilder()
                .person(new PersonId("ada"))
                .person(new PersonId("charles"))
                .schema(new EmbeddedModelSchema(7, "MAJOR_0_MINOR_0_PATCH_1"))
                .build();

        Anchor created;
        try (AnchorRepository repository = JdbcAnchorRepository.open(database.url(), clock)) {
            created = repository.create(seed);
        }

        assertThat(created.persons()).containsExactlyElementsOf(seed.persons());
        assertThat(created.schema()).isEqualTo(seed.schema());
        assertThat(created.created().value()).isEqualTo("2024-04-17T09:30:00.123456Z");
        assertThat(anchors.snapshot()).containsExactly(created);
    }

    @Test
    void the_tables_store_words_that_do_not_depend_on_names_in_the_code() throws SQLException {
        Anchor anchor = anchors.create(SEED);
        for (MaterialKind kind : MaterialKind.values()) {
            anchors.links().associate(anchor.id(), kind.id("note"));
        }

        assertThat(database.strings("select kind from links order by ordinal"))
                .containsExactly(
                        "asset",
                        "annotation",
                        "conversation",
                        "workstream_summary",
                        "person",
                        "message",
                        "tag",
                        "source",
                        "workstream_event");
        assertThat(database.strings("select type from anchors")).containsExactly("FILE");
    }

    @Test
    void omitted_transferables_leave_out_the_details_of_points() {
        Anchor anchor = anchors.create(SEED, Transferables.OMITTED);

        assertThat(anchor.paths()).isEmpty();
        assertThat(anchors.find(anchor.id(), Transferables.OMITTED)).contains(anchor);
        assertThat(anchors.snapshot(Transferables.OMITTED)).containsExactly(anchor);
        assertThat(anchors.find(anchor.id()).orElseThrow().paths()).containsExactly(new FullPath("/notes"));
    }

    @Test
    void text_that_not_every_database_can_hold_as_it_is_is_kept() {
        OddText.assertKept(anchors);
    }

    @Test
    void a_value_that_the_database_refuses_is_a_refused_request() {
        JdbcAnchorRepository picky = repositoryOn(proxy(DataSource.class, (source, call, arguments) -> {
            throw new SQLException("value too long", "22001");
        }));

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> picky.create(SEED))
                .withMessageContaining("the database cannot store a value of the request (SQLSTATE 22001)");
    }

    @Test
    void large_creates_of_an_interrupted_thread_complete_in_a_file_and_keep_the_interrupt_flag(@TempDir Path folder) {
        SeededAnchor large = SEED.toBuilder().name("x".repeat(1_000_000)).build();
        String url = "jdbc:h2:" + folder.resolve("anchors");
        try (AnchorRepository repository = JdbcAnchorRepository.open(url, Clock.systemUTC())) {
            Thread.currentThread().interrupt();
            for (int i = 0; i < 20; i++) {
                repository.create(large);
            }
            assertThat(Thread.interrupted()).isTrue();

            assertThat(repository.snapshot()).hasSize(20);
        } finally {
            Thread.interrupted(); // the thread belongs to JUnit
        }
    }

    @Test
    void a_database_in_a_file_keeps_its_anchors_when_a_thread_closes_it_that_is_interrupted(@TempDir Path folder) {
        String url = "jdbc:h2:" + folder.resolve("anchors");
        Anchor anchor;
        try (AnchorRepository repository = JdbcAnchorRepository.open(url, Clock.systemUTC())) {
            anchor = repository.create(SEED);
            Thread.currentThread().interrupt();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        try (AnchorRepository repository = JdbcAnchorRepository.open(url, Clock.systemUTC())) {
            assertThat(repository.snapshot()).containsExactly(anchor);
        }
    }

    @Test
    void connections_to_a_database_that_was_closed_are_not_used_again(@TempDir Path folder) throws SQLException {
        TestDatabase file = new TestDatabase("jdbc:h2:" + folder.resolve("anchors"));
        try (AnchorRepository repository = JdbcAnchorRepository.open(file.url(), Clock.systemUTC())) {
            Anchor anchor = repository.create(SEED);
            file.execute("shutdown");

            for (int i = 0; i < ConnectionPool.SIZE; i++) {
                try {
                    repository.snapshot();
                } catch (ConnectionFailedException closed) {
                    assertThat(closed).hasMessageContaining("no connection to the database");
                }
            }
            assertThat(repository.snapshot()).containsExactly(anchor);
        }
    }

    @Test
    void a_create_that_fails_before_its_commit_is_rolled_back() throws SQLException {
        database.execute("alter table links rename to renamed");

        assertThatExceptionOfType(ServiceFailedException.class)
                .isThrownBy(() -> anchors.create(SEED))
                .withCauseInstanceOf(SQLException.class)
                .satisfies(failure -> {
                    assertThat(failure.effect()).isEqualTo(Effect.NONE);
                    assertThat(failure.status()).isEmpty();
                });

        database.execute("alter table renamed rename to links");
        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void an_unreachable_database_is_a_failed_connection_without_effect() {
        AnchorRepository unreachable = repositoryOn(proxy(DataSource.class, (source, call, arguments) -> {
            throw new SQLException("connection refused", "08001");
        }));

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> unreachable.create(SEED))
                .withCauseInstanceOf(SQLException.class)
                .extracting(AnchorRepositoryException::effect)
                .isEqualTo(Effect.NONE);
    }

    @Test
    void a_create_whose_commit_loses_its_response_has_an_unknown_effect() {
        AnchorRepository unreliable = repositoryOn(databaseThatLosesCommitResponses());

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> unreliable.create(SEED))
                .extracting(AnchorRepositoryException::effect)
                .isEqualTo(Effect.UNKNOWN);

        assertThat(anchors.snapshot()).hasSize(1);
    }

    @Test
    void find_or_create_finds_the_anchor_that_it_created_when_the_response_to_the_commit_was_lost() {
        AtomicInteger commits = new AtomicInteger();
        AnchorRepository unreliable =
                repositoryOn(databaseThatLosesCommitResponses(() -> commits.incrementAndGet() == 2));

        Anchor created = unreliable.findOrCreate(SEED);

        assertThat(anchors.snapshot()).containsExactly(created);
        assertThat(commits).hasValue(3);
    }

    @Test
    void find_or_create_throws_the_failure_of_unknown_effect_if_the_look_afterwards_fails() {
        AtomicInteger commits = new AtomicInteger();
        AnchorRepository unreliable =
                repositoryOn(databaseThatLosesCommitResponses(() -> commits.incrementAndGet() > 1));

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> unreliable.findOrCreate(SEED))
                .satisfies(failure -> {
                    assertThat(failure.operation()).isEqualTo(Operation.CREATE);
                    assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
                });
    }

    @Test
    void find_or_create_looks_again_when_it_has_the_lock_that_others_wait_for() {
        List<Anchor> meanwhile = new ArrayList<>();
        AnchorRepository second = repositoryOn(connectionsThat((connection, call, arguments) -> {
            if (call.getName().equals("prepareStatement")
                    && arguments[0].toString().endsWith("for update")) {
                meanwhile.add(anchors.create(SEED));
            }
            return call.invoke(connection, arguments);
        }));

        Anchor found = second.findOrCreate(SEED);

        assertThat(meanwhile).containsExactly(found);
        assertThat(anchors.snapshot()).containsExactly(found);
    }

    private static JdbcAnchorRepository repositoryOn(DataSource source) {
        return new JdbcAnchorRepository(source, Clock.systemUTC(), () -> {});
    }

    private DataSource databaseThatLosesCommitResponses() {
        return databaseThatLosesCommitResponses(() -> true);
    }

    private DataSource databaseThatLosesCommitResponses(BooleanSupplier isLost) {
        return connectionsThat((connection, call, arguments) -> {
            Object result = call.invoke(connection, arguments);
            if (call.getName().equals("commit") && isLost.getAsBoolean()) {
                throw new SQLException("connection reset", "08006");
            }
            return result;
        });
    }

    /** Returns a database of whose connections each call is made by a handler. */
    private DataSource connectionsThat(InvocationHandler handler) {
        return proxy(DataSource.class, (source, call, arguments) -> {
            Connection connection = DriverManager.getConnection(database.url());
            return proxy(Connection.class, (proxied, method, values) -> handler.invoke(connection, method, values));
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
