package dev.anchors.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service that works as little as it can: it knows its answers beforehand and looks at no more of a request than it has
 * to. It is a program of its own, so that its work and its heap are not the client's; see {@link ServiceProcess}.
 *
 * <p>It prints its port, and ends when its standard input does.
 */
public final class CannedService {

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final int LONGEST_REQUEST = 16 * 1024;

    private final byte[] snapshot;
    private final byte[] anchor;
    private final byte[] done = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1);

    private CannedService(int anchors) {
        snapshot = answer(Payload.bytes(anchors));
        anchor = answer(Payload.bytesOfOne());
    }

    /** Serves as many anchors as the argument says. */
    public static void main(String[] arguments) throws IOException {
        CannedService service = new CannedService(Integer.parseInt(arguments[0]));
        try (ServerSocket listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            daemon(() -> service.accept(listener));
            System.out.println(listener.getLocalPort());
            while (System.in.read() >= 0) {
                // whoever started it holds the other end
            }
        }
    }

    private static byte[] answer(byte[] json) {
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length + "\r\n\r\n";
        ByteArrayOutputStream answer = new ByteArrayOutputStream(head.length() + json.length);
        answer.writeBytes(head.getBytes(ISO_8859_1));
        answer.writeBytes(json);
        return answer.toByteArray();
    }

    private void accept(ServerSocket listener) {
        try {
            while (true) {
                Socket socket = listener.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the program is about to end
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] buffer = new byte[LONGEST_REQUEST];
            while (true) {
                out.write(answerTo(request(in, buffer)));
            }
        } catch (IOException end) {
            // the client left
        }
    }

    private byte[] answerTo(String request) {
        if (request.startsWith("GET /anchors?")) {
            return snapshot;
        }
        return request.startsWith("GET /anchor/") || request.startsWith("POST /anchors/create") ? anchor : done;
    }

    /** Reads one request to its end, the body included, and returns what came. */
    private static String request(InputStream in, byte[] buffer) throws IOException {
        int filled = 0;
        while (true) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read <= 0) {
                throw new EOFException();
            }
            filled += read;
            String request = new String(buffer, 0, filled, ISO_8859_1);
            if (isWhole(request)) {
                return request;
            }
        }
    }

    private static boolean isWhole(String request) {
        int endOfHead = request.indexOf("\r\n\r\n");
        if (endOfHead < 0) {
            return false;
        }
        Matcher length = CONTENT_LENGTH.matcher(request);
        return request.length() - endOfHead - 4 >= (length.find() ? Integer.parseInt(length.group(1)) : 0);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }
}
