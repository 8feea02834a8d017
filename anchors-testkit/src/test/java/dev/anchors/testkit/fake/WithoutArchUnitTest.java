package dev.anchors.testkit.fake;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.SeededAnchor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class WithoutArchUnitTest {

    private static final String ARCHUNIT = "com.tngtech.archunit.";
    private static final String TESTKIT = "dev.anchors.testkit.";

    private final ClassLoader withoutArchUnit = new WithoutArchUnit(getClass().getClassLoader());

    @Test
    void the_fake_and_the_assertions_work_without_archunit() throws Exception {
        Class<?> program = withoutArchUnit.loadClass(FakeAndAssertions.class.getName());

        ((Runnable) program.getConstructor().newInstance()).run();

        assertThat(program.getClassLoader()).isSameAs(withoutArchUnit);
    }

    @Test
    void the_architecture_rules_need_archunit() {
        assertThatExceptionOfType(NoClassDefFoundError.class)
                .isThrownBy(() -> Class.forName(TESTKIT + "architecture.HexagonRules", true, withoutArchUnit)
                        .getMethods())
                .withMessageContaining("archunit");
    }

    /** Uses the fake and the assertions with the class loader of this class, which may hide ArchUnit. */
    public static final class FakeAndAssertions implements Runnable {

        @Override
        public void run() {
            RepositoryStub repository = new RepositoryStub();
            Anchor anchor = repository.create(SeededAnchor.file("/notes"));
            assertThat(anchor).hasType(AnchorType.FILE).isAtPath("/notes");
            assertThat(repository.snapshot()).hasSize(1);
            try (FakePiecesOs service = FakePiecesOs.serving(repository)) {
                assertThat(RawHttpClient.get(service, "/anchors").body())
                        .contains(anchor.id().value());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Defines the classes of the testkit again and hides the classes of ArchUnit. */
    private static final class WithoutArchUnit extends ClassLoader {

        WithoutArchUnit(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(ARCHUNIT)) {
                throw new ClassNotFoundException(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return name.startsWith(TESTKIT) ? findClass(name) : super.loadClass(name, resolve);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
