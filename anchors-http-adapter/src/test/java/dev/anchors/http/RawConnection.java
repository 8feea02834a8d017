package dev.anchors.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** The server's side of one connection of a {@link RawServer}. */
final class RawConnection {

    private static final int SLOWLY_MILLIS = 100;

    /** A request that was read; the body is empty where only the head was read. */
    record Request(String line, String body) {}

    private final Socket socket;
    private final InputStream in;
    private final List<String> requestLines;

    RawConnection(Socket socket, List<String> requestLines) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.requestLines = requestLines;
    }

    /** Reads the head of a request, and the body as far as Content-Length announces one. */
    Request readRequest() throws IOException {
        String head = readHeadText();
        byte[] body = in.readNBytes(contentLength(head));
        return record(head, new String(body, UTF_8));
    }

    /** Reads the head of a request and leaves the body unread. */
    Request readHead() throws IOException {
        return record(readHeadText(), "");
    }

    /** Sends text in one write, one byte for each character. */
    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends one byte each 100 milliseconds, until all are sent or the client has closed the connection. */
    void sendSlowly(String text) throws IOException {
        socket.setSoTimeout(SLOWLY_MILLIS);
        for (int i = 0; i < text.length() && !isClosedByClientSoon(); i++) {
            send(text.substring(i, i + 1));
        }
    }

    /** Reads and discards at most so many bytes. */
    void discard(int bytes) throws IOException {
        in.readNBytes(bytes);
    }

    /** Waits until the client closes the connection, and discards what it sends until then. */
    void awaitClose() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Waits until the client sends a first byte. */
    void awaitFirstByte() throws IOException {
        in.read();
    }

    /** Demands a certificate of the client in the handshake by this version of TLS; the first read begins it. */
    void demandCertificate(String protocol) {
        SSLSocket secure = (SSLSocket) socket;
        secure.setEnabledProtocols(new String[] {protocol});
        secure.setNeedClientAuth(true);
    }

    /** Sends a message of TLS itself (a key update), which carries no data of HTTP. */
    void sendTlsKeyUpdate() throws IOException {
        ((SSLSocket) socket).startHandshake();
    }

    /** Closes the connection in order. */
    void close() throws IOException {
        socket.close();
    }

    /** Closes the connection by a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private String readHeadText() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client closed the connection");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private Request record(String head, String body) {
        String line = head.substring(0, head.indexOf("\r\n"));
        requestLines.add(line);
        return new Request(line, body);
    }

    private boolean isClosedByClientSoon() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        }
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                .findFirst()
                .orElse(0);
    }
}
