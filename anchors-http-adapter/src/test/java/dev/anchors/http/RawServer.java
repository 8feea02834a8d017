package dev.anchors.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says exactly the bytes it is told to, for what no HTTP server would do. */
final class RawServer implements AutoCloseable {

    /** What happens on one connection; it is closed afterwards. */
    @FunctionalInterface
    interface Conversation {
        void with(Client client) throws IOException;
    }

    private final ServerSocket listener;
    private final List<Conversation> conversations;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();

    private RawServer(List<Conversation> conversations) throws IOException {
        listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.conversations = conversations;
    }

    /** Starts a server whose first connection is the first conversation, and so on; the last is repeated. */
    static RawServer on(Conversation... conversations) {
        try {
            RawServer server = new RawServer(List.of(conversations));
            server.daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server that answers one request of each connection with these characters, and hangs up. */
    static RawServer saying(String answer) {
        return on(client -> {
            client.readRequest();
            client.say(answer);
        });
    }

    URI baseUrl() {
        return URI.create("http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
    }

    /** The first lines of the requests so far. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(RawServer::closeQuietly);
    }

    private void accept() {
        try {
            for (int i = 0; !listener.isClosed(); i++) {
                Socket socket = listener.accept();
                open.add(socket);
                Conversation conversation = conversations.get(Math.min(i, conversations.size() - 1));
                daemon(() -> talk(conversation, socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void talk(Conversation conversation, Socket socket) {
        try (socket) {
            conversation.with(new Client(socket));
        } catch (IOException left) {
            // the client had enough
        }
    }

    private void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException ofNoUse) {
            // nobody can do anything about it
        }
    }

    /** The other end of a connection. */
    final class Client {

        private final Socket socket;

        private Client(Socket socket) {
            this.socket = socket;
        }

        /** Reads the head of a request, and as much of a body as its length says. */
        void readRequest() throws IOException {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the client left");
                }
                head.append((char) next);
            }
            requests.add(head.substring(0, head.indexOf("\r\n")));
            for (String line : head.toString().split("\r\n", -1)) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    in.readNBytes(Integer.parseInt(line.substring(15).trim()));
                }
            }
        }

        void say(String characters) throws IOException {
            socket.getOutputStream().write(characters.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /** Waits until the client leaves. */
        void awaitEnd() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // whatever it says
            }
        }

        /** Ends the connection with a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
