package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class WithoutDaggerTest {

    @Test
    void the_builders_of_both_adapters_work_without_dagger_on_the_class_path() throws Exception {
        URL[] urls = BuildPath.entries().stream()
                .filter(entry -> !entry.contains("dagger") && !entry.contains("inject"))
                .map(WithoutDaggerTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> loader.loadClass("dagger.Module"));

            Object program = loader.loadClass(WithoutDagger.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(((Callable<?>) program).call()).isEqualTo(1);
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
