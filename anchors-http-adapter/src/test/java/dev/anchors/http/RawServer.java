package dev.anchors.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says exactly the bytes it is told to, for what no HTTP server would do. */
final class RawServer implements AutoCloseable {

    /** What happens on one connection; it is closed afterwards. */
    @FunctionalInterface
    interface Conversation {
        void with(Client client) throws IOException;
    }

    /** What a client said. */
    record Request(String line, String body) {}

    private final ServerSocket listener;
    private final List<Conversation> conversations;
    private final List<String> requests = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private RawServer(ServerSocket listener, List<Conversation> conversations) {
        this.listener = listener;
        this.conversations = conversations;
    }

    /** Starts a server whose first connection is the first conversation, and so on; the last is repeated. */
    static RawServer on(Conversation... conversations) {
        return on(0, conversations);
    }

    /** Does the same on a port that the caller knows to be free. */
    static RawServer on(int port, Conversation... conversations) {
        try {
            return on(new ServerSocket(port, 100, InetAddress.getLoopbackAddress()), conversations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does the same on a socket that listens already, for TLS. */
    static RawServer on(ServerSocket listener, Conversation... conversations) {
        RawServer server = new RawServer(listener, List.of(conversations));
        server.daemon(server::accept);
        return server;
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

    int port() {
        return listener.getLocalPort();
    }

    /** The first lines of the requests so far. */
    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** How many connections there were so far. */
    int connections() {
        return connections.get();
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
                connections.incrementAndGet();
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
        } finally {
            open.remove(socket);
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
        Request readRequest() throws IOException {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the client left");
                }
                head.append((char) next);
            }
            String first = head.substring(0, head.indexOf("\r\n"));
            byte[] body = {};
            for (String line : head.toString().split("\r\n", -1)) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    body = in.readNBytes(Integer.parseInt(line.substring(15).trim()));
                }
            }
            synchronized (requests) {
                requests.add(first);
            }
            return new Request(first, new String(body, UTF_8));
        }

        void say(String characters) throws IOException {
            socket.getOutputStream().write(characters.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /** Says one character each 100 milliseconds, until they are said or the client leaves. */
        void dribble(String characters) throws IOException {
            socket.setSoTimeout(100);
            for (int i = 0; i < characters.length() && !leavesNow(); i++) {
                say(characters.substring(i, i + 1));
            }
        }

        private boolean leavesNow() throws IOException {
            try {
                return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException stillThere) {
                return false;
            }
        }

        /** Waits until the client leaves. */
        void awaitEnd() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // whatever it says
            }
        }

        /** Waits until the client begins to say something. */
        void awaitFirstByte() throws IOException {
            socket.getInputStream().read();
        }

        /** Ends the connection with a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
