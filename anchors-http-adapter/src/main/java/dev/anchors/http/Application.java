package dev.anchors.http;

import dev.anchors.domain.Platform;
import dev.anchors.http.internal.calls.Registration;
import dev.anchors.http.internal.json.ApplicationJson;
import java.util.Locale;
import java.util.Objects;

/** The program that calls the service, as it registers. */
record Application(String name, String version) {

    Application {
        requireText(name, "name");
        requireText(version, "version");
    }

    /** Returns a registration that has not begun. */
    Registration registration() {
        byte[] json = ApplicationJson.write(
                name, version, platform(System.getProperty("os.name", "")).name());
        return new Registration(Endpoints.CONNECT.jsonRequest(json));
    }

    /** Returns the platform of an operating system, whose name is that of the system property {@code os.name}. */
    static Platform platform(String operatingSystem) {
        String name = operatingSystem.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Platform.WINDOWS;
        }
        if (name.startsWith("mac") || name.startsWith("darwin")) {
            return Platform.MACOS;
        }
        return name.startsWith("linux") ? Platform.LINUX : Platform.UNKNOWN;
    }

    private static void requireText(String text, String what) {
        if (Objects.requireNonNull(text, what).isBlank()) {
            throw new IllegalArgumentException("the " + what + " of the application must not be blank");
        }
    }
}
