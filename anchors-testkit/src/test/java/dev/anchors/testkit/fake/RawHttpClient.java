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

/** An HTTP client with one connection that sends bytes unchanged. Each read fails after 20 seconds without a byte. */
final class RawHttpClient implements AutoCloseable {

    /** A response. The names of its headers are in lower case. */
    record Response(int status, Map<String, String> headers, String body) {

        String type() {
            return headers.getOrDefault("content-type", "none");
        }

        JsonNode json() {
            return JsonMapper.builder().build().readTree(body);
        }
    }

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;

    RawHttpClient(FakePiecesOs fake) throws IOException {
        this(fake.port());
    }

    /** Connects to a port of 127.0.0.1. */
    RawHttpClient(int port) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Sends a GET request on a new connection. */
    static Response get(FakePiecesOs fake, String target) throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            return client.exchange("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
    }

    /** Sends a POST request on a new connection. */
    static Response post(FakePiecesOs fake, String target, String body) throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            return client.exchange("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
        }
    }

    Response exchange(String request) throws IOException {
        send(request);
        return receive();
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    /** Receives a complete response, whose length is its Content-Length. */
    Response receive() throws IOException {
        Response head = receiveHead();
        int length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
        byte[] body = socket.getInputStream().readNBytes(length);
        return new Response(head.status(), head.headers(), new String(body, UTF_8));
    }

    /** Receives the status line and the headers of a response. */
    Response receiveHead() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] nameAndValue = line.split(": ?", 2);
            headers.put(nameAndValue[0].toLowerCase(Locale.ROOT), nameAndValue[1]);
        }
        return new Response(status, headers, "");
    }

    /** Receives a byte; -1 if the server closed the connection. */
    int read() throws IOException {
        return socket.getInputStream().read();
    }

    /** Receives all bytes until the server closes the connection. */
    byte[] readBytesToEnd() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    /** Receives all bytes until the server closes the connection, as UTF-8. */
    String readToEnd() throws IOException {
        return new String(readBytesToEnd(), UTF_8);
    }

    /** Returns whether a byte arrives in time. The byte is dropped. */
    boolean respondsWithin(Duration wait) throws IOException {
        socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
        try {
            read();
            return true;
        } catch (SocketTimeoutException timeout) {
            return false;
        } finally {
            socket.setSoTimeout(TIMEOUT_MILLIS);
        }
    }

    /** Ends the output, as a client that disconnects does. Bytes of the server can still be received. */
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
