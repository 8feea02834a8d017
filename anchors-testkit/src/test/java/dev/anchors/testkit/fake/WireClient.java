package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client on one connection that sends exactly the bytes it is told. It never waits for more than a while. */
final class WireClient implements AutoCloseable {

    /** An answer; the names of headers are in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {

        String type() {
            return headers.getOrDefault("content-type", "none");
        }

        JsonNode json() {
            return JsonMapper.builder().build().readTree(body);
        }
    }

    private static final int PATIENCE = 20_000;

    private final Socket socket;

    WireClient(FakePiecesOs fake) throws IOException {
        socket = new Socket(InetAddress.getByName(fake.baseUrl().getHost()), fake.port());
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
    }

    /** One request on a connection of its own, without a body. */
    static Answer get(FakePiecesOs fake, String target) throws IOException {
        try (WireClient client = new WireClient(fake)) {
            return client.exchange("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
    }

    /** One request on a connection of its own. */
    static Answer post(FakePiecesOs fake, String target, String body) throws IOException {
        try (WireClient client = new WireClient(fake)) {
            return client.exchange("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
        }
    }

    Answer exchange(String request) throws IOException {
        send(request);
        return receive();
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    /** A whole answer, which must say how long it is. */
    Answer receive() throws IOException {
        Answer head = receiveHead();
        int length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
        byte[] body = socket.getInputStream().readNBytes(length);
        return new Answer(head.status(), head.headers(), new String(body, UTF_8));
    }

    /** An answer up to the empty line. */
    Answer receiveHead() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] nameAndValue = line.split(": ?", 2);
            headers.put(nameAndValue[0].toLowerCase(Locale.ROOT), nameAndValue[1]);
        }
        return new Answer(status, headers, "");
    }

    /** The next byte, or -1 when the other side closed the connection. */
    int read() throws IOException {
        return socket.getInputStream().read();
    }

    /** All there is until the other side closes the connection. */
    byte[] readBytesToEnd() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    /** All there is until the other side closes the connection, as UTF-8. */
    String readToEnd() throws IOException {
        return new String(readBytesToEnd(), UTF_8);
    }

    /** Whether anything came within that time; what came is lost. */
    boolean answeredWithin(Duration wait) throws IOException {
        socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
        try {
            read();
            return true;
        } catch (SocketTimeoutException nothing) {
            return false;
        } finally {
            socket.setSoTimeout(PATIENCE);
        }
    }

    /** Ends the requests, so that the client seems to have left; what the other side sends can still be read. */
    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    private String line() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended within a line: " + line.toString(UTF_8));
            }
            line.write(next);
        }
        return line.toString(UTF_8).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
