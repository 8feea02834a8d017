package dev.anchors.examples;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, which the build writes to a file beside this class. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ProgramVersion.class.getResourceAsStream("program.properties"))) {
            Properties properties = new Properties();
            properties.load(file);
            return new String[] {"examples " + properties.getProperty("version")};
        }
    }
}
