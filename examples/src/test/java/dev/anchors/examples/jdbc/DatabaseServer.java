package dev.anchors.examples.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** A server of H2 on a loopback port, which a test stops and starts again. Its database is a file in a folder. */
public final class DatabaseServer {

    private final Path folder;
    private Server server;

    private DatabaseServer(Path folder, Server server) {
        this.folder = folder;
        this.server = server;
    }

    /** Starts a server on a free port. */
    public static DatabaseServer start(Path folder) throws SQLException {
        return new DatabaseServer(folder, server(folder, 0));
    }

    /** Returns the URL of a database of this server. */
    public String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + folder.resolve("anchors");
    }

    /** Stops the server and closes its connections. Stopping it twice has no effect. */
    public void stop() {
        server.stop();
    }

    /** Starts the server again, on the same port. */
    public void startAgain() throws SQLException {
        server = server(folder, server.getPort());
    }

    private static Server server(Path folder, int port) throws SQLException {
        return Server.createTcpServer(
                        "-tcpPort", Integer.toString(port), "-baseDir", folder.toString(), "-ifNotExists", "-tcpDaemon")
                .start();
    }
}
